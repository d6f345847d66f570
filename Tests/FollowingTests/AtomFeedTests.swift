import Following
import Testing

@Suite struct AtomFeedTests {
  @Test func `a feed is written as RFC 4287 has it`() {
    var feed = AtomFeed(id: "urn:uuid:f", title: "Fish & bread", updated: "2021-03-04T05:06:07Z", author: "Readout")
    feed.entries = [
      AtomFeed.Entry(
        id: "urn:uuid:1", title: "a < b", updated: "2021-03-04T05:06:07Z", category: "statement",
        link: "https://example.org/a?b=1&c=2", text: "said \"no\"\u{0}\u{FFFE}")
    ]
    #expect(
      String(decoding: feed.bytes, as: UTF8.self) == """
        <?xml version="1.0" encoding="utf-8"?>
        <feed xmlns="http://www.w3.org/2005/Atom">
          <id>urn:uuid:f</id>
          <title>Fish &amp; bread</title>
          <updated>2021-03-04T05:06:07Z</updated>
          <author><name>Readout</name></author>
          <generator>Readout</generator>
          <entry>
            <id>urn:uuid:1</id>
            <title>a &lt; b</title>
            <updated>2021-03-04T05:06:07Z</updated>
            <category term="statement"/>
            <link href="https://example.org/a?b=1&amp;c=2"/>
            <content type="text">said &quot;no&quot;</content>
          </entry>
        </feed>

        """)
  }

  @Test(arguments: ["/news/a.txt", "https://example.org/a b", "javascript:alert(1)"])
  func `only web addresses are links`(link: String) {
    var feed = AtomFeed(id: "urn:uuid:f", title: "T", updated: "2021-03-04T05:06:07Z", author: "Readout")
    feed.entries = [AtomFeed.Entry(id: "urn:uuid:1", title: "t", updated: "u", category: "c", link: link, text: "x")]
    #expect(!String(decoding: feed.bytes, as: UTF8.self).contains("<link"))
  }
}
