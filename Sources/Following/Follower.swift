import Glibc

/// Polls feeds, each when it is due, until it is stopped.
///
/// One request at a time goes to a host; several hosts are asked at once. A feed's state is kept only after what it sent was
/// taken: where the program stops in between, the feed is asked again and sends it again, so that nothing is lost.
public struct Follower: Sendable {
  /// What is told of a poll.
  public enum Event: Sendable {
    /// `bytes` came and were taken.
    case came(FeedState, bytes: Int)
    case unchanged(FeedState)
    case failed(FeedState, FetchError)
  }

  private let fetcher: any Fetcher
  /// Seconds from one poll of a feed to the next.
  private let interval: Int
  private let now: @Sendable () -> Int
  private let sleep: @Sendable (_ seconds: Int) async throws -> Void

  /// - Parameters:
  ///   - interval: seconds from one poll of a feed to the next, at least one.
  ///   - now: the clock, seconds since 1970.
  ///   - sleep: waits that many seconds; throws `CancellationError` where the task is cancelled.
  public init(
    fetcher: any Fetcher, interval: Int, now: @escaping @Sendable () -> Int = { time(nil) },
    sleep: @escaping @Sendable (Int) async throws -> Void = { try await Task.sleep(for: .seconds($0)) }
  ) {
    self.fetcher = fetcher
    self.interval = max(1, interval)
    self.now = now
    self.sleep = sleep
  }

  /// Polls until the task is cancelled or every feed is gone; with `once`, asks each feed a single time, due or not.
  ///
  /// - Parameters:
  ///   - take: takes what a feed sent. An error of its stops everything, and the feed will be asked for the same again.
  ///   - keep: keeps a feed's new state, after `take`.
  ///   - tell: is told how each poll went.
  public func follow(
    _ feeds: [FeedState], once: Bool = false, take: (FeedState, [UInt8]) async throws -> Void,
    keep: (FeedState) throws -> Void, tell: (Event) -> Void
  ) async throws {
    var feeds = feeds
    while !Task.isCancelled {
      let moment = now()
      let due = feeds.indices.filter { !feeds[$0].isGone && (once || feeds[$0].nextPoll <= moment) }
      try await poll(due.map { ($0, feeds[$0]) }) { index, outcome in
        var feed = feeds[index]
        switch outcome {
        case .success(let response):
          if let body = response.body { try await take(feed, body) }
          feed.answered(response, at: now(), interval: interval)
          tell(response.body.map { .came(feed, bytes: $0.count) } ?? .unchanged(feed))
        case .failure(let error):
          feed.failed(error, at: now(), interval: interval)
          tell(.failed(feed, error))
        }
        feeds[index] = feed
        try keep(feed)
      }
      guard !once, let next = feeds.lazy.filter({ !$0.isGone }).map(\.nextPoll).min() else { return }
      do { try await sleep(max(1, next - now())) } catch is CancellationError { return }
    }
  }

  private typealias Outcome = Result<FetchResponse, FetchError>

  /// Fetches feeds, those of one host one after the other, and hands on each as it comes.
  private func poll(
    _ feeds: [(index: Int, feed: FeedState)], _ receive: (Int, Outcome) async throws -> Void
  ) async throws {
    let hosts = Dictionary(grouping: feeds) { Self.host(of: $0.feed.address) }
    var queues = hosts.sorted { $0.value[0].index < $1.value[0].index }.map { $0.value[...] }
    try await withThrowingTaskGroup(of: (queue: Int, index: Int, Outcome).self) { group in
      let fetcher = fetcher
      var waiting = queues.indices.makeIterator()
      func ask(_ queue: Int) -> Bool {
        guard let (index, feed) = queues[queue].popFirst() else { return false }
        group.addTask { (queue, index, await Self.outcome(of: feed, by: fetcher)) }
        return true
      }
      for _ in 0..<Self.hostsAtOnce {
        if let queue = waiting.next() { _ = ask(queue) }
      }
      while let (queue, index, outcome) = try await group.next() {
        // A stop that comes while a server is waited for is no failure of the feed.
        if Task.isCancelled { return group.cancelAll() }
        try await receive(index, outcome)
        if Task.isCancelled { return group.cancelAll() }
        while !ask(queue) {
          guard let next = waiting.next() else { break }
          if ask(next) { break }
        }
      }
    }
  }

  private static func outcome(of feed: FeedState, by fetcher: any Fetcher) async -> Outcome {
    let request = FetchRequest(url: feed.address, etag: feed.etag, lastModified: feed.lastModified)
    do throws(FetchError) { return .success(try await fetcher.fetch(request)) } catch { return .failure(error) }
  }

  private static let hostsAtOnce = 8

  private static func host(of url: String) -> Substring {
    guard let scheme = url.firstRange(of: "://") else { return url[...] }
    return url[..<(url[scheme.upperBound...].firstIndex { "/?#".contains($0) } ?? url.endIndex)]
  }
}
