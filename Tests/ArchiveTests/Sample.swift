import Record

/// A readout of one's own making: what a coder would give, in small.
enum Sample {
  /// An article in which a minister promises something to a neighbour. Its second sentence tells of a meeting.
  static func readout(
    ref: String? = nil, uri: String? = nil, published: String? = "2021-03-04",
    pledge: String = "would reopen the bridge",
    release: String = "0.1.0"
  ) -> Readout {
    let first = "Foreign Minister Ada Lind of Norway said she \(pledge) for Sweden by May."
    let text = first + " She meets Åke Berg in Malmö on Friday."
    let words = Array(text.unicodeScalars)
    func span(_ part: String) -> Span {
      let part = Array(part.unicodeScalars)
      let start = words.indices.first { words[$0...].starts(with: part) } ?? 0
      return Span(start: start, end: start + part.count)
    }
    var document = Readout.Document(id: "sha256:" + SHA256.hexDigest(of: Array(text.utf8)), text: text)
    document.ref = ref
    document.uri = uri
    document.published = published
    document.publishedBasis = published == nil ? nil : "metadata"
    document.title = Readout.Words(text: "A bridge between neighbours")
    document.sentences = [span(first), Span(start: first.unicodeScalars.count + 1, end: words.count)]
    document.paragraphs = [Span(start: 0, end: words.count)]
    var readout = Readout(
      coder: Readout.Provenance(name: "readout", release: release, model: "m 1", attribution: "rules"),
      document: document)

    var minister = Readout.Entity(id: "e1", name: "Ada Lind", type: .person, basis: .text)
    minister.country = "NOR"
    minister.mentions = [
      Readout.Mention(span: span("Ada Lind"), kind: .name), Readout.Mention(span: span("She"), kind: .pronoun),
    ]
    minister.offices = [Readout.Office(title: "Foreign Minister", office: .foreignMinister, basis: .text)]
    var neighbour = Readout.Entity(id: "e2", name: "Sweden", type: .country, basis: .knowledge)
    neighbour.country = "SWE"
    neighbour.mentions = [Readout.Mention(span: span("Sweden"), kind: .name)]
    var guest = Readout.Entity(id: "e3", name: "Åke Berg", type: .person, basis: .text)
    guest.mentions = [Readout.Mention(span: span("Åke Berg"), kind: .name)]
    readout.entities = [minister, neighbour, guest]

    readout.times = [
      Readout.Time(id: "t1", span: span("May"), type: .date, value: "2021-05", basis: .text),
      Readout.Time(id: "t2", span: span("Friday"), type: .date, value: "2021-03-05", basis: .text),
    ]
    var city = Readout.Place(id: "l1", span: span("Malmö"), name: "Malmö")
    city.country = "SWE"
    readout.places = [city]

    var statement = Readout.Statement(
      id: "s1", sentence: 0, quotation: .indirect, cue: Readout.Cue(spans: [span("said")], lemma: "say"),
      content: [span("she \(pledge) for Sweden by May")], act: .pledge, confidence: 0.9)
    statement.speaker = Readout.Party(entity: "e1", span: span("Ada Lind"))
    statement.about = ["e2"]
    statement.issues = ["border/NOR-SWE"]
    readout.statements = [statement]

    var meeting = Readout.Event(
      id: "v1", sentence: 1, trigger: [span("meets")], type: .consult, status: .future, confidence: 0.8)
    meeting.modes = ["meet"]
    meeting.actors = [
      Readout.Participant(entity: "e1", span: span("She"), country: "NOR", sector: "GOV"),
      Readout.Participant(entity: "e3", span: span("Åke Berg")),
    ]
    meeting.time = "t2"
    meeting.place = "l1"
    readout.events = [meeting]

    readout.positions = [
      Readout.Position(holder: "e1", issue: "border/NOR-SWE", label: "border", stance: .supports, statement: "s1")
    ]
    readout.commitments = [
      Readout.Commitment(
        by: "e1", to: "e2", content: span("\(pledge) for Sweden by May"), kind: .pledge, time: "t1", statement: "s1")
    ]
    readout.agenda = [
      Readout.AgendaItem(event: "v1", time: "t2", expected: span("meets Åke Berg in Malmö on Friday"), basis: .text)
    ]
    return readout
  }
}
