import Record

/// Holds a readout against what a careful reader records from a golden article, fact by fact.
struct GoldenCheck {
  /// Facts in the order of the record, and whether each holds.
  private(set) var facts: [(name: String, holds: Bool)] = []
  private let readout: Readout
  private let expected: Golden.Expected
  private let text: [Unicode.Scalar]
  private let entities: [String: Readout.Entity]
  private let times: [String: String]
  private let places: [String: String]
  /// Identifiers of the entities that carry the golden's keys.
  private var ids: [String: String] = [:]

  init(_ readout: Readout, _ golden: Golden) {
    self.readout = readout
    expected = golden.expected
    text = Array(golden.text.unicodeScalars)
    entities = Dictionary(uniqueKeysWithValues: readout.entities.map { ($0.id, $0) })
    times = Dictionary(uniqueKeysWithValues: readout.times.map { ($0.id, $0.value) })
    places = Dictionary(uniqueKeysWithValues: readout.places.map { ($0.id, $0.name) })
    document()
    people()
    for time in expected.times {
      let wanted = characters(time.text)
      fact(
        "time \(time.text)",
        readout.times.contains { time.value.has($0.value) && !wanted.isDisjoint(with: characters([$0.span])) })
    }
    statements()
    events()
    ledger()
  }

  private mutating func fact(_ name: String, _ holds: Bool) { facts.append((name, holds)) }

  // MARK: Characters

  /// The characters of a quote that are no white space.
  private func characters(_ quote: String) -> Set<Int> {
    var words = Array(quote.unicodeScalars)
    var count = 1
    if let sign = quote.lastIndex(of: "#"), let number = Int(quote[quote.index(after: sign)...]) {
      words = Array(quote[..<sign].unicodeScalars)
      count = number
    }
    for start in 0...max(0, text.count - words.count) where text[start...].starts(with: words) {
      let end = start + words.count
      let isWhole =
        (start == 0 || !isWord(text[start - 1]) || !isWord(words[0]))
        && (end == text.count || !isWord(text[end]) || !isWord(words[words.count - 1]))
      if isWhole { count -= 1 }
      if isWhole, count == 0 { return characters([Record.Span(start: start, end: end)]) }
    }
    return []
  }

  private func isWord(_ scalar: Unicode.Scalar) -> Bool {
    scalar.properties.isAlphabetic || scalar.properties.numericType != nil || scalar == "_"
  }

  private func characters(_ spans: [Record.Span]) -> Set<Int> {
    Set(spans.flatMap { $0.start..<$0.end }.filter { !text[$0].properties.isWhitespace })
  }

  private func overlap(_ a: Set<Int>, _ b: Set<Int>) -> Double {
    a.isEmpty && b.isEmpty ? 0 : Double(a.intersection(b).count) / Double(a.union(b).count)
  }

  /// One-to-one pairs of what is wanted and what is offered, best score first.
  private func pairs(_ wanted: Int, _ offered: Int, score: (Int, Int) -> Double) -> [Int: Int] {
    var ranked: [(score: Double, wanted: Int, offered: Int)] = []
    for want in 0..<wanted {
      for offer in 0..<offered where score(want, offer) > 0 { ranked.append((score(want, offer), want, offer)) }
    }
    var pairs: [Int: Int] = [:]
    var used = Set<Int>()
    for pair in ranked.sorted(by: { ($1.score, $0.wanted, $0.offered) < ($0.score, $1.wanted, $1.offered) })
    where pairs[pair.wanted] == nil && used.insert(pair.offered).inserted { pairs[pair.wanted] = pair.offered }
    return pairs
  }

  // MARK: Groups of facts

  private mutating func document() {
    let document = readout.document
    if let title = expected.document.title { fact("title", document.title?.text == title) }
    if let agency = expected.document.agency { fact("agency", agency.has(document.agency?.text)) }
    if let place = expected.document.datelinePlace {
      fact("dateline place", place.has(document.dateline?.place.flatMap { places[$0] }))
    }
    fact("language", document.language == expected.document.language)
    fact("published", document.published?.hasPrefix(expected.published) == true)
  }

