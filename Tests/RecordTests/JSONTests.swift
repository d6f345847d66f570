import Record
import Testing

@Suite struct JSONTests {
  @Test func `strings are escaped as JSON asks and otherwise left alone`() {
    var writer = JSONWriter()
    writer.string("a\"b\\c\nd\u{0}\u{1F}é🙂\u{2028}")
    #expect(writer.text == #""a\"b\\c\nd\u0000\u001fé🙂"# + "\u{2028}\"")
  }

  @Test func `empty values leave their keys out`() {
    var writer = JSONWriter()
    writer.object {
      $0.field("a", String?.none)
      $0.field("b", "")
      $0.field("c", Double.nan)
      $0.field("d", [String]())
      $0.field("e", 3)
    }
    #expect(writer.text == #"{"e":3}"#)
  }

  @Test func `one line and indented lines say the same`() {
    let readout = Self.sample()
    let line = String(decoding: readout.json(), as: UTF8.self)
    #expect(!line.contains("\n"))
    #expect(
      line
        == #"{"version":1,"coder":{"name":"readout","release":"1"},"document":{"id":"sha256:00","#
        + #""title":{"text":"Talks","span":[0,5]},"text":"Talks","sentences":[[0,5]],"paragraphs":[],"furniture":[]},"#
        + #""entities":[{"id":"e1","name":"Aland","type":"country","offices":[],"mentions":[{"span":[0,5],"kind":"name"}],"basis":"text"}],"#
        + #""times":[],"places":[],"statements":[],"events":[{"id":"v1","sentence":0,"trigger":[[0,5]],"type":"CONSULT","#
        + #""mode":["visit","host"],"quad":"verbalCooperation","score":1.5,"status":"actual","actors":[{"entity":"e1","span":[0,5]}],"#
        + #""recipients":[],"confidence":1.0}],"positions":[],"commitments":[],"agenda":[],"warnings":[]}"#)
    let pretty = String(decoding: readout.json(pretty: true), as: UTF8.self)
    #expect(pretty.contains("\n    \"title\": {\n"))
    #expect(pretty.contains(#""sentences": [[0, 5]]"#))
    #expect(pretty.filter { !$0.isWhitespace } == line)
    #expect(readout.json() == Self.sample().json())
  }

  @Test func `what a statement rests on is written only where it is known`() {
    var statement = Readout.Statement(
      id: "s1", sentence: 0, quotation: .indirect, cue: .init(spans: [Span(start: 0, end: 4)], lemma: "say"),
      content: [Span(start: 5, end: 9)], act: .state, confidence: 0.9)
    func json() -> String {
      var readout = Self.sample()
      readout.statements = [statement]
      return String(decoding: readout.json(), as: UTF8.self)
    }
    #expect(!json().contains("evidence"))
    var evidence = Readout.Evidence(rule: .tagger, entry: "say", sure: 0.75)
    evidence.contentPath = "said >ccomp left"
    evidence.tagger = .init(cue: 0.912, content: 1, link: 0.5, source: 0.25)
    statement.evidence = evidence
    #expect(
      json().contains(
        #""confidence":0.9,"evidence":{"rule":"tagger","entry":"say","sure":0.75,"contentPath":"said >ccomp left","#
          + #""tagger":{"cue":0.91,"content":1.0,"link":0.5,"source":0.25}}}"#))
  }

  static func sample() -> Readout {
    var document = Readout.Document(id: "sha256:00", text: "Talks")
    document.title = .init(text: "Talks", span: Span(start: 0, end: 5))
    document.sentences = [Span(start: 0, end: 5)]
    var readout = Readout(coder: .init(name: "readout", release: "1"), document: document)
    var entity = Readout.Entity(id: "e1", name: "Aland", type: .country, basis: .text)
    entity.mentions = [.init(span: Span(start: 0, end: 5), kind: .name)]
    readout.entities = [entity]
    var event = Readout.Event(
      id: "v1", sentence: 0, trigger: [Span(start: 0, end: 5)], type: .consult, status: .actual, confidence: 1)
    event.modes = ["visit", "host"]
    event.quad = .verbalCooperation
    event.score = 1.5
    event.actors = [.init(entity: "e1", span: Span(start: 0, end: 5))]
    readout.events = [event]
    return readout
  }
}
