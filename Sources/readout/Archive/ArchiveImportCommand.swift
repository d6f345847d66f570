import Archive
import ArgumentParser

/// `readout archive import`.
struct ArchiveImportCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "import", abstract: "Read what export printed into an archive; what is there already stays.")

  @Argument(help: "A file of an export, or - for the standard input.", completion: .file())
  var file: String

  @OptionGroup var location: ArchiveLocation

  func run() throws {
    do {
      let input = try InputFile(file)
      let archive = try location.open(creates: true)
      let done = try archive.importLines { try input.line() }
      try archive.optimize()
      print("\(done.articles) new, \(done.known) known, \(done.corrections) corrections  \(archive.path)")
    } catch let error as ArchiveError {
      throw Failure(error).report()
    } catch let failure as Failure {
      throw failure.report()
    }
  }
}
