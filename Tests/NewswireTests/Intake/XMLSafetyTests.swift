import Foundation
import Newswire
import Testing

@Suite struct XMLSafetyTests {
  private func refusal(_ text: String, limits: Limits = Limits()) -> NewswireError? {
    let outcomes = Wire.read(text, name: "bad.xml", limits: limits)
    guard outcomes.count == 1, case .failure(let error) = outcomes[0] else { return nil }
    return error
  }

  @Test func `entities of a document's own are refused, whatever they would do`() throws {
    let folder = try NewsFolder()
    let secret = try folder.file("secret.txt", Array("SECRET".utf8))
    for declarations in [
      (1...9).reduce("<!ENTITY a0 \"lol\">") { $0 + "<!ENTITY a\($1) \"&a\($1 - 1);&a\($1 - 1);&a\($1 - 1);\">" },
      "<!ENTITY a9 SYSTEM \"file://\(secret)\">", "<!ENTITY % p SYSTEM \"http://127.0.0.1:9/x.dtd\"> %p;",
      "<!ENTITY a9 \"&a9;\">",
    ] {
      let error = refusal(
        "<?xml version=\"1.0\"?><!DOCTYPE rss [\(declarations)]><rss><channel><item><title>&a9;</title></item></channel></rss>"
      )
      #expect(error?.message.contains("declares entities") == true)
    }
  }

  @Test func `an external DTD is not fetched`() {
    let items = Wire.items(
      "<?xml version=\"1.0\"?><!DOCTYPE rss PUBLIC \"x\" \"http://127.0.0.1:9/none.dtd\"><rss><channel><item><title>One</title></item></channel></rss>"
    )
    #expect(items.first?.text == "One")
  }

  @Test func `elements in each other without end are refused`() {
    for depth in [300, 200_000] {
      let text =
        "<rss><channel><item><description>" + String(repeating: "<a>", count: depth)
        + String(repeating: "</a>", count: depth) + "</description></item></channel></rss>"
      let error = refusal(text)
      #expect(error?.message.contains("deep") == true && error?.source == "bad.xml")
    }
    let json = "[{\"uri\":" + String(repeating: "[", count: 100_000)
    #expect(refusal(json)?.message.contains("deep") == true)
  }

  @Test func `elements without number, and documents too large, are refused`() {
    var limits = Limits()
    limits.elements = 1_000
    let items = String(repeating: "<item><title>x</title></item>", count: 600)
    #expect(refusal("<rss>\(items)</rss>", limits: limits)?.message.contains("elements") == true)
    limits.document = 1_000
    #expect(refusal("<rss>\(items)</rss>", limits: limits)?.message.contains("MiB") == true)
  }

  @Test func `character sets are read as declared`() {
    let text = "<rss><channel><item><title>Übergabe in Zürich</title></item></channel></rss>"
    for (name, encoding) in [
      ("ISO-8859-1", String.Encoding.isoLatin1), ("UTF-16", .utf16), ("windows-1252", .windowsCP1252), ("utf-8", .utf8),
    ] {
      let document = "<?xml version=\"1.0\" encoding=\"\(name)\"?>" + text
      let bytes = Array(document.data(using: encoding) ?? Data())
      #expect(Wire.items(bytes).first?.text == "Übergabe in Zürich", "\(name)")
    }
    // Without a mark, in both orders.
    for encoding in [String.Encoding.utf16LittleEndian, .utf16BigEndian] {
      #expect(Wire.items(Array(text.data(using: encoding) ?? Data())).first?.text == "Übergabe in Zürich")
    }
  }
}
