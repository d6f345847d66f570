package import Knowledge
internal import Linguistics
internal import Newswire
package import Record

/// Assembles the record of a story: ids in order of first appearance, spans in Unicode scalars, nothing that dangles.
package struct Assembly {
  let story: Story
  private let provenance: Readout.Provenance
  /// Gives events their quadrants and scores.
  private let plover: Plover?
  /// Whether statements say what they rest on.
  private let explains: Bool
  private let spans: SpanMap
  private let entities: Numbering
  private let times: Numbering
  private let places: Numbering
  private let statements: Numbering
  private let events: Numbering
  /// The mentions of each entity, in text order.
  private let mentionsOfEntity: [[Int]]

  package init(_ story: Story, provenance: Readout.Provenance, plover: Plover? = nil, explains: Bool = false) {
    self.story = story
    self.plover = plover
    self.provenance = provenance
    self.explains = explains
    let spans = SpanMap(utf8: story.doc.utf8)
    self.spans = spans

    var mentionsOfEntity = [[Int]](repeating: [], count: story.cast.entities.count)
    for (index, mention) in story.cast.mentions.enumerated()
    where mentionsOfEntity.indices.contains(mention.entity) && spans.span(mention.bytes) != nil {
      mentionsOfEntity[mention.entity].append(index)
    }
    // What only says whose something is speaks of the thing; the first stands for a state that nothing else speaks of.
    for index in mentionsOfEntity.indices {
      let own = mentionsOfEntity[index].filter { !story.cast.mentions[$0].isModifier }
      mentionsOfEntity[index] = own.isEmpty ? Array(mentionsOfEntity[index].prefix(1)) : own
    }
    for index in mentionsOfEntity.indices {
      mentionsOfEntity[index].sort { a, b in
        let (a, b) = (story.cast.mentions[a].bytes, story.cast.mentions[b].bytes)
        return a.lowerBound != b.lowerBound ? a.lowerBound < b.lowerBound : a.upperBound > b.upperBound
      }
    }
    self.mentionsOfEntity = mentionsOfEntity
    entities = Numbering(
      prefix: "e", starts: mentionsOfEntity.map { $0.first.map { story.cast.mentions[$0].bytes.lowerBound } })
    times = Numbering(
      prefix: "t", starts: story.times.map { spans.span($0.bytes) == nil ? nil : $0.bytes.lowerBound })
    places = Numbering(
      prefix: "l", starts: story.places.map { spans.span($0.bytes) == nil ? nil : $0.bytes.lowerBound })
    statements = Numbering(
      prefix: "s",
      starts: story.statements.map { statement in
        let words = (statement.content + statement.cue.spans).filter { spans.span($0) != nil }
        return words.map(\.lowerBound).min()
      })
    events = Numbering(
      prefix: "v",
      starts: story.events.map { event in
        event.trigger.filter { spans.span($0) != nil }.map(\.lowerBound).min()
      })
  }

  /// The finished record.
  package func readout() -> Readout {
    var readout = Readout(coder: provenance, document: document())
    readout.entities = entities.order.compactMap(entity)
    readout.times = times.order.compactMap(time)
    readout.places = places.order.compactMap(place)
    readout.statements = statements.order.compactMap(statement)
    readout.events = events.order.compactMap(event)
    readout.positions = story.positions.compactMap(position)
    readout.commitments = story.commitments.compactMap(commitment)
    readout.agenda = story.agenda.compactMap(agendaItem)
    readout.warnings = story.warnings.map {
      Readout.Warning(code: $0.code, message: $0.message, span: spans.span($0.bytes))
    }
    return readout
  }

  // MARK: Document

  private func document() -> Readout.Document {
    let article = story.article
    var document = Readout.Document(id: "sha256:" + SHA256.hexDigest(of: Array(article.text.utf8)), text: article.text)
    document.ref = article.ref
    document.uri = article.uri
    document.title = words(article.title)
    document.byline = words(article.byline)
    document.agency = words(article.agency)
    document.publisher = words(article.publisher)
    document.dateline = dateline()
    document.published = article.published
    document.publishedBasis = article.publishedBasis?.rawValue
    if article.published == nil, let day = story.published {
      document.published = day.iso
      document.publishedBasis = Article.PublishedBasis.dateline.rawValue
    }
    if let window = story.publishedWindow {
      document.publishedWindow = Readout.PublishedWindow(
        from: window.from.iso, to: window.to?.iso, because: entities.ids(of: window.because))
    }
    document.attributedTo = article.attributedTo.flatMap { bytes in
      spans.span(bytes).map { Readout.Party(entity: entities[entity(named: bytes)], span: $0) }
    }
    document.language = article.language
    document.sentences = story.doc.sentences.map { sentence in
      let bytes = story.doc.utf8Range(of: sentence)
      return spans.span(bytes) ?? spans.bare(bytes)
    }
    document.paragraphs = article.paragraphs.compactMap { spans.span($0) }
    document.furniture = article.furniture.compactMap { spans.span($0) }
    return document
  }

  private func words(_ passage: Article.Passage?) -> Readout.Words? {
    passage.map { Readout.Words(text: $0.text, span: spans.span($0.range)) }
  }

  private func dateline() -> Readout.Dateline? {
    guard let dateline = story.article.dateline, let span = spans.span(dateline.range) else { return nil }
    return Readout.Dateline(
      span: span, place: places[story.places.firstIndex { $0.bytes.overlaps(dateline.place) }],
      time: dateline.date.flatMap { date in times[story.times.firstIndex { $0.bytes.overlaps(date) }] },
      agency: dateline.agency.map { story.doc.text(ofUTF8: $0) })
  }

  /// The entity that the words `bytes` name: a person before a body.
  private func entity(named bytes: Range<Int>) -> Int? {
    let inside = story.cast.mentions.filter {
      bytes.contains($0.bytes.lowerBound) && $0.bytes.upperBound <= bytes.upperBound
    }
    let person = inside.first {
      story.cast.entities.indices.contains($0.entity) && story.cast.entities[$0.entity].type == .person
    }
    return (person ?? inside.first)?.entity
  }

  // MARK: Actors, times, places

  private func entity(_ index: Int) -> Readout.Entity? {
    guard let id = entities[index] else { return nil }
    let entity = story.cast.entities[index]
    var result = Readout.Entity(id: id, name: entity.name, type: entity.type, basis: entity.basis)
    result.country = entity.country
    result.code = entity.code
    result.sector = entity.sector
    result.wikidata = entity.wikidata
    result.offices = entity.offices.map { office in
      var result = Readout.Office(title: office.title, office: office.office, basis: office.basis)
      result.sector = office.sector
      result.country = office.country
      result.organization = entities[office.organization]
      result.from = office.from
      result.to = office.to
      return result
    }
    result.mentions = mentionsOfEntity[index].compactMap { number in
      let mention = story.cast.mentions[number]
      return spans.span(mention.bytes).map {
        Readout.Mention(span: $0, kind: mention.kind, members: entities.ids(of: mention.members))
      }
    }
    return result
  }

  private func time(_ index: Int) -> Readout.Time? {
    let time = story.times[index]
    guard let id = times[index], let span = spans.span(time.bytes) else { return nil }
    var result = Readout.Time(id: id, span: span, type: time.type, value: time.value, basis: time.basis)
    result.end = time.end
    switch time.anchor {
    case .published: result.anchor = "published"
    case .time(let other): result.anchor = times[other]
    case nil: break
    }
    return result
  }

  private func place(_ index: Int) -> Readout.Place? {
    let place = story.places[index]
    guard let id = places[index], let span = spans.span(place.bytes) else { return nil }
    var result = Readout.Place(id: id, span: span, name: place.name)
    result.country = place.country
    result.latitude = place.latitude
    result.longitude = place.longitude
    result.geonames = place.geonames
    return result
  }

  // MARK: Statements and events

  private func statement(_ index: Int) -> Readout.Statement? {
    guard let id = statements[index] else { return nil }
    let statement = story.statements[index]
    var result = Readout.Statement(
      id: id, sentence: statement.sentence, quotation: statement.quotation, cue: cue(statement.cue),
      content: spans.spans(statement.content), act: statement.act, confidence: statement.confidence)
    result.speaker = statement.speaker.flatMap(party)
    result.polarity = statement.polarity
    result.addressees = entities.ids(of: statement.addressees)
    result.relays = statement.relays.map { relay in
      let party = relay.party.flatMap(party)
      return Readout.Relay(entity: party?.entity, span: party?.span, cue: cue(relay.cue))
    }
    result.within = statements[statement.within]
    result.occasion = events[statement.occasion]
    result.time = times[statement.time]
    result.place = places[statement.place]
    result.about = entities.ids(of: statement.about)
    result.issues = statement.issues
    result.conditions = statement.conditions.compactMap { condition in
      guard let premise = spans.span(condition.condition), let consequence = spans.span(condition.consequence) else {
        return nil
      }
      return Readout.Condition(condition: premise, consequence: consequence)
    }
    result.echoes = statements[statement.echoes]
    if explains { result.evidence = evidence(of: statement) }
    return result
  }

  private func cue(_ cue: Statement.Cue) -> Readout.Cue { Readout.Cue(spans: spans.spans(cue.spans), lemma: cue.lemma) }

  private func party(_ party: Statement.Party) -> Readout.Party? {
    spans.span(party.bytes).map { Readout.Party(entity: entities[party.entity], span: $0) }
  }

  private func event(_ index: Int) -> Readout.Event? {
    guard let id = events[index] else { return nil }
    let event = story.events[index]
    var result = Readout.Event(
      id: id, sentence: event.sentence, trigger: spans.spans(event.trigger), type: event.type, status: event.status,
      confidence: event.confidence)
    result.modes = event.modes
    result.contexts = event.contexts
    result.cameo = event.cameo ?? plover?.cameo(of: event.type, modes: event.modes, contexts: event.contexts)
    result.quad = plover?.quad(of: event.type)
    result.score = plover?.score(of: event.type, modes: event.modes)
    result.actors = event.actors.compactMap(participant)
    result.recipients = event.recipients.compactMap(participant)
    result.time = times[event.time]
    result.place = places[event.place]
    result.within = statements[event.within]
    result.occasion = events[event.occasion]
    result.mentions = event.mentions.map {
      Readout.EventMention(sentence: $0.sentence, trigger: spans.spans($0.trigger))
    }
    return result
  }

  private func participant(_ participant: Event.Participant) -> Readout.Participant? {
    guard let entity = entities[participant.entity], let span = spans.span(participant.bytes) else { return nil }
    return Readout.Participant(
      entity: entity, span: span, country: participant.country, sector: participant.sector)
  }

  // MARK: Ledger

  private func position(_ position: Position) -> Readout.Position? {
    entities[position.holder].map {
      Readout.Position(
        holder: $0, issue: position.issue, label: position.label, stance: position.stance,
        statement: statements[position.statement], change: position.change)
    }
  }

  private func commitment(_ commitment: Commitment) -> Readout.Commitment? {
    guard let by = entities[commitment.by], let content = spans.span(commitment.content) else { return nil }
    return Readout.Commitment(
      by: by, to: entities[commitment.to], content: content, kind: commitment.kind, time: times[commitment.time],
      statement: statements[commitment.statement])
  }

  private func agendaItem(_ item: AgendaItem) -> Readout.AgendaItem? {
    spans.span(item.expected).map {
      Readout.AgendaItem(event: events[item.event], time: times[item.time], expected: $0, basis: item.basis)
    }
  }
}
