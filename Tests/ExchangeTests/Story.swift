import Exchange
import FoundationEssentials
import Knowledge
import Record
import Testing

/// A made-up article with its readout, in which every layout meets what is awkward about it.
///
/// Before the first span stand an emoji, a combining accent, CRLF, a no-break space and Arabic.
struct Story {
  var readout: Readout
  var context = ExportContext()
  private let text: [Unicode.Scalar]

  static let lead = "🕊️🇰🇷 cafe\u{301}\r\n\u{A0}وزير — "
  static let body =
    "President Moon met Prime Minister Abe in Seoul on Tuesday, aides said.\r\n"
    + "\"We will hold a summit in May, if the talks hold,\" Moon told Abe.\r\n"
    + "Serbia criticized Kosovo. The UN may send envoys. Abe will visit Pyongyang on May 4.\r\n"
    + "Austria did not expel the diplomat.\tIt said so."

  init() {
    let text = Self.lead + Self.body
    self.text = Array(text.unicodeScalars)
    var document = Readout.Document(id: "sha256:" + SHA256.hexDigest(of: Array(text.utf8)), text: text)
    document.ref = "wire-1"
    document.uri = "https://news.example/1"
    document.published = "2018-03-14T09:30:00+09:00"
    document.publisher = Readout.Words(text: "The\tDaily\r\nExample")
    document.language = "en-GB"
    readout = Readout(
      coder: Readout.Provenance(name: "readout", release: "0.1.0", knowledge: "2026-11"), document: document)
    readout.document.sentences = [
      span("President", to: "said."), span("\"We", to: "Abe.", after: "said."), span("Serbia", to: "Kosovo."),
      span("The UN", to: "envoys."), span("Abe will", to: "May 4."), span("Austria", to: "so."),
    ]
    readout.document.paragraphs = [
      span("President", to: "said."), span("\"We", to: "Abe.", after: "said."), span("Serbia", to: "May 4."),
      span("Austria", to: "so."),
    ]
    readout.entities = [
      person("e1", "Moon Jae-in", "KOR", "President", "Moon"),
      person("e2", "Shinzo Abe", "JPN", "Prime Minister", "Abe"),
      state("e3", "Serbia", "SRB", "Serbia"), state("e4", "Kosovo", "KOS", "Kosovo"),
      state("e5", "North Korea", "PRK", "Pyongyang"), state("e6", "Austria", "AUT", "Austria"), unitedNations(),
      aides(),
    ]
    readout.times = [
      time("t1", "Tuesday", "2018-03-13"), time("t2", "May,", "2018-05"), time("t3", "May 4", "2018-05-04"),
    ]
    var seoul = Readout.Place(id: "l1", span: span("Seoul"), name: "Seoul")
    (seoul.country, seoul.latitude, seoul.longitude) = ("KOR", 37.566, 126.9784)
    readout.places = [seoul]
    readout.statements = statements()
    readout.events = events()
    readout.positions = [
      Readout.Position(
        holder: "e1", issue: "summit/JPN-KOR", label: "summit", stance: .supports, statement: "s1", change: .new)
    ]
    readout.commitments = [
      Readout.Commitment(
        by: "e1", to: "e2", content: span("We will", to: "hold,"), kind: .pledge, time: "t2", statement: "s1")
    ]
    readout.agenda = [
      Readout.AgendaItem(event: "v2", time: "t2", expected: span("We will", to: "May"), basis: .text),
      Readout.AgendaItem(event: "v5", time: "t3", expected: span("Abe will", to: "May 4"), basis: .text),
    ]
  }

  private func statements() -> [Readout.Statement] {
    var pledge = Readout.Statement(
      id: "s1", sentence: 1, quotation: .direct, cue: Readout.Cue(spans: [span("told")], lemma: "tell"),
      content: [span("\"We", to: "May,"), span("if the", to: "hold,\"")], act: .pledge, confidence: 0.9)
    pledge.speaker = Readout.Party(entity: "e1", span: span("Moon", after: "hold,"))
    pledge.addressees = ["e2"]
    pledge.relays = [
      Readout.Relay(entity: "e8", span: span("aides"), cue: Readout.Cue(spans: [span("said")], lemma: "say"))
    ]
    pledge.conditions = [Readout.Condition(condition: span("the talks"), consequence: span("hold a summit"))]
    pledge.issues = ["summit/JPN-KOR"]
    var criticism = Readout.Statement(
      id: "s2", sentence: 2, quotation: .indirect, cue: Readout.Cue(spans: [span("criticized")], lemma: "criticize"),
      content: [span("Kosovo")], act: .criticize, confidence: 0.7)
    criticism.speaker = Readout.Party(entity: "e3", span: span("Serbia"))
    var silence = Readout.Statement(
      id: "s3", sentence: 5, quotation: .indirect, cue: Readout.Cue(spans: [span("said so")], lemma: "say"),
      content: [span("so", after: "said")], act: .state, confidence: 0.5)
    silence.speaker = Readout.Party(entity: "e6", span: span("It"))
    return [pledge, criticism, silence]
  }

