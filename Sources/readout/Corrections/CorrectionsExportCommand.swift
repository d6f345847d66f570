import Archive
import ArgumentParser
import FoundationEssentials
import Record

/// `readout corrections export`.
struct CorrectionsExportCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "export", abstract: "Write the articles of which something was corrected as annotated texts.",
    discussion: """
      brat: a text and its annotation beside each other, to be opened in brat. training: the folders text/ and attributions/ that the \
      attribution tagger is trained from (training/README.md). Both hold all statements of an article as they stand \
      corrected: look through the whole of an article before you train with it.

      EXAMPLES
        readout corrections export gold/ --as training
      """)

  @Argument(help: "The folder to write to; it is made where it is missing.", completion: .directory)
  var folder: String

  @Option(name: .customLong("as"), help: ArgumentHelp("brat or training.", valueName: "format"))
  var format: Format

  @OptionGroup var location: ArchiveLocation

  enum Format: String, ExpressibleByArgument, CaseIterable { case brat, training }

  func run() throws {
    do {
      let archive = try location.open()
      let articles = try archive.correctedArticles()
      if format == .brat { try write(Array(Standoff.configuration.utf8), "annotation.conf") }
      for (article, who) in articles { try write(try archive.readout(of: article), by: who) }
      print("\(articles.count) articles  \(folder)")
    } catch let error as ArchiveError {
      throw Failure(error).report()
    } catch let failure as Failure {
      throw failure.report()
    }
  }

  private func write(_ readout: Readout, by who: String) throws(Failure) {
    let name = String(readout.document.id.drop { $0 != ":" }.dropFirst().prefix(16))
    let standoff = Array(Standoff(readout).text.utf8)
    let text = Array(readout.document.text.utf8)
    switch format {
    case .brat:
      try write(text, "\(name).txt")
      try write(standoff, "\(name).ann")
    case .training:
      // The annotator's name must hold no underscore, by which it is set off.
      let annotator = who.lowercased().filter { $0.isASCII && ($0.isLetter || $0.isNumber) }
      try write(text, "text/\(name).txt")
      try write(standoff, "attributions/\(name)_\(annotator.isEmpty ? "reader" : annotator).ann")
    }
  }

  private func write(_ bytes: [UInt8], _ name: String) throws(Failure) {
    let path = "\(folder)/\(name)"
    let parent = path[..<(path.lastIndex(of: "/") ?? path.endIndex)]
    do { try FileManager.default.createDirectory(atPath: String(parent), withIntermediateDirectories: true) } catch {
      throw Failure(.output, "\(parent): the folder cannot be made")
    }
    try OutputFile.write(bytes, to: path)
  }
}
