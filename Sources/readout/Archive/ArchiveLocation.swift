import Archive
import ArgumentParser
import FoundationEssentials

/// The archive that a command works on: named, else by the environment, else the user's own.
struct ArchiveLocation: ParsableArguments {
  @Option(
    name: [.customLong("archive"), .customLong("into")],
    help: ArgumentHelp(
      "The archive. (default: $READOUT_ARCHIVE, else readout/archive.readout in $XDG_DATA_HOME or ~/.local/share)",
      valueName: "path"), completion: .file(extensions: ["readout"]))
  var archive: String?

  /// Where it lies.
  var path: String {
    let environment = ProcessInfo.processInfo.environment
    func variable(_ name: String) -> String? { environment[name].flatMap { $0.isEmpty ? nil : $0 } }
    if let path = archive ?? variable("READOUT_ARCHIVE") { return path }
    return (variable("XDG_DATA_HOME") ?? "\(variable("HOME") ?? ".")/.local/share") + "/readout/archive.readout"
  }

  /// Opens it.
  ///
  /// - Parameter creates: Whether a missing one is made.
  func open(creates: Bool = false) throws(Failure) -> Archive {
    do { return try Archive(path: path, creates: creates) } catch { throw Failure(error) }
  }
}