  private func events() -> [Readout.Event] {
    func party(_ entity: String, _ country: String?, _ sector: String?, _ span: Span) -> Readout.Participant {
      Readout.Participant(entity: entity, span: span, country: country, sector: sector)
    }
    let moon = party("e1", "KOR", "GOV", span("Moon"))
    let abe = party("e2", "JPN", "GOV", span("Abe"))
    var meeting = Readout.Event(
      id: "v1", sentence: 0, trigger: [span("met")], type: .consult, status: .actual, confidence: 0.8)
    (meeting.actors, meeting.cameo, meeting.time, meeting.place) = ([moon, abe], "040", "t1", "l1")
    (meeting.quad, meeting.score, meeting.contexts) = (.verbalCooperation, 2.5, ["diplomatic", "executive"])
    var summit = Readout.Event(
      id: "v2", sentence: 1, trigger: [span("hold a summit")], type: .consult, status: .future, confidence: 0.7)
    (summit.actors, summit.cameo, summit.time, summit.within) = ([moon, abe], "040", "t2", "s1")
    var criticism = Readout.Event(
      id: "v3", sentence: 2, trigger: [span("criticized")], type: .accuse, status: .actual, confidence: 0.9)
    criticism.actors = [party("e3", "SRB", nil, span("Serbia"))]
    criticism.recipients = [party("e4", "KOS", nil, span("Kosovo"))]
    (criticism.modes, criticism.cameo) = (["disapprove"], "111")
    var envoys = Readout.Event(
      id: "v4", sentence: 3, trigger: [span("send envoys")], type: .consult, status: .hypothetical, confidence: 0.4)
    envoys.actors = [party("e7", nil, nil, span("UN"))]
    var visit = Readout.Event(
      id: "v5", sentence: 4, trigger: [span("visit")], type: .consult, status: .future, confidence: 0.8)
    (visit.actors, visit.recipients) = ([abe], [party("e5", "PRK", nil, span("Pyongyang"))])
    (visit.modes, visit.cameo, visit.time) = (["visit"], "042", "t3")
    var expulsion = Readout.Event(
      id: "v6", sentence: 5, trigger: [span("expel")], type: .sanction, status: .negated, confidence: 0.8)
    (expulsion.actors, expulsion.cameo) = ([party("e6", "AUT", nil, span("Austria"))], "161")
    return [meeting, summit, criticism, envoys, visit, expulsion]
  }

  // MARK: Members

  private func person(_ id: String, _ name: String, _ country: String, _ title: String, _ words: String)
    -> Readout.Entity
  {
    var entity = Readout.Entity(id: id, name: name, type: .person, basis: .text)
    var office = Readout.Office(title: title, office: .headOfGovernment, basis: .text)
    (office.sector, office.country, entity.country) = ("GOV", country, country)
    (entity.offices, entity.mentions) = ([office], [Readout.Mention(span: span(words), kind: .name)])
    return entity
  }

  private func state(_ id: String, _ name: String, _ code: String, _ words: String) -> Readout.Entity {
    var entity = Readout.Entity(id: id, name: name, type: .country, basis: .text)
    (entity.country, entity.mentions) = (code, [Readout.Mention(span: span(words), kind: .name)])
    return entity
  }

  private func unitedNations() -> Readout.Entity {
    var entity = Readout.Entity(id: "e7", name: "United Nations", type: .organization, basis: .text)
    (entity.code, entity.wikidata) = ("UNO", "Q1065")
    entity.mentions = [Readout.Mention(span: span("UN"), kind: .name)]
    return entity
  }

  private func aides() -> Readout.Entity {
    var entity = Readout.Entity(id: "e8", name: "aides", type: .group, basis: .text)
    entity.mentions = [Readout.Mention(span: span("aides"), kind: .nominal)]
    return entity
  }

  private func time(_ id: String, _ words: String, _ value: String) -> Readout.Time {
    Readout.Time(id: id, span: span(words), type: .date, value: value, basis: .text)
  }

  // MARK: Text

  /// The span of the first `words` after the end of `earlier`, or to the end of the first `last` behind them.
  func span(_ words: String, to last: String? = nil, after earlier: String? = nil) -> Span {
    let from = earlier.map { find($0, from: 0).end } ?? 0
    let first = find(words, from: from)
    return Span(start: first.start, end: last.map { find($0, from: first.start).end } ?? first.end)
  }

  private func find(_ words: String, from: Int) -> Span {
    let words = Array(words.unicodeScalars)
    for start in from..<max(from, text.count - words.count + 1)
    where text[start..<start + words.count].elementsEqual(words) {
      return Span(start: start, end: start + words.count)
    }
    preconditionFailure("the story has no such words")
  }

  /// The words of code points, as another program would slice them.
  func words(_ start: Int, _ end: Int) -> String {
    var view = String.UnicodeScalarView()
    view.append(contentsOf: text[start..<end])
    return String(view)
  }

  // MARK: Export

  static let codes = Result { () throws(KnowledgeError) in
    try CodeSystems(
      contentsOf: URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent().appending(path: "Data").path)
  }

  /// The files of a layout, and what it lost.
  func export(as name: LayoutName, options: LayoutOptions = LayoutOptions()) throws -> ([String: String], Losses) {
    let output = MemoryOutput()
    var layout = try #require(try name.layout(codes: try Self.codes.get(), options: options, to: output))
    try layout.write(readout, context: context)
    try layout.finish()
    return (output.files.mapValues { String(decoding: $0, as: UTF8.self) }, layout.losses)
  }
}
