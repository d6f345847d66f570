import Archive
import ArgumentParser

/// `readout archive compact`.
struct ArchiveCompactCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "compact", abstract: "Make an archive's file as small as it can be.",
    discussion: "It needs as much room again while it runs, and nothing else may write to the archive meanwhile.")

  @OptionGroup var location: ArchiveLocation

  func run() throws {
    do throws(ArchiveError) {
      let archive = try Archive(path: location.path, creates: false)
      let before = try archive.statistics().size
      try archive.compact()
      print("\(before) bytes before, \(try archive.statistics().size) now  \(archive.path)")
    } catch { throw Failure(error).report() }
  }
}
