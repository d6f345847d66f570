import Archive
import ArgumentParser
import Exchange
import Glibc
import Knowledge

/// `readout export`: writes readouts in the layouts that other programs read.
struct ExportCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "export", abstract: "Write readouts in the layouts that other programs read.",
    discussion: """
      Reads what readout code --format jsonl (or json) prints or, with --archive, the articles that stand in an archive, with \
      what people corrected in them. The layouts:

        jsonl          the record, a line an article
        csv            a folder of tables with a codebook, for R, Stata and Excel
        sqlite         the same tables as a database
        polecat        POLECAT's 40 columns, a line an event
        plover         PLOVER's JSON, a line an event
        icews          ICEWS's 20 columns, a line a pair of parties
        gdelt          GDELT's 61 columns (events 2.0), a line a pair of parties
        webannotation  W3C Web Annotation, a line an annotation
        brat           a folder of texts with their annotations
        ical           the plans of known day, for calendars

      What a layout has no place for, and what was left out and why, --losses says on standard error.

      EXAMPLES
        readout code archive/ | readout export --as polecat - > events.txt
        readout export --as csv readouts.jsonl --output tables --losses
        readout export --as icews --archive korea.readout --since 2018-09 > korea.tab
        readout export --as gdelt readouts.jsonl --added 2026-11-24T00:00:00Z --mentions mentions.CSV > events.CSV

      EXIT STATUS
        0 all went well; 1 some readouts could not be read; 65 the archive is none, or damaged; 66 there is no such file; 74 the \
      output cannot be written; 78 there is no data folder
      """)

  @Argument(help: "Files of readouts; - for the standard input.", completion: .file(extensions: ["jsonl", "json"]))
  var files: [String] = []

  @Option(
    help: ArgumentHelp("An archive whose articles are written, in place of files.", valueName: "path"),
    completion: .file(extensions: ["readout"]))
  var archive: String?

  @OptionGroup(title: "Which articles of an archive") var days: DayOptions

  @Option(name: .customLong("as"), help: "The layout.")
  var layout: LayoutName

  @Option(
    name: .shortAndLong,
    help: ArgumentHelp("Where to write: a folder for csv and brat, a new file for sqlite.", valueName: "path"),
    completion: .file())
  var output: String?

  @Flag(help: "Say on standard error what was written, left out and why, and what the layout cannot hold.")
  var losses = false

  @Option(help: ArgumentHelp("Write the same to a file.", valueName: "file"), completion: .file())
  var lossesTo: String?

  @Option(help: ArgumentHelp("Write GDELT's mentions too.", valueName: "file"), completion: .file())
  var mentions: String?

  @Option(
    help: ArgumentHelp(
      "When the articles were taken in, for GDELT's DATEADDED and the stamps of calendars. An archive knows it; otherwise left empty.",
      valueName: "YYYY-MM-DDTHH:MM:SSZ"))
  var added: String?

  @Flag(help: "Give GDELT's events the tone 0, for readers that want a number: no tone is measured.")
  var zeroTone = false

  @Flag(help: "Begin CSV files with a byte-order mark, without which Excel does not read UTF-8.")
  var bom = false

  @OptionGroup(visibility: .hidden) var resources: Resources

  func validate() throws {
    if files.isEmpty == (archive == nil) {
      throw ValidationError("Name files of readouts, - for the standard input, or an --archive.")
    }
    if archive == nil, days.since != nil || days.until != nil || days.today != nil {
      throw ValidationError("--since, --until and --today go with --archive.")
    }
    if output == nil, layout.isFolder || layout == .sqlite {
      throw ValidationError("--as \(layout.rawValue) wants --output, a \(layout.isFolder ? "folder" : "new file").")
    }
    // What is written over can no longer be read.
    let inputs = files + (archive.map { [$0] } ?? [])
    if let file = [output, mentions, lossesTo].compactMap({ $0 }).first(where: inputs.contains) {
      throw ValidationError("\(file) is read and cannot be written at once.")
    }
    if mentions != nil, layout != .gdelt { throw ValidationError("--mentions goes with --as gdelt.") }
    if zeroTone, layout != .gdelt { throw ValidationError("--zero-tone goes with --as gdelt.") }
    if bom, layout != .csv { throw ValidationError("--bom goes with --as csv.") }
    if let added, ExportContext(ingested: added) == nil {
      throw ValidationError("--added wants a time of UTC: 2026-11-24T00:00:00Z.")
    }
  }

  func run() throws {
    signal(SIGPIPE, SIG_IGN)
    do {
      let isComplete = try export()
      if !isComplete { throw ExitCode(Failure.Status.partial.rawValue) }
    } catch let failure as Failure {
      throw failure.report()
    } catch let error as ArchiveError {
      throw Failure(error).report()
    } catch let error as QuestionError {
      throw Failure(.usage, error.message).report()
    } catch let error as ExchangeError where error == .nobodyReads {
      // Whoever reads has seen enough.
    } catch let error as ExchangeError {
      throw Failure(.output, error.message).report()
    }
  }

  /// Writes all readouts; whether all could be read.
  private func export() throws -> Bool {
    var options = LayoutOptions()
    options.byteOrderMark = bom
    options.zeroTone = zeroTone
    options.mentions = mentions != nil
    let period = try days.period()
    let archive = try archive.map { try Archive(path: $0, creates: false) }
    let target = try target()
    var layout = try open(options, target)
    try archive?.forEachStanding(in: period) { try layout.write($0.readout, context: context(of: $0)) }
    let isComplete = try writeFiles(to: &layout)
    try layout.finish()
    try target.close()
    let report = "\(self.layout.rawValue): \(layout.losses)"
    if losses { StandardError.write(report) }
    if let lossesTo { try OutputFile.write(Array(report.utf8), to: lossesTo) }
    return isComplete
  }

  /// Writes the readouts of ``files``; whether all could be read.
  private func writeFiles(to layout: inout any Layout) throws -> Bool {
    let context = added.flatMap { ExportContext(ingested: $0) } ?? ExportContext()
    var isComplete = true
    for file in files {
      var lines = try ReadoutLines(file)
      while let item = try lines.next() {
        switch item.readout {
        case .success(let readout): try layout.write(readout, context: context)
        case .failure(let error):
          StandardError.write("readout: \(item.source): \(error)\n")
          isComplete = false
        }
      }
    }
    return isComplete
  }

  private func context(of article: StandingArticle) -> ExportContext {
    var context = ExportContext()
    context.article = article.identity
    context.ingested = added ?? article.ingestedAt
    context.copies = article.copies
    context.revision = article.version - 1
    return context
  }

  private func target() throws(ExchangeError) -> FileOutput {
    if layout.isFolder, let output { return try FileOutput(folder: output) }
    return FileOutput(path: output ?? "-", others: mentions.map { [GDELTLayout.mentions: $0] } ?? [:])
  }

  private func open(_ options: LayoutOptions, _ target: FileOutput) throws -> any Layout {
    if layout == .sqlite, let output { return try SQLiteLayout(path: output) }
    let codes: CodeSystems
    do { codes = try CodeSystems(contentsOf: try resources.dataFolder()) } catch let error as KnowledgeError {
      throw Failure(.configuration, "\(error)")
    }
    guard let layout = try layout.layout(codes: codes, options: options, to: target) else {
      throw Failure(.output, "--as \(layout.rawValue) wants --output")
    }
    return layout
  }
}

extension LayoutName: ExpressibleByArgument {}