  private mutating func people() {
    func fit(_ wanted: Set<Int>, _ entity: Readout.Entity) -> Double {
      entity.mentions.map { mention in
        let found = characters([mention.span])
        let isInside = 2 * wanted.intersection(found).count >= wanted.count && found.count <= wanted.count + 40
        return isInside ? overlap(wanted, found) : 0
      }.max() ?? 0
    }
    let wanted = expected.entities.map { $0.mentions.map { characters($0) } }
    let offered = readout.entities
    let pairs = pairs(wanted.count, offered.count) { want, offer in
      wanted[want].reduce(0) { $0 + fit($1, offered[offer]) }
    }
    for (index, entity) in expected.entities.enumerated() {
      let found = pairs[index].map { offered[$0] }
      ids[entity.key] = found?.id
      for (mention, words) in zip(wanted[index], entity.mentions) {
        fact("\(entity.key) is mentioned by \(words)", found.map { fit(mention, $0) > 0 } ?? false)
      }
      fact("\(entity.key) has its name", entity.name.isPart(of: found?.name))
      fact("\(entity.key) has its type", entity.type.has(found?.type.rawValue))
      if let country = entity.country { fact("\(entity.key) is of \(country)", found?.country == country) }
      if let office = entity.office {
        fact("\(entity.key) has an office", found?.offices.contains { office.has($0.office.rawValue) } ?? false)
      }
    }
  }

  /// Whether an entity, or a country, is a party that the golden names by key or code.
  private func isParty(_ name: String, entity: String?, country: String?) -> Bool {
    if let id = ids[name] { return entity == id }
    return name == country ?? entity.flatMap { entities[$0]?.country }
  }

  private mutating func statements() {
    let wanted = expected.statements.map { $0.content.reduce(into: Set<Int>()) { $0.formUnion(characters($1)) } }
    let offered = readout.statements
    let pairs = pairs(wanted.count, offered.count) { want, offer in
      let share = overlap(wanted[want], characters(offered[offer].content))
      return share >= 0.5 ? share : 0
    }
    for (index, statement) in expected.statements.enumerated() {
      let found = pairs[index].map { offered[$0] }
      let name = "“\(statement.content[0].prefix(40))”"
      fact("\(name) is a statement", found != nil)
      fact("\(name) is whole", found.map { overlap(wanted[index], characters($0.content)) >= 0.9 } ?? false)
      let speaker = found?.speaker?.entity
      let members = Set(speaker.flatMap { entities[$0] }?.mentions.flatMap(\.members) ?? []).union([speaker ?? ""])
      fact("\(name) has its speaker", statement.speaker.all.allSatisfy { ids[$0].map(members.contains) ?? false })
      fact("\(name) has its act", statement.act.has(found?.act.rawValue))
      if let quotation = statement.quotation {
        fact("\(name) has its kind of quotation", quotation.has(found?.quotation.rawValue))
      }
      if let cue = statement.cue {
        let spans = characters(found?.cue.spans ?? [])
        fact("\(name) has its cue", cue.all.contains { !characters($0).isDisjoint(with: spans) })
      }
      if let relay = statement.relay {
        let known = Set(relay.all.compactMap { ids[$0] })
        let relays = found?.relays ?? []
        fact(
          "\(name) has its relay",
          !relays.isEmpty && (relay.has("unnamed") || relays.contains { $0.entity.map(known.contains) ?? false }))
      }
      if let time = statement.time { fact("\(name) has its time", time.has(found?.time.flatMap { times[$0] })) }
      if let addressees = statement.addressees {
        fact(
          "\(name) has its addressees",
          addressees.allSatisfy { ids[$0].map { found?.addressees.contains($0) ?? false } ?? false })
      }
      if let condition = statement.condition {
        let halves = condition.map { characters($0) }
        fact(
          "\(name) has its condition",
          found?.conditions.contains {
            overlap(characters([$0.condition]), halves[0]) >= 0.5
              && overlap(characters([$0.consequence]), halves[1]) >= 0.5
          } ?? false)
      }
    }
    let title = characters(readout.document.title?.span.map { [$0] } ?? [])
    let used = Set(pairs.values)
    let spare = offered.indices.filter {
      !used.contains($0) && characters(offered[$0].content).isDisjoint(with: title)
    }
    fact("few statements beyond the expected", spare.count <= max(3, wanted.count / 3))
  }

