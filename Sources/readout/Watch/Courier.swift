import Archive
import Following
import Glibc

/// Delivers what watches have found, each line to each of its targets, in the order in which it was found.
///
/// A line leaves the queue when it has been delivered. Whoever is stopped in between delivers it again.
struct Courier {
  let archive: Archive
  let poster: any Poster

  /// How many lines went out, and what could not be reached.
  struct Outcome {
    var delivered = 0
    var failures: [Failure] = []
  }

  /// - Throws: ``ArchiveError``, or ``StandardOutput/Closed`` where nobody reads the standard output any more.
  func deliver(_ watches: [Watch]) async throws -> Outcome {
    var outcome = Outcome()
    guard let lock = try await lock() else {
      outcome.failures.append(
        Failure(.output, "another process has been delivering for a minute; what is new waits for the next time"))
      return outcome
    }
    defer { lock.release() }
    try archive.strikeOthers(than: watches)
    var seen: Set<DeliveryTarget> = []
    for target in watches.flatMap(\.targets) where seen.insert(target).inserted {
      do {
        outcome.delivered += try await deliver(to: target, of: watches)
      } catch let failure as Failure {
        outcome.failures.append(failure)
      } catch let error as DeliveryError {
        outcome.failures.append(Failure(.output, "\(error)"))
      }
    }
    return outcome
  }

  /// So that two that find at once do not deliver the same line twice.
  private func lock() async throws -> DeliveryLock? {
    for _ in 0..<600 {
      if let lock = try DeliveryLock(path: archive.path + "-delivery") { return lock }
      try await Task.sleep(for: .milliseconds(100))
    }
    return nil
  }

  private static let atOnce = 500

  private func deliver(to target: DeliveryTarget, of watches: [Watch]) async throws -> Int {
    var count = 0
    while true {
      let waiting = try archive.deliveries(to: target, limit: Self.atOnce)
      if waiting.isEmpty { return count }
      switch target {
      case .standardOutput: try Self.print(waiting.flatMap { FindingText($0.finding).text.utf8 })
      case .jsonLines("-"): try Self.print(waiting.flatMap { $0.finding.json() + [0x0A] })
      case .jsonLines(let path): try OutputPath(path).append(waiting.flatMap { $0.finding.json() + [0x0A] })
      case .atom(let path): try write(feedOf: watches.filter { $0.targets.contains(target) }, to: path)
      case .webhook(let url): count += try await post(waiting, to: url)
      }
      if case .webhook = target { continue }
      try archive.strike(waiting, to: target)
      count += waiting.count
    }
  }

  private static func print(_ bytes: [UInt8]) throws {
    // What the command printed before comes before.
    fflush(nil)
    var output = StandardOutput()
    try output.write(bytes)
    try output.flush()
  }

  // MARK: Atom

  /// The feed holds the last lines; what it has once shown it shows again until newer ones take the place.
  private func write(feedOf watches: [Watch], to path: String) throws {
    let names = watches.map(\.name)
    let findings = try archive.findings(of: names, limit: Self.entries)
    var feed = AtomFeed(
      id: "urn:uuid:" + Finding.feedID(of: names), title: names.joined(separator: "; "),
      updated: findings.first?.foundAt ?? "1970-01-01T00:00:00Z", author: "Readout")
    feed.entries = findings.map { finding, foundAt in
      AtomFeed.Entry(
        id: "urn:uuid:" + finding.id, title: finding.what, updated: foundAt, category: finding.kind.rawValue,
        link: finding.source.uri, text: FindingText(finding).citation)
    }
    try OutputPath(path).replace(with: feed.bytes)
  }

  private static let entries = 100

  // MARK: Webhooks

  private func post(_ waiting: [Delivery], to url: String) async throws -> Int {
    let target = DeliveryTarget.webhook(url)
    let pause = try archive.pause(of: target)
    if let pause, pause.until > time(nil) {
      throw Failure(
        .output, "\(url) has failed \(pause.failures) times; it is tried again in \(pause.until - time(nil)) s")
    }
    let webhook = Webhook(url: url, poster: poster)
    for delivery in waiting {
      do {
        try await webhook.deliver(delivery.finding.json(), key: delivery.finding.id)
      } catch {
        try archive.keep(.after(pause, at: time(nil), asked: error.retryAfter), of: target)
        throw Failure(.output, "\(error); what is new waits for it")
      }
      try archive.strike([delivery], to: target)
    }
    return waiting.count
  }
}
