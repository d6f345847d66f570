import Following
import Testing

@Suite struct FeedListTests {
  @Test func `a list has a line each, with comments`() {
    let text = """
      # Asia
      https://a.example/rss#top   # the main feed
      file:///news/b.xml\r
      https://a.example/rss#top

        # nothing
      """
    #expect(FeedList.addresses(in: text) == ["https://a.example/rss#top", "file:///news/b.xml"])
  }

  @Test func `OPML gives the addresses of its outlines`() {
    let text = """
      <?xml version="1.0"?><opml version="2.0"><head><title>x</title></head><body>
      <outline text="Asia"><outline type="rss" xmlUrl="https://a.example/rss?x=1&amp;y=2" text="A"/>
      <outline xmlUrl = 'https://b.example/atom'/></outline>
      </body></opml>
      """
    #expect(FeedList.addresses(in: text) == ["https://a.example/rss?x=1&y=2", "https://b.example/atom"])
  }

  @Test(arguments: ["", "<opml>", "<outline xmlUrl", "<outline xmlUrl=\"", "<outline xmlUrl=\"&"])
  func `whatever is no list gives none, or what it can`(text: String) {
    #expect(FeedList.addresses(in: text).allSatisfy { $0.count < 2 })
  }
}
