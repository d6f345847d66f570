import Record
import Testing

@Suite struct ReadingTests {
  @Test func `what was written is read as the same readout, and written as the same bytes`() throws {
    let readout = Self.full()
    let json = readout.json()
    let again = try Readout(json: json)
    #expect(again == readout)
    #expect(again.json() == json)
    #expect(try Readout(json: readout.json(pretty: true)) == readout)
  }

  @Test func `a field left out is a field without a value`() throws {
    let readout = Readout(
      coder: .init(name: "readout", release: "1"), document: .init(id: "sha256:00", text: ""))
    #expect(try Readout(json: readout.json()) == readout)
  }

  @Test(arguments: [
    (#""act":"pledge""#, #""act":"promise""#, "statements[0].act: “promise” is none of the format's words"),
    (#""span":[4,9]"#, #""span":[9,4]"#, "document.agency.span: is not a span [start, end]"),
    (#""version":1"#, #""version":2"#, "version: is 2; this release reads record format 1"),
    (#""id":"v1","#, "", "events[0].id: is missing"),
    (#""mode":["visit","host"]"#, #""mode":[1]"#, "events[0].mode[0]: is not a string"),
    (#""document":{"#, #""document":[{"#, "has an array that does not end"),
    (#""name":"readout""#, #""name":null"#, "coder.name: is missing"),
    (#""text":"Talks\n"#, "\"text\":\"Talks\n", "has a control character in a string (line 1,"),
  ])
  func `an error names the field and what is wrong with it`(right: String, wrong: String, message: String) throws {
    let json = Self.full().text
    try #require(json.contains(right))
    let range = try #require(json.firstRange(of: right))
    let error = #expect(throws: RecordError.self) {
      try Readout(json: json.replacingCharacters(in: range, with: wrong).utf8)
    }
    #expect(error?.description.contains(message) == true, "\(error?.description ?? "no error")")
  }

  @Test func `strings come back whatever they hold`() throws {
    let text = "a\"b\\c/\n\r\t\u{0}\u{1F} é e\u{301} 🙂🇯🇵 \u{2028} العربية"
    var writer = JSONWriter()
    writer.string(text)
    #expect(try JSONValue(writer.bytes) == .string(text))
    #expect(try JSONValue(#""\u00e9\ud83d\ude42\/\b\f""#.utf8) == .string("é🙂/\u{8}\u{C}"))
  }

  @Test(arguments: ["0", "-0", "7", "-12", "123456789012345", "1234567890123456", "1.5", "-2.25e3", "1E-2"])
  func `numbers come back`(text: String) throws {
    #expect(try JSONValue(text.utf8) == .number(try #require(Double(text))))
  }

  @Test(arguments: [
    "", "{", "[1,", "[1 2]", "{\"a\" 1}", "{a:1}", "tru", "-", "1.", "1..2", "\"\\x\"", "\"\\ud800\"", "\"\\u12\"",
    "1 1",
    "+1", ".5", "nan",
  ])
  func `what is no JSON is refused`(text: String) {
    #expect(throws: RecordError.self) { try JSONValue(text.utf8) }
  }

  @Test func `nesting is bounded`() {
    let deep = String(repeating: "[", count: 1_000_000)
    let error = #expect(throws: RecordError.self) { try JSONValue(deep.utf8) }
    #expect(error?.message.contains("nested") == true)
  }

  @Test func `damaged bytes are refused or read, and never crash`() {
    let json = Self.full().json()
    var random = SystemRandomNumberGenerator()
    for _ in 0..<3000 {
      var bytes = json
      for _ in 0..<Int.random(in: 1...4, using: &random) {
        bytes[Int.random(in: bytes.indices, using: &random)] = UInt8.random(in: 0...255, using: &random)
      }
      if Bool.random(using: &random) { bytes.removeLast(Int.random(in: 0..<bytes.count, using: &random)) }
      guard let readout = try? Readout(json: bytes) else { continue }
      #expect((try? Readout(json: readout.json())) != nil)
    }
  }

  /// A readout in which every field of the format has a value.
  private static func full() -> Readout {
    var readout = Readout(
      coder: .init(name: "readout", release: "1", model: "m", attribution: "a", knowledge: "2026-11"),
      document: .init(id: "sha256:00", text: "Talks\nhe said 🙂 if so"))
    let span = Span(start: 4, end: 9)
    readout.document.ref = "r1"
    readout.document.uri = "https://news.example/1"
    readout.document.title = .init(text: "Talks", span: Span(start: 0, end: 5))
    readout.document.byline = .init(text: "By A. Writer")
    readout.document.agency = .init(text: "Wire", span: span)
    readout.document.publisher = .init(text: "Paper")
    readout.document.dateline = .init(span: span, place: "l1", time: "t1", agency: "Wire")
    readout.document.published = "2018-09-11"
    readout.document.publishedBasis = "window"
    readout.document.publishedWindow = .init(from: "2018-01-01", to: "2019-01-01", because: ["e1"])
    readout.document.attributedTo = .init(entity: "e1", span: span)
    readout.document.language = "en"
    readout.document.sentences = [Span(start: 0, end: 5), Span(start: 6, end: 20)]
    readout.document.paragraphs = [span]
    readout.document.furniture = [Span(start: 19, end: 20)]
    var entity = Readout.Entity(id: "e1", name: "A. Minister", type: .person, basis: .knowledge)
    entity.country = "KOR"
    entity.code = "IGOUNO"
    entity.sector = "GOV"
    entity.wikidata = "Q1"
    var office = Readout.Office(title: "President", office: .headOfState, basis: .text)
    office.sector = "GOV"
    office.country = "KOR"
    office.organization = "e2"
    office.from = "2017-05-10"
    office.to = "2022-05-09"
    entity.offices = [office]
    entity.mentions = [.init(span: span, kind: .collective, members: ["e1", "e2"])]
    readout.entities = [entity]
    var time = Readout.Time(id: "t1", span: span, type: .date, value: "2018-09-11", basis: .inferred)
    time.end = "2018-09-12"
    time.anchor = "published"
    readout.times = [time]
    var place = Readout.Place(id: "l1", span: span, name: "Port")
    place.country = "RUS"
    place.latitude = -43.5
    place.longitude = 131.25
    place.geonames = 2_013_348
    readout.places = [place]
    let cue = Readout.Cue(spans: [span, Span(start: 11, end: 12)], lemma: "say")
    var statement = Readout.Statement(
      id: "s1", sentence: 1, quotation: .mixed, cue: cue, content: [span], act: .pledge, confidence: 0.75)
    statement.speaker = .init(entity: "e1", span: span)
    statement.polarity = .negated
    statement.addressees = ["e2"]
    statement.relays = [.init(cue: cue), .init(entity: "e1", span: span, cue: cue)]
    statement.within = "s0"
    statement.occasion = "v1"
    statement.time = "t1"
    statement.place = "l1"
    statement.about = ["e1"]
    statement.issues = ["normalization/JPN-PRK"]
    statement.conditions = [.init(condition: span, consequence: Span(start: 11, end: 12))]
    statement.echoes = "s2"
    var evidence = Readout.Evidence(rule: .clause, entry: "say", sure: 0.5)
    evidence.contentPath = "said >ccomp left"
    evidence.speakerPath = "said >nsubj he"
    evidence.tagger = .init(cue: 0.5, content: 0.25, link: 1, source: 0)
    statement.evidence = evidence
    readout.statements = [statement]
    var event = Readout.Event(
      id: "v1", sentence: 0, trigger: [span], type: .consult, status: .future, confidence: 0.25)
    event.modes = ["visit", "host"]
    event.contexts = ["diplomatic"]
    event.cameo = "042"
    event.quad = .verbalCooperation
    event.score = -2.5
    event.actors = [.init(entity: "e1", span: span, country: "KOR", sector: "GOV")]
    event.recipients = [.init(entity: "e2", span: span)]
    event.time = "t1"
    event.place = "l1"
    event.within = "s1"
    event.occasion = "v2"
    event.mentions = [.init(sentence: 1, trigger: [span])]
    readout.events = [event]
    readout.positions = [
      .init(
        holder: "e1", issue: "sanctions/PRK", label: "sanctions", stance: .opposes, statement: "s1", change: .hardened)
    ]
    readout.commitments = [.init(by: "e1", to: "e2", content: span, kind: .pledge, time: "t1", statement: "s1")]
    readout.agenda = [.init(event: "v1", time: "t1", expected: span, basis: .text)]
    readout.warnings = [.init(code: "relative-date-unanchored", message: "unclear", span: span)]
    return readout
  }
}

extension Readout {
  fileprivate var text: String { String(decoding: json(), as: UTF8.self) }
}

extension String {
  /// Plain Swift has this for arrays of characters only.
  fileprivate func replacingCharacters(in range: Range<String.Index>, with other: String) -> String {
    String(self[..<range.lowerBound]) + other + String(self[range.upperBound...])
  }
}
