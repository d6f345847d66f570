import Archive
import ArgumentParser
import Record

/// `readout corrections list`.
struct CorrectionsListCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "list", abstract: "Print the corrections of an archive, the oldest first.")

  @OptionGroup var location: ArchiveLocation

  func run() throws {
    do throws(ArchiveError) {
      for correction in try Archive(path: location.path, creates: false).corrections() { print(Self.line(correction)) }
    } catch { throw Failure(error).report() }
  }

  private static func line(_ correction: Correction) -> String {
    let anchor = correction.anchor
    let spans = anchor.spans.map { "[\($0.start), \($0.end)]" }.joined(separator: " ")
    let what = [anchor.kind.rawValue, anchor.type, spans].compactMap { $0 }.joined(separator: " ")
    let reason = correction.why.map { ": \($0)" } ?? ""
    return "\(correction.id)  \(correction.at)  \(correction.who)  \(correction.action.rawValue) \(what) of "
      + "\(correction.document.prefix(19))\(reason)"
  }
}
