import FoundationEssentials
import Linguistics
import Testing

/// The model that set-up converts, or `nil` where it is not there.
let model: Pipeline? = {
  let path = #filePath.split(separator: "/").dropLast(3).map { "/" + $0 }.joined() + "/Models/en_core_web_sm.readout"
  return try? Pipeline(contentsOf: path)
}()

@Suite(.enabled(if: model != nil, "no model: run `make test`, which fetches it"))
struct PipelineTests {
  private let text = "Seoul welcomed the talks. Its minister, Kang Kyung-wha, met U.S. envoys in Geneva on Friday."

  private func pipeline() throws -> Pipeline { try #require(model) }

  @Test func `sentences, heads and entities are found`() throws {
    let doc = try pipeline()(text)
    #expect(doc.sentences.count == 2)
    let verb = try #require(doc.first { $0.text == "welcomed" })
    #expect(verb.isRoot && verb.tag == "VBD")
    #expect(verb.child("dobj")?.text == "talks")
    #expect(doc.entities.contains { doc.text(of: $0.tokens) == "Geneva" && $0.label == "GPE" })
  }

  @Test func `passages are analysed as if each stood alone`() throws {
    let parts = ["Egypt said no.", "Sudan, which fears floods, agreed.", "A deal is near."]
    let text = parts.joined(separator: "\n\n")
    var passages: [Range<Int>] = []
    var start = 0
    for part in parts {
      passages.append(start..<start + part.utf8.count)
      start += part.utf8.count + 2
    }
    let joined = try pipeline()(text, passages: passages)
    let alone = try parts.flatMap { part in
      try pipeline()(part).map { [$0.text, $0.tag, $0.label, $0.lemma, $0.head.text, "\($0.isSentenceStart)"] }
    }
    #expect(joined.map { [$0.text, $0.tag, $0.label, $0.lemma, $0.head.text, "\($0.isSentenceStart)"] } == alone)
  }

  @Test func `many threads at once get what one gets`() async throws {
    let pipeline = try pipeline()
    let texts = (0..<24).map { "Minister \($0) told reporters that \($0 * 7) ships had left. \(text)" }
    let expected = texts.map { text in pipeline(text).map { "\($0.text)/\($0.label)/\($0.head.index)" } }
    await withTaskGroup(of: (Int, [String]).self) { group in
      for (index, text) in texts.enumerated() {
        group.addTask { (index, pipeline(text).map { "\($0.text)/\($0.label)/\($0.head.index)" }) }
      }
      for await (index, result) in group { #expect(result == expected[index]) }
    }
  }

  @Test(arguments: ["", " ", "\n\n\n", "\u{0}", "\u{feff}", "👩‍👩‍👧‍👦 e\u{301}", "((((((((", "“”‘’\"\"''"])
  func `odd texts have tokens that slice to what they claim`(text: String) throws {
    let doc = try pipeline()(text)
    var end = 0
    for token in doc {
      #expect(token.utf8Range.lowerBound >= end)
      end = token.utf8Range.upperBound
      #expect(Array(text.utf8)[token.utf8Range].elementsEqual(token.text.utf8))
    }
    #expect(end <= text.utf8.count)
  }

  @Test func `random bytes never crash, and every head lies in its sentence`() throws {
    var generator = SystemRandomNumberGenerator()
    for _ in 0..<50 {
      let bytes = (0..<Int.random(in: 1...400)).map { _ in UInt8.random(in: 0...255, using: &generator) }
      let doc = try pipeline()(String(decoding: bytes, as: UTF8.self))
      for sentence in doc.sentences { for token in sentence { #expect(sentence.contains(doc[token].head.index)) } }
    }
  }

  @Test func `bounds of passages inside a character are moved to its start`() throws {
    let doc = try pipeline()("é is é", passages: [1..<7, 3..<4, 90..<95])
    #expect(doc.map(\.text) == ["é", "is"])
  }

  @Test func `noun chunks hold base noun phrases`() throws {
    let doc = try pipeline()("The Turkish minister praised Russia and its ally.")
    #expect(doc.nounChunks.map { doc.text(of: $0) } == ["The Turkish minister", "Russia", "its ally"])
  }
}
