import ArgumentParser
import Newswire
import Record

/// `readout read`: what comes in, as the other commands read it.
struct ReadCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "read", abstract: "Print the articles that inputs hold.",
    discussion: """
      Text, HTML pages, RSS, Atom and JSON Feed, NewsML-G2, NITF, ninjs, JSON Lines, mails and mailboxes, WARC and ARC, also \
      packed with gzip or in ZIP archives and folders, told apart by what is in them. One line of JSON is printed an article; \
      all commands read these lines again, with the same text: {"id", "text", "title", "published", "uri", "publisher", \
      "byline", "agency", "origin", "language", "modified", "version", "isBasedOn", "embargo", "encoding", "isSummary", \
      "status"}. “origin” is who published it first, “agency” the wire, “publisher” who carries it; “isSummary” says that the \
      story is elsewhere, at “uri”; a “status” of canceled that the publisher took the item back.

      EXAMPLES
        readout read feed.xml newsletters.mbox
        readout read CC-NEWS-20180911.warc.gz > pages.jsonl
        readout read page.html --format text

      EXIT STATUS
        0 all was read; 1 some inputs of several were not; 64 wrong usage; 65 the input is not readable news;
        66 there is no such input; 74 the output cannot be written
      """)

  @OptionGroup var batch: BatchOptions

  @Option(name: .shortAndLong, help: ArgumentHelp("jsonl or text.", valueName: "format"))
  var format: Format = .jsonl

  enum Format: String, ExpressibleByArgument, CaseIterable { case jsonl, text }

  func run() async throws {
    let format = format
    do {
      try await batch.run(Inputs(batch.files), unit: "articles", separator: format == .text ? "\n\n" : "") {
        let item = try $0.load()
        return format == .text ? NewsItemText(item).bytes : NewsItemLine(item).bytes
      }
    } catch let failure as Failure {
      throw failure.report()
    }
  }
}