  private func facts(of event: Golden.Event, in found: Readout.Event?) -> [(String, Bool)] {
    let name = "“\(event.near.prefix(40))”"
    func has(_ parties: [String], _ participants: [Readout.Participant]?) -> Bool {
      parties.allSatisfy { party in
        participants?.contains { isParty(party, entity: $0.entity, country: $0.country) } ?? false
      }
    }
    var facts = [
      ("\(name) is an event of type \(event.type.all.joined(separator: " or "))", found != nil),
      ("\(name) has its status", event.status.has(found?.status.rawValue)),
    ]
    if let actors = event.actors { facts.append(("\(name) has its actors", has(actors, found?.actors))) }
    if let recipients = event.recipients {
      facts.append(("\(name) has its recipients", has(recipients, found?.recipients)))
    }
    if let mode = event.mode { facts.append(("\(name) has its mode", found?.modes.contains { mode.has($0) } ?? false)) }
    if let time = event.time {
      facts.append(("\(name) has its time", time.has(found?.time.flatMap { times[$0] })))
    }
    return facts
  }

  private mutating func events() {
    let offered = readout.events
    let triggers = offered.map { characters($0.trigger) }
    let nears = expected.events.map { characters($0.near) }
    let pairs = pairs(nears.count, offered.count) { want, offer in
      guard expected.events[want].type.has(offered[offer].type.rawValue),
        2 * triggers[offer].intersection(nears[want]).count >= triggers[offer].count
      else { return 0 }
      return Double(facts(of: expected.events[want], in: offered[offer]).count { $0.1 })
    }
    for (index, event) in expected.events.enumerated() {
      facts += facts(of: event, in: pairs[index].map { offered[$0] })
    }
    let title = characters(readout.document.title?.span.map { [$0] } ?? [])
    let used = Set(pairs.values)
    let spare = offered.indices.filter { !used.contains($0) && triggers[$0].isDisjoint(with: title) }
    fact("few events beyond the expected", spare.count <= max(4, nears.count / 2))
  }

  private mutating func ledger() {
    for position in expected.positions {
      fact(
        "\(position.holder) has a position on \(position.issue.all[0])",
        readout.positions.contains {
          isParty(position.holder, entity: $0.holder, country: nil) && position.issue.isPart(of: $0.issue)
            && position.stance.has($0.stance.rawValue)
        })
    }
    for commitment in expected.commitments {
      let wanted = characters(commitment.content)
      let found = readout.commitments.first { overlap(wanted, characters([$0.content])) >= 0.4 }
      fact("“\(commitment.content.prefix(40))” is a commitment", found != nil)
      fact(
        "“\(commitment.content.prefix(40))” is \(commitment.by)'s",
        found.map { isParty(commitment.by, entity: $0.by, country: nil) } ?? false)
    }
    for item in expected.agenda {
      let near = characters(item.near)
      let found = readout.agenda.filter { !characters([$0.expected]).isDisjoint(with: near) }
      fact("“\(item.near.prefix(40))” is on the agenda", !found.isEmpty)
      fact(
        "“\(item.near.prefix(40))” has its time",
        found.contains { item.time.has($0.time.flatMap { times[$0] }) })
    }
  }
}
