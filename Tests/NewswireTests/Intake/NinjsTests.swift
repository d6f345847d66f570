import Newswire
import Testing

@Suite struct NinjsTests {
  @Test func `all versions say the same`() throws {
    let old = """
      {"uri": "https://wire.example/5", "type": "text", "version": "2", "pubstatus": "usable", "language": "en",
       "versioncreated": "2018-09-11T09:00:00Z", "firstcreated": "2018-09-11T08:00:00Z", "headline": "Pact signed",
       "byline": "Anna Berg", "body_xhtml": "<p>They signed.</p><p>They left.</p>", "copyrightholder": "The Post",
       "infosource": [{"name": "Example Wire"}]}
      """
    let new = """
      {"standard": {"name": "ninjs", "version": "3.0"}, "uri": "https://wire.example/5", "type": "text", "version": 2,
       "pubStatus": "usable", "language": "en", "versionCreated": "2018-09-11T09:00:00Z",
       "firstCreated": "2018-09-11T08:00:00Z", "by": "Anna Berg", "copyrightHolder": "The Post",
       "headlines": [{"role": "main", "value": "Pact signed"}], "infoSources": [{"name": "Example Wire"}],
       "bodies": [{"role": "summary", "value": "Short."}, {"role": "main", "contentType": "application/xhtml+xml",
         "value": "<p>They signed.</p><p>They left.</p>"}]}
      """
    let items = Wire.items(old) + Wire.items(new)
    try #require(items.count == 2)
    #expect(items[0] == items[1])
    #expect(items[0].text == "They signed.\n\nThey left." && items[0].metadata.title == "Pact signed")
    #expect(items[0].metadata.agency == "Example Wire" && items[0].metadata.publisher == "The Post")
    #expect(items[0].metadata.published == "2018-09-11T08:00:00Z" && items[0].metadata.version == "2")
  }

  @Test func `arrays and lines of items are read, and what was taken back comes through`() throws {
    let one = #"{"uri": "urn:1", "pubStatus": "canceled"}"#
    let two = #"{"uri": "urn:2", "pubStatus": "usable", "body_text": "They signed."}"#
    let picture = #"{"uri": "urn:3", "pubStatus": "usable", "type": "picture"}"#
    for text in ["[\(one), \(two), \(picture)]", "\(one)\n\(two)\n\(picture)\n"] {
      let outcomes = Wire.read(text)
      try #require(outcomes.count == 3)
      #expect(try outcomes[0].get().metadata.status == .canceled)
      #expect(try outcomes[1].get().text == "They signed.")
      #expect(throws: NewswireError.self) { try outcomes[2].get() }
    }
  }

  @Test func `an object that is neither ninjs nor a line is refused`() {
    let outcomes = Wire.read(#"{"uri": "urn:1", "name": "x"}"#, name: "x.json")
    guard case .failure(let error)? = outcomes.first else {
      Issue.record("was read")
      return
    }
    #expect(error.message.contains("no “text”"))
  }
}
