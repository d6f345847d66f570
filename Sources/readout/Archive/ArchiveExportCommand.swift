import Archive
import ArgumentParser
import Glibc

/// `readout archive export`.
struct ArchiveExportCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "export", abstract: "Print all of an archive as JSON Lines: articles, records, corrections.",
    discussion: """
      EXAMPLES
        readout archive export | gzip > backup.jsonl.gz
        zcat backup.jsonl.gz | readout archive import - --into other.readout
      """)

  @OptionGroup var location: ArchiveLocation

  func run() throws {
    signal(SIGPIPE, SIG_IGN)
    do {
      let archive = try location.open()
      var output = StandardOutput()
      try archive.export { try output.write($0) }
      try output.flush()
    } catch is StandardOutput.Closed {
      throw ExitCode.success
    } catch let error as ArchiveError {
      throw Failure(error).report()
    } catch let failure as Failure {
      throw failure.report()
    }
  }
}
