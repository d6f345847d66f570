import Foundation
import Testing

@Suite struct ReadCommandTests {
  static let feed = """
    <rss><channel><title>Desk</title><item><title>Envoys &amp;amp; all meet</title><guid>urn:1</guid>
    <link>https://desk.example/1</link><pubDate>Tue, 11 Sep 2018 08:15:00 GMT</pubDate>
    <description>They “met” 🙂.</description></item></channel></rss>
    """

  @Test func `what is printed is read again, with the same text`() throws {
    let folder = try TemporaryFolder()
    _ = try folder.file("feed.xml", Self.feed)
    _ = try folder.file("story.txt", "The envoys\r\nmet.\n\n")
    let outcome = try Program.run("read", folder.path)
    #expect(outcome.status == 0 && outcome.errors == "")
    let lines = try outcome.output.split(separator: "\n").map {
      try #require(try JSONSerialization.jsonObject(with: Data($0.utf8)) as? [String: Any])
    }
    try #require(lines.count == 2)
    #expect(lines[0]["text"] as? String == "They “met” 🙂." && lines[0]["id"] as? String == "urn:1")
    #expect(lines[0]["published"] as? String == "2018-09-11T08:15:00Z" && lines[0]["isSummary"] as? Bool == true)
    #expect(lines[1]["text"] as? String == "The envoys\r\nmet.\n\n")
    #expect(try Program.run("read", "-", input: outcome.output).output == outcome.output)
  }

  @Test func `a page to be read has what is known first`() throws {
    let outcome = try Program.run("read", "-", "--format", "text", input: Self.feed)
    #expect(outcome.output.hasPrefix("id: urn:1\ntitle: Envoys & all meet\npublished: 2018-09-11T08:15:00Z\n"))
    #expect(outcome.output.hasSuffix("\nonly a summary\n\nThey “met” 🙂.\n"))
  }

  @Test func `what is passed over is said, and an input without an article is an error`() throws {
    let folder = try TemporaryFolder()
    _ = try folder.file("a.pdf", "%PDF-1.4")
    let nothing = try Program.run("read", folder.path)
    #expect(nothing.status == 66 && nothing.errors.contains("no article was found: passed over 1 picture,"))
    _ = try folder.file("b.txt", "The envoys met.")
    let outcome = try Program.run("read", folder.path)
    #expect(outcome.status == 0 && outcome.errors.contains("passed over 1 picture,"))
    #expect(try Program.run("read", folder.path, "--quiet").errors == "")
  }
}
