import Newswire
import Testing

@Suite struct JSONLinesTests {
  @Test func `all that is known of an article comes back`() throws {
    let line =
      #"{"id": "1", "title": "T", "published": "2020-01-01", "uri": "u", "publisher": "p", "byline": "b", "agency": "a", "#
      + #""origin": "o", "language": "en", "modified": "2020-01-02", "version": "2", "isBasedOn": "x", "#
      + #""embargo": "2020-01-03", "encoding": "windows-1252", "isSummary": true, "status": "withheld", "text": "They \u00e9\ud83d\ude42\n met. "}"#
    let item = try #require(Wire.items(line).first)
    #expect(item.text == "They é🙂\n met. " && item.metadata.isSummary && item.metadata.status == .withheld)
    #expect(
      item.metadata.fields.map(\.value) == [
        "T", "2020-01-01", "u", "p", "b", "a", "o", "en", "2020-01-02", "2", "x", "2020-01-03", "windows-1252",
      ])
  }

  @Test func `a line that is none is named, and the next is read`() throws {
    let outcomes = Wire.read(
      "{\"id\": 7, \"text\": \"One.\"}\n\n{\"text\": \"Tw\n{\"text\": 5}\nnonsense\n{\"text\": \"Five.\"}",
      name: "x.jsonl")
    #expect(outcomes.map { (try? $0.get())?.text } == ["One.", nil, nil, nil, "Five."])
    #expect(outcomes.compactMap { if case .failure(let error) = $0 { error.line } else { nil } } == [3, 4, 5])
  }

  @Test func `a line too long is passed over`() {
    var limits = Limits()
    limits.document = 1_000
    let long = "{\"text\": \"" + String(repeating: "x", count: 5_000_000) + "\"}"
    let outcomes = Wire.read("{\"text\": \"One.\"}\n\(long)\n{\"text\": \"Three.\"}\n", limits: limits)
    #expect(outcomes.map { (try? $0.get())?.text } == ["One.", nil, "Three."])
  }
}
