import ArgumentParser
import Coding
import Newswire
import Record

/// `readout code`: articles in, readouts out.
struct CodeCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "code", abstract: "Make the readout of articles.",
    discussion: """
      One article is printed to be read; several give JSON Lines, in the order of the inputs, unless --format says \
      otherwise. Text, pages, feeds, newswire XML and JSON, mails and web archives are told apart by what is in them; \
      `readout help read` names the formats, and JSON Lines' fields.

      EXAMPLES
        readout code story.txt --published 2018-09-11
        readout code story.txt --format json > story.json
        readout code archive/ --jobs 8 > readouts.jsonl
        readout code story.txt --format annotated > story.html
        readout code story.txt --explain             what each statement rests on
        readout code feed.xml newsletters.mbox crawl.warc.gz
        readout code archive/ --dictionaries phoenix/
        curl -s https://example.org/story.txt | readout code -

      EXIT STATUS
        0 all was coded; 1 some inputs of several were not; 64 wrong usage; 65 the input is not readable text;
        66 there is no such input; 74 the output cannot be written; 78 the model or the data folder is missing or damaged
      """)

  @OptionGroup var batch: BatchOptions

  @Option(
    name: .shortAndLong,
    help: ArgumentHelp("text, json, jsonl or annotated (a web page).", valueName: "format"))
  var format: Format?

  @OptionGroup var published: PublishedOption

  @Flag(
    help: "Say for each statement what it rests on: the rule or the model's scores, the cue, the ways in the parse.")
  var explain = false

  @OptionGroup var coding: CoderOptions

  enum Format: String, ExpressibleByArgument, CaseIterable { case text, json, jsonl, annotated }

  func run() async throws {
    let inputs = Inputs(batch.files)
    let format = format ?? (inputs.isMany ? .jsonl : .text)
    do {
      let reader = try coding.resources.articleReader()
      let coder = try coding.coder()
      let explains = explain
      let published = published.published
      let terminal = Terminal.current()
      let isMany = inputs.isMany
      let frame = Self.frame(of: format, isMany: isMany)
      try await batch.run(inputs, unit: "articles", begin: frame.begin, separator: frame.separator, end: frame.end) {
        var item = try $0.loadUsable()
        item.metadata.publishedByOption = published
        let readout = coder.code(reader.read(item.text, metadata: item.metadata), explains: explains)
        switch format {
        case .json: return readout.json(pretty: true) + (isMany ? [] : [0x0A])
        case .jsonl: return readout.json() + [0x0A]
        case .text: return Array(TextReport(readout, terminal: terminal).text.utf8)
        case .annotated: return Array(AnnotatedArticle(readout).html.utf8)
        }
      }
    } catch let failure as Failure {
      throw failure.report()
    }
  }

  /// What stands before, between and after several readouts.
  private static func frame(of format: Format, isMany: Bool) -> (begin: String, separator: String, end: String) {
    switch format {
    case .jsonl: ("", "", "")
    case .json: isMany ? ("[\n", ",\n", "\n]\n") : ("", "", "")
    case .text: ("", "\n\n", "")
    case .annotated: (AnnotatedPage.begin, "\n", AnnotatedPage.end)
    }
  }
}

extension String {
  /// Whether it is a date, or a date and time, of ISO 8601.
  var isISODate: Bool {
    let parts = prefix(10).split(separator: "-", omittingEmptySubsequences: false)
    guard parts.count == 3, parts[0].count == 4, parts[1].count == 2, parts[2].count == 2,
      let month = Int(parts[1]), let day = Int(parts[2]), Int(parts[0]) != nil
    else { return false }
    let rest = dropFirst(10)
    return (1...12).contains(month) && (1...31).contains(day)
      && (rest.isEmpty || rest.first == "T" || rest.first == " ")
  }
}
