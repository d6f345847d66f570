import Newswire
import Testing

@Suite struct NewsMLTests {
  static func item(_ number: Int, status: String = "usable", content: String) -> String {
    """
    <newsItem guid="urn:wire:\(number)" version="3" xml:lang="en">
      <itemMeta><itemClass qcode="ninat:text"/><provider literal="wire.example"><name>Example Wire</name></provider>
        <versionCreated>2018-09-11T09:00:00+09:00</versionCreated><firstCreated>20180911T081500+0900</firstCreated>
        <embargoed>2018-09-12T00:00:00Z</embargoed><pubStatus qcode="stat:\(status)"/></itemMeta>
      <contentMeta><headline>Story \(number)</headline><by>Anna Berg</by><infoSource literal="Second Agency"/>
        <language tag="en-US"/></contentMeta>\(content)
    </newsItem>
    """
  }

  static let nitf = """
    <contentSet><inlineXML contenttype="application/nitf+xml"><nitf><body><body.head><dateline>OSLO</dateline></body.head>
    <body.content><p>The envoys <person>A. B.</person> met.</p><media><media-caption>A photo.</media-caption></media>
    <p>They left.</p></body.content></body></nitf></inlineXML></contentSet>
    """

  @Test func `a message with several items gives each, and counts what is no text`() throws {
    let message =
      "<?xml version=\"1.0\"?><newsMessage xmlns=\"http://iptc.org/std/nar/2006-10-01/\"><header/><itemSet>"
      + Self.item(1, content: Self.nitf)
      + Self.item(
        2,
        content:
          "<contentSet><inlineXML contenttype=\"application/xhtml+xml\"><html xmlns=\"http://www.w3.org/1999/xhtml\"><head><title>No</title></head><body><p>One.</p><p>Two.</p></body></html></inlineXML></contentSet>"
      )
      + Self.item(
        3, content: "<contentSet><inlineData contenttype=\"text/plain\">Plain  words.</inlineData></contentSet>")
      + "<newsItem guid=\"p\"><itemMeta><itemClass qcode=\"ninat:picture\"/></itemMeta></newsItem><packageItem guid=\"q\"/>"
      + "</itemSet></newsMessage>"
    var iterator = NewsSource(bytes: Array(message.utf8), name: "message.xml").makeIterator()
    var items: [NewsItem] = []
    while let next = iterator.next() { items.append(try next.get()) }
    #expect(items.map(\.text) == ["The envoys A. B. met.\n\nThey left.", "One.\n\nTwo.", "Plain  words."])
    #expect(iterator.skipped == [.notText: 2])
    let metadata = items[0].metadata
    #expect(metadata.ref == "urn:wire:1" && metadata.version == "3" && metadata.title == "Story 1")
    #expect(
      metadata.publisher == "Example Wire" && metadata.agency == "Second Agency" && metadata.byline == "Anna Berg")
    #expect(metadata.published == "2018-09-11T08:15:00+09:00" && metadata.modified == "2018-09-11T09:00:00+09:00")
    #expect(metadata.embargo == "2018-09-12T00:00:00Z" && metadata.language == "en-US" && metadata.status == .usable)
  }

  @Test func `an item that was taken back comes through as such, without a text too`() throws {
    for content in ["", Self.nitf] {
      let items = Wire.items(Self.item(1, status: "canceled", content: content))
      try #require(items.count == 1)
      #expect(items[0].metadata.status == .canceled && items[0].metadata.ref == "urn:wire:1")
      #expect(items[0].text.isEmpty == content.isEmpty)
    }
    #expect(Wire.items(Self.item(1, status: "withheld", content: Self.nitf)).first?.metadata.status == .withheld)
  }

  @Test func `an item whose text is elsewhere says where`() {
    let outcomes = Wire.read(
      Self.item(1, content: "<contentSet><remoteContent href=\"https://wire.example/1.xml\"/></contentSet>"))
    guard case .failure(let error)? = outcomes.first else {
      Issue.record("was read")
      return
    }
    #expect(error.message.contains("https://wire.example/1.xml"))
  }
}
