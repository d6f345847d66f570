import Coding
import Linguistics
import Newswire
import Record
import Testing

@Suite struct AssemblyTests {
  private let provenance = Readout.Provenance(name: "readout", release: "test")

  /// A story over `text` whose only tokens are its words.
  private func story(_ text: String) -> Story {
    var columns = Columns(text: text)
    var at = 0
    for word in text.split(separator: " ", omittingEmptySubsequences: false) {
      if !word.isEmpty {
        columns.starts.append(Int32(at))
        columns.ends.append(Int32(at + word.utf8.count))
        columns.spaceAfter.append(true)
        columns.isSentenceStart.append(at == 0)
        columns.isSpace.append(false)
        columns.tags.append(0)
        columns.pos.append(.x)
        columns.morphs.append(0)
        columns.lemmas.append(0)
        columns.heads.append(Int32(columns.heads.count))
        columns.labels.append(0)
      }
      at += word.utf8.count + 1
    }
    return Story(article: Article(text: text), doc: Doc(columns))
  }

  private func bytes(of words: String, in text: String) -> Range<Int> {
    let range = text.firstRange(of: words) ?? text.startIndex..<text.startIndex
    return text.utf8.distance(
      from: text.startIndex, to: range.lowerBound)..<text.utf8.distance(
        from: text.startIndex, to: range.upperBound)
  }

  private func entity(_ name: String, _ words: String, in story: inout Story) {
    let bytes = bytes(of: words, in: story.article.text)
    story.cast.entities.append(Entity(name: name, type: .person))
    story.cast.mentions.append(
      Mention(entity: story.cast.entities.count - 1, tokens: 0..<1, head: 0, bytes: bytes, kind: .name))
  }

  @Test func `ids go by first appearance and spans count scalars`() {
    var story = story("Çelik met Doe – said 🙂 Roe left")
    entity("Roe", "Roe", in: &story)
    entity("Çelik", "Çelik", in: &story)
    let readout = Assembly(story, provenance: provenance).readout()
    #expect(readout.entities.map(\.name) == ["Çelik", "Roe"])
    #expect(readout.entities.map(\.id) == ["e1", "e2"])
    #expect(readout.entities[0].mentions[0].span == Span(start: 0, end: 5))
    #expect(readout.entities[1].mentions[0].span == Span(start: 23, end: 26))
  }

  @Test func `nothing dangles`() {
    var story = story("Doe said that Roe left")
    entity("Doe", "Doe", in: &story)
    story.cast.entities.append(Entity(name: "Nobody", type: .person))
    let text = story.article.text
    var statement = Statement(
      sentence: 0, quotation: .indirect, speaker: .init(entity: 1, bytes: bytes(of: "Doe", in: text)),
      cue: .init(spans: [bytes(of: "said", in: text)], lemma: "say", head: 1),
      content: [bytes(of: "that Roe left", in: text), 900..<905], act: .state, confidence: 1)
    statement.addressees = [0, 1, 7, 0]
    statement.within = 5
    statement.time = 3
    story.statements = [statement]
    story.positions = [Position(holder: 1, issue: "x/Y", label: "x", stance: .supports)]
    let readout = Assembly(story, provenance: provenance).readout()
    #expect(readout.entities.map(\.name) == ["Doe"])
    #expect(readout.statements[0].speaker == .init(entity: nil, span: Span(start: 0, end: 3)))
    #expect(readout.statements[0].addressees == ["e1"])
    #expect(readout.statements[0].within == nil && readout.statements[0].time == nil)
    #expect(readout.statements[0].content == [Span(start: 9, end: 22)])
    #expect(readout.positions.isEmpty)
  }

  @Test func `spans lose the white space around them and join where they touch`() {
    var story = story("He said  it  is so")
    story.statements = [
      Statement(
        sentence: 0, quotation: .indirect, speaker: nil, cue: .init(spans: [3..<7], lemma: "say", head: 1),
        content: [11..<15, 7..<11], act: .state, confidence: 1)
    ]
    let readout = Assembly(story, provenance: provenance).readout()
    #expect(readout.statements[0].content == [Span(start: 9, end: 15)])
  }
}
