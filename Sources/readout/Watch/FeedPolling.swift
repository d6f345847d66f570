import Archive
import Following
import Glibc
import Newswire

/// Polls feeds into an archive.
struct FeedPolling: Sendable {
  let ingestion: Ingestion
  let fetcher: any Fetcher
  /// Seconds from one poll of a feed to the next.
  let interval: Int
  /// Whether the page behind a summary is fetched.
  let fetchesPages: Bool
  let isQuiet: Bool
  let watches: WatchRun?

  /// Polls until the task is cancelled; with `once`, asks each feed a single time.
  ///
  /// - Throws: `CancellationError` where the task was cancelled within a feed: it will be asked for the same again.
  func run(_ addresses: [String], once: Bool) async throws {
    // What was found before a stop goes out now.
    _ = try await watches?.run()
    let feeds = try addresses.map { try ingestion.archive.feed($0).map(FeedState.init) ?? FeedState(url: $0) }
    var failures = 0
    try await Follower(fetcher: fetcher, interval: interval).follow(
      feeds, once: once, take: take,
      keep: { try ingestion.archive.keep(StoredFeed($0)) },
      tell: { event in
        if case .failed = event { failures += 1 }
        tell(event)
      })
    if once, failures > 0 { throw Failure(.partial, "\(failures) of \(addresses.count) feeds could not be fetched") }
  }

  /// Takes in what a feed sent, and tells watches of it.
  private func take(_ feed: FeedState, _ bytes: [UInt8]) async throws {
    var tally = Ingestion.Tally()
    for result in NewsSource(bytes: bytes, name: feed.address) {
      try Task.checkCancellation()
      switch result {
      case .success(let item): try await take(item, of: feed, &tally)
      case .failure(let error):
        _ = Failure(.data, "\(error)").report()
        tally.failed += 1
      }
    }
    if !isQuiet { StandardError.write("readout: \(feed.url): \(tally.description)\n") }
    _ = try await watches?.run()
  }

  private func take(_ item: NewsItem, of feed: FeedState, _ tally: inout Ingestion.Tally) async throws {
    var item = item
    if fetchesPages, item.metadata.isSummary, try !ingestion.isKnown(item, origin: feed.url) {
      item = await page(behind: item, of: feed) ?? item
    }
    try ingestion.store(try ingestion.prepare(item, origin: feed.url), &tally)
  }

  /// The whole story of an item, as the page at its address has it; `nil` where none is to be had.
  private func page(behind item: NewsItem, of feed: FeedState) async -> NewsItem? {
    // A feed from the web opens no files.
    guard let url = item.metadata.uri, !url.hasPrefix("file://") || feed.address.hasPrefix("file://") else {
      return nil
    }
    do throws(FetchError) {
      guard let bytes = try await fetcher.fetch(FetchRequest(url: url)).body,
        let whole = try? NewsSource(bytes: bytes, name: url).first(where: { _ in true })?.get()
      else { return nil }
      var item = item
      item.text = whole.text
      item.metadata.isSummary = false
      item.metadata.byline = item.metadata.byline ?? whole.metadata.byline
      item.metadata.published = item.metadata.published ?? whole.metadata.published
      return item
    } catch {
      _ = Failure(.noInput, "\(error); the summary is kept").report()
      return nil
    }
  }

  private func tell(_ event: Follower.Event) {
    switch event {
    case .came: break
    case .unchanged(let feed): if !isQuiet { StandardError.write("readout: \(feed.url): nothing new\n") }
    case .failed(let feed, let error):
      let next = feed.isGone ? "" : "; it is asked again in \(max(0, feed.nextPoll - time(nil))) s"
      StandardError.write("readout: \(error)\(next)\n")
    }
  }
}
