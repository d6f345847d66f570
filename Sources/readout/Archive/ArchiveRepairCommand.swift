import Archive
import ArgumentParser

/// `readout archive repair`.
struct ArchiveRepairCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "repair", abstract: "Mend an archive; what can be read of a damaged file is saved into a new one.",
    discussion: "Nothing else may use the archive meanwhile. A damaged file is kept beside the new one.")

  @OptionGroup var location: ArchiveLocation

  func run() throws {
    do throws(ArchiveError) {
      let repair = try Archive.repair(path: location.path)
      var lines = [
        "\(repair.articles) articles and \(repair.corrections) corrections are there; \(repair.lost) rows are lost"
      ]
      if repair.withoutRecord > 0 {
        lines.append(
          "\(repair.withoutRecord) articles have no record; bring them back with: readout recode --archive \(location.path)"
        )
      }
      if let file = repair.damagedFile { lines.append("the damaged file is now \(file)") }
      print(lines.joined(separator: "\n"))
    } catch { throw Failure(error).report() }
  }
}
