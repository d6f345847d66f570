import Archive
import ArgumentParser

/// `readout archive check`.
struct ArchiveCheckCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "check", abstract: "Look through an archive for damage; change nothing.",
    discussion: """
      SQLite's own structure, foreign keys, full text, the chains of versions, every record with its spans, and whether \
      the rows that questions read are those of the records.

      EXIT STATUS
        0 all is well; 1 it is not, and a line says what; 65 the file is no archive; 66 there is none
      """)

  @OptionGroup var location: ArchiveLocation

  func run() throws {
    do throws(ArchiveError) {
      let archive = try Archive(path: location.path, creates: false)
      var progress = ProgressBar(total: 1, unit: "articles", isQuiet: false)
      let faults = try archive.check { done, _ in progress.update(items: done, bytes: 0) }
      progress.clear()
      guard faults.isEmpty else {
        print(faults.joined(separator: "\n"))
        throw ArchiveError(
          .damaged, path: archive.path, "what is wrong is mended by: readout archive repair --archive \(archive.path)")
      }
      print("all is well  \(archive.path)")
    } catch {
      var failure = Failure(error)
      if error.reason == .damaged { failure.status = .partial }
      throw failure.report()
    }
  }
}
