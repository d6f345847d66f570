import Archive
import ArgumentParser

/// `readout ingest`: articles into an archive.
struct IngestCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "ingest", abstract: "Code articles and keep their readouts in an archive.",
    discussion: """
      Articles that the archive has already are passed over without being coded; one whose text has changed becomes a new \
      version, and the old is kept. Each is stored whole or not at all: stop it when you like, and run it again to finish.

      EXAMPLES
        readout ingest news/ --into korea.readout
        readout ingest today.jsonl                   into your own archive
        readout ingest letter.txt --published 2018-09-11
        readout ingest news/ --watch desk.watch      and tell standing questions what is new

      EXIT STATUS
        0 all is in the archive; 1 some inputs of several are not, or some news waits for a target that failed; 65 the input is \
        not readable text, or the file is no archive; 66 there is no such input; 74 the archive cannot be written; 78 the model \
        or the data folder is missing or damaged
      """)

  @Argument(
    help: "Files of text, pages, feeds, mails or web archives, folders of them, or - for the standard input.",
    completion: .file())
  var files: [String]

  @OptionGroup var location: ArchiveLocation
  @OptionGroup var published: PublishedOption
  @OptionGroup var work: WorkOptions
  @OptionGroup var watching: WatchOption
  @OptionGroup var coding: CoderOptions

  func run() async throws {
    do {
      let archive = try location.open(creates: true)
      let ingestion = Ingestion(
        archive: archive, reader: try coding.resources.articleReader(), coder: try coding.coder(),
        published: published.published)
      let watches = try watching.run(archive: archive, resources: coding.resources)
      let failures = try await ingest(Inputs(files), ingestion)
      try archive.optimize()
      let isTold = try await watches?.run() ?? true
      guard let first = failures.first else {
        if !isTold { throw ExitCode(Failure.Status.partial.rawValue) }
        return
      }
      throw ExitCode(failures.count == 1 && files.count == 1 && first.isOnly ? first.failure.status.rawValue : 1)
    } catch let error as ArchiveError {
      throw Failure(error).report()
    } catch let failure as Failure {
      throw failure.report()
    }
  }

  /// Takes in all inputs, says what could not be read and goes on, and prints the closing line.
  ///
  /// - Returns: What failed, and whether it was the only input.
  private func ingest(
    _ inputs: consuming Inputs, _ ingestion: Ingestion
  ) async throws -> [(failure: Failure, isOnly: Bool)] {
    var inputs = inputs
    var progress = ProgressBar(total: inputs.totalBytes, unit: "articles", isQuiet: work.quiet)
    var tally = Ingestion.Tally()
    var failures: [Failure] = []
    var items = 0
    var bytes = 0
    try await Batch(jobs: work.jobs).run(&inputs) { item in
      Result { () throws(any Error) in try ingestion.prepare(item) }
    } emit: { item, result in
      items += 1
      bytes += item.size
      do { try ingestion.store(try result.get(), &tally) } catch let failure as Failure {
        progress.clear()
        _ = failure.report()
        failures.append(failure)
        tally.failed += 1
      }
      progress.update(items: items, bytes: bytes)
    }
    progress.clear()
    if let passedOver = inputs.passedOver, !work.quiet { StandardError.write("readout: \(passedOver)\n") }
    print("\(tally.description)  \(ingestion.archive.path)")
    return failures.map { ($0, items == 1) }
  }
}
