import Archive
import Testing

@Suite struct FeedTests {
  @Test func `what is known of a feed comes back`() throws {
    let folder = try TemporaryFolder()
    let archive = try Archive(path: folder.path("a.readout"))
    #expect(try archive.feed("https://example.org/feed") == nil)
    var feed = StoredFeed(url: "https://example.org/feed")
    feed.etag = "\"a\""
    feed.nextPoll = 1_900_000_000
    try archive.keep(feed)
    #expect(try archive.feed(feed.url) == feed)
    feed.isGone = true
    feed.failures = 3
    feed.movedTo = "https://example.net/feed"
    try archive.keep(feed)
    #expect(try archive.feed(feed.url) == feed)
  }
}
