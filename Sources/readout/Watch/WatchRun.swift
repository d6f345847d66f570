import Archive
import Coding
import Following

/// Looks for what is new to watches in an archive, and delivers it.
struct WatchRun {
  private let archive: Archive
  private let watches: [Watch]
  private let poster = WebPoster(agent: "Readout/\(Coder.release)")

  init(_ watches: [Watch], archive: Archive) {
    self.watches = watches
    self.archive = archive
  }

  /// Says what could not be delivered; that waits for the next time.
  ///
  /// - Returns: Whether all went out.
  func run() async throws -> Bool {
    try archive.look(for: watches)
    let outcome = try await Courier(archive: archive, poster: poster).deliver(watches)
    for failure in outcome.failures { _ = failure.report() }
    return outcome.failures.isEmpty
  }

  func close() async { await poster.close() }
}
