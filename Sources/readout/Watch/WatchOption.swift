import Archive
import ArgumentParser

/// Watches to be told of what comes into an archive.
struct WatchOption: ParsableArguments {
  @Option(
    name: .customLong("watch"),
    help: ArgumentHelp("Tell the watches of this file what is new; see readout watch --help.", valueName: "file"),
    completion: .file())
  var file: String?

  /// - Throws: ``Failure`` where there is no such file, or something in it is wrong.
  func run(archive: Archive, resources: Resources) throws -> WatchRun? {
    guard let file else { return nil }
    return WatchRun(try WatchFile(path: file).watches(knowledge: try resources.tables()), archive: archive)
  }
}
