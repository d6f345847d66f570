import Newswire
import Testing

@Suite struct NITFTests {
  static func document(_ content: String, data: String = "") -> String {
    """
    <?xml version="1.0" encoding="UTF-8"?>
    <!DOCTYPE nitf SYSTEM "http://www.nitf.org/IPTC/NITF/3.2/specification/dtd/nitf-3-2.dtd">
    <nitf><head><title>T</title><docdata><doc-id id-string="77"/><date.issue norm="20070102T030405-0500"/>\(data)</docdata>
    <pubdata name="The Post" date.publication="20070103T000000" ex-ref="https://post.example/77"/></head>
    <body><body.head><hedline><hl1>Pact
    signed</hl1></hedline><byline>By <person>Anna Berg</person></byline></body.head>
    <body.content>\(content)</body.content></body></nitf>
    """
  }

  @Test func `the lead that is repeated is read once`() throws {
    let items = Wire.items(
      Self.document(
        "<block class=\"lead_paragraph\"><p>They signed.</p></block><block class=\"full_text\"><p>They signed.</p><p>Then they left.</p></block>"
      ))
    try #require(items.count == 1)
    #expect(items[0].text == "They signed.\n\nThen they left." && !items[0].metadata.isSummary)
    let metadata = items[0].metadata
    #expect(metadata.ref == "77" && metadata.title == "Pact signed" && metadata.byline == "Anna Berg")
    #expect(metadata.published == "2007-01-02T03:04:05-05:00" && metadata.publisher == "The Post")
    #expect(metadata.uri == "https://post.example/77")
  }

  @Test func `a lead alone is a summary`() throws {
    let lead = Wire.items(Self.document("<block class=\"lead_paragraph\"><p>They signed.</p></block>"))
    #expect(lead.first?.text == "They signed." && lead.first?.metadata.isSummary == true)
  }

  @Test func `a document that was taken back or is held says so`() throws {
    let canceled = "<docdata management-status=\"canceled\">"
    let text = Self.document("").replacing("<docdata>", with: canceled)
    #expect(Wire.items(text).first?.metadata.status == .canceled)
    let held = Self.document("<p>Later.</p>", data: "<date.release norm=\"20070104T000000Z\"/>")
      .replacing("<docdata>", with: "<docdata management-status=\"embargoed\">")
    let metadata = Wire.items(held).first?.metadata
    #expect(metadata?.status == .withheld && metadata?.embargo == "2007-01-04T00:00:00Z")
  }
}
