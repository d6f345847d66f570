import Archive
import ArgumentParser
import Record

/// `readout archive stats`.
struct ArchiveStatsCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "stats", abstract: "Say what an archive holds, and which coders made its records.")

  @OptionGroup var location: ArchiveLocation

  func run() throws {
    do throws(ArchiveError) {
      let archive = try Archive(path: location.path, creates: false)
      print(Self.lines(try archive.statistics(), path: archive.path).joined(separator: "\n"))
    } catch { throw Failure(error).report() }
  }

  private static func lines(_ statistics: Archive.Statistics, path: String) -> [String] {
    let counts = statistics.counts
    var lines = ["\(path), \(size(statistics.size))"]
    lines.append(
      "\(counts.articles) articles: \(statistics.status.map { "\($0.articles) \($0.status)" }.joined(separator: ", "))")
    if let first = statistics.firstDay, let last = statistics.lastDay {
      lines.append("from \(first) to \(last), \(statistics.undated) without a day")
    }
    lines.append(
      "\(counts.statements) statements, \(counts.events) events, \(counts.positions) positions, "
        + "\(counts.commitments) commitments, \(counts.agenda) plans, \(counts.actors) actors")
    lines.append("\(counts.corrections) corrections")
    for (coder, articles) in statistics.coders {
      let parts = [coder.model, coder.attribution, coder.knowledge].compactMap { $0 }
      lines.append("\(articles) coded by \(coder.name) \(coder.release) (\(parts.joined(separator: ", ")))")
    }
    return lines
  }

  /// `12.3 MB`.
  private static func size(_ bytes: Int) -> String {
    let tenths = (bytes * 10 + 500_000) / 1_000_000
    return "\(tenths / 10).\(tenths % 10) MB"
  }
}
