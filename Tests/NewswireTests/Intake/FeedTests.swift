import Newswire
import Testing

@Suite struct FeedTests {
  static let story = (1...3).map { "<p>Paragraph \($0) of the story.</p>" }.joined()

  @Test func `an RSS item says who published it first, who carries it, and whether it is whole`() throws {
    let items = Wire.items(
      """
      <?xml version="1.0"?>
      <rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:dc="http://purl.org/dc/elements/1.1/">
      <channel><title>World News Daily</title><link>https://daily.example/</link><language>en-gb</language>
      <item><title>Envoys &amp; ministers meet</title><link>https://daily.example/1</link>
        <guid isPermaLink="false">daily-1</guid><pubDate>Tue, 11 Sep 2018 08:15:00 +0900</pubDate>
        <dc:creator>Anna Berg</dc:creator><source url="https://wire.example/rss">Example Wire</source>
        <description>In short.</description><content:encoded><![CDATA[\(Self.story)]]></content:encoded></item>
      <item><title>Talks begin</title><guid>https://daily.example/2</guid><description>&lt;b&gt;Talks&lt;/b&gt; began on Monday.</description></item>
      </channel></rss>
      """)
    try #require(items.count == 2)
    let whole = items[0].metadata
    #expect(items[0].text == "Paragraph 1 of the story.\n\nParagraph 2 of the story.\n\nParagraph 3 of the story.")
    #expect(
      whole.title == "Envoys & ministers meet" && whole.ref == "daily-1" && whole.uri == "https://daily.example/1")
    #expect(whole.published == "2018-09-11T08:15:00+09:00" && whole.byline == "Anna Berg" && whole.language == "en-gb")
    #expect(whole.publisher == "World News Daily" && whole.origin == "Example Wire" && !whole.isSummary)
    #expect(items[1].text == "Talks began on Monday.")
    #expect(items[1].metadata.isSummary && items[1].metadata.uri == "https://daily.example/2")
  }

  @Test func `feeds with the commonest faults are read`() throws {
    let items = Wire.items(
      "\n <rss><channel><title>A&B</title><item><title>Caf&eacute; talks at AT&T &mdash; again\u{8}</title>"
        + "<link>https://a.example/?x=1&y=2</link><description>Q&amp;A &#8220;now&#8221; &unknown;</description></item></channel></rss>"
    )
    try #require(items.count == 1)
    #expect(items[0].metadata.title == "Café talks at AT&T — again")
    #expect(items[0].metadata.uri == "https://a.example/?x=1&y=2")
    #expect(items[0].text == "Q&A “now” &unknown;" && items[0].metadata.publisher == "A&B")
  }

  @Test func `a feed that is cut short gives the whole items, then says so`() throws {
    let outcomes = Wire.read(
      "<rss><channel><item><title>One</title></item><item><title>Two</title></item><item><title>Thr", name: "cut.xml")
    try #require(outcomes.count == 3)
    #expect(try outcomes[1].get().text == "Two")
    #expect(throws: NewswireError.self) { try outcomes[2].get() }
    guard case .failure(let error) = outcomes[2] else { return }
    #expect(error.description.hasPrefix("cut.xml:1: is no well-formed XML"))
  }

  @Test func `items of RSS 1.0 stand beside the channel`() throws {
    let items = Wire.items(
      """
      <rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/"
        xmlns:dc="http://purl.org/dc/elements/1.1/">
      <channel rdf:about="https://old.example/"><title>Old Wire</title><dc:language>fr</dc:language></channel>
      <item rdf:about="https://old.example/9"><title>Accord</title><link>https://old.example/9</link>
      <description>Un accord a été signé.</description><dc:date>2005-03-04T05:06+01:00</dc:date></item></rdf:RDF>
      """)
    try #require(items.count == 1)
    let metadata = items[0].metadata
    #expect(metadata.ref == "https://old.example/9" && metadata.publisher == "Old Wire" && metadata.language == "fr")
    #expect(metadata.published == "2005-03-04T05:06:00+01:00")
  }

  @Test func `Atom's constructs of text, links and sources are told apart`() throws {
    let items = Wire.items(
      """
      <feed xmlns="http://www.w3.org/2005/Atom" xml:lang="en" xml:base="https://desk.example/news/">
      <title>Desk</title><updated>2020-01-02T00:00:00Z</updated>
      <entry><id>tag:desk.example,2020:1</id><title type="html">Pact &amp;lt;signed&amp;gt;</title>
        <link rel="self" href="https://desk.example/1.atom"/><link href="/1?a=b&amp;c=d"/>
        <author><name>B. Hill</name></author><published>2020-01-01T10:00:00.123-05:00</published>
        <updated>2020-01-02T00:00:00Z</updated><source><title>The Times of Nowhere</title></source>
        <content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml"><p>They
        signed.</p><p>All <b>went</b> home.<br/>Late.</p></div></content></entry>
      <entry><id>2</id><title>Only a title</title><updated>2020-01-03</updated></entry>
      </feed>
      """)
    try #require(items.count == 2)
    let metadata = items[0].metadata
    #expect(items[0].text == "They signed.\n\nAll went home.\nLate.")
    #expect(metadata.title == "Pact <signed>" && metadata.uri == "https://desk.example/1?a=b&c=d")
    #expect(metadata.origin == "The Times of Nowhere" && metadata.byline == "B. Hill" && !metadata.isSummary)
    #expect(metadata.published == "2020-01-01T10:00:00-05:00" && metadata.modified == "2020-01-02T00:00:00Z")
    #expect(items[1].text == "Only a title" && items[1].metadata.isSummary)
  }

  @Test func `a JSON Feed is read, on one line or many`() throws {
    let feed = """
      {"version": "https://jsonfeed.org/version/1.1", "title": "Desk", "language": "en",
       "items": [{"id": 1, "url": "https://desk.example/1", "title": "Pact", "content_html": "<p>Signed.</p><p>Sealed.</p>",
         "date_published": "2020-01-01T10:00:00Z", "authors": [{"name": "B. Hill"}]}, {"id": "2"}]}
      """
    for text in [feed, feed.split(separator: "\n").joined()] {
      let outcomes = Wire.read(text)
      try #require(outcomes.count == 2)
      let item = try outcomes[0].get()
      #expect(item.text == "Signed.\n\nSealed." && item.metadata.byline == "B. Hill" && item.metadata.ref == "1")
      #expect(throws: NewswireError.self) { try outcomes[1].get() }
    }
  }
}
