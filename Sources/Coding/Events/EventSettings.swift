internal import Knowledge
internal import Linguistics
internal import Record

/// Where, when and in what connection events take place.
struct EventSettings {
  let story: Story
  let contexts: Contexts
  let parties: PartyReader
  /// The dates and hours by the token that they begin at.
  private let timeOfToken: [Int: Int]

  init(story: Story, contexts: Contexts, parties: PartyReader) {
    self.story = story
    self.contexts = contexts
    self.parties = parties
    var starts: [Int: Int] = [:]
    for (index, time) in story.times.enumerated() where time.type == .date || time.type == .time {
      if let first = time.tokens.first { starts[first] = index }
    }
    timeOfToken = starts
  }

  private static let locative: Set<String> = ["in", "at", "near", "outside", "off", "inside", "around", "on"]

  // MARK: Places

  /// The index in `story.places` of the place that the clause of `event` gives.
  func place(of event: Event) -> Int? {
    let word = story.doc[event.head]
    if let place = place(below: word) { return place }
    guard !Clause.isVerbal(word), let verb = Clause(word).governingVerb else { return nil }
    return place(below: verb)
  }

  private static let through: Set<String> = ["dobj", "prep", "pobj", "prt", "advmod", "agent", "oprd", "attr", "conj"]

  private func place(below word: Token) -> Int? {
    var level = [word]
    for _ in 0..<5 {
      var next: [Token] = []
      for parent in level {
        for child in parent.children {
          if child.label == "prep", Self.locative.contains(child.lower), let object = child.child("pobj"),
            let place = place(named: object)
          {
            return place
          }
          if Self.through.contains(child.label), !Clause.isVerbal(child) { next.append(child) }
        }
      }
      level = next
      if level.isEmpty { break }
    }
    return nil
  }

  /// The place that a phrase names: its own, or the one after "of" or a comma ("the city of X"), never a possessor's.
  private func place(named token: Token) -> Int? {
    if let own = parties.place(at: token.index) { return own }
    for child in token.children where child.label == "prep" && child.lower == "of" || child.label == "appos" {
      let named = child.label == "appos" ? child : child.child("pobj")
      if let named, let place = parties.place(at: named.index) { return place }
    }
    for child in token.children where child.label == "compound" || child.label == "nmod" {
      if let place = parties.place(at: child.index) { return place }
    }
    return nil
  }

  /// Whether a meeting takes place in a country that is none of its parties'.
  func isAbroad(_ event: Event) -> Bool {
    guard let place = event.place, let country = story.places[place].country else { return false }
    let codes = Set((event.actors + event.recipients).compactMap(\.country))
    return codes.count > 1 && !codes.contains(country)
  }

  // MARK: Times

  /// When what `head` tells of happens: what its clause says, or for a noun what stands right after it, or for a clause with
  /// "when" what the clause around it says.
  func time(of head: Int) -> Int? {
    if let time = story.time(governing: head) { return time }
    let word = story.doc[head]
    if Clause.isVerbal(word) {
      guard word.label == "advcl", word.children.contains(where: { $0.lower == "when" }) else { return nil }
      return story.time(governing: word.head.index)
    }
    for child in word.children where child.label == "acl" || child.label == "relcl" {
      if let time = story.time(governing: child.index) { return time }
    }
    let end = min(story.doc.sentence(of: head).upperBound, head + 8)
    for at in head + 1..<max(end, head + 1) {
      if Clause.isVerbal(story.doc[at]) { return nil }
      if let time = timeOfToken[at] { return time }
    }
    return nil
  }

  /// Whether a time lies more than a month before the day of publication.
  func isLongPast(_ time: Int) -> Bool {
    guard let published = story.published else { return false }
    let parts = story.times[time].value.split(separator: "-")
    guard let year = parts.first.flatMap({ Int($0) }), year > 1000 else { return false }
    if year != published.year { return year < published.year - 1 || months(parts, year, published) > 1 }
    return months(parts, year, published) > 1
  }

  private func months(_ parts: [Substring], _ year: Int, _ published: CalendarDate) -> Int {
    let years = (published.year - year) * 12 + published.month
    guard parts.count > 1 else { return years - 12 }
    if parts[1].first == "W", let week = Int(parts[1].dropFirst()) { return years - (week * 12 + 51) / 52 }
    return Int(parts[1]).map { years - $0 } ?? 0
  }

  // MARK: Contexts

  /// The contexts that the words of the event's sentence speak for.
  func contexts(of event: Event) -> [String] {
    let sentence = story.doc.sentences[event.sentence]
    let near = span(max(sentence.lowerBound, event.head - 40), min(sentence.upperBound, event.head + 41))
    var weights: [String: Int] = [:]
    for at in near {
      let token = story.doc[at]
      let lemma = token.lowerLemma
      var triggers = contexts.triggers(beginningWith: lemma)
      if token.lower != lemma { triggers += contexts.triggers(beginningWith: token.lower) }
      for trigger in triggers where follows(trigger.words, at, in: near) {
        weights[trigger.context, default: 0] += trigger.weight
      }
    }
    return weights.filter { $0.value >= 2 }.keys.sorted()
  }

  private func follows(_ words: [String], _ at: Int, in range: Range<Int>) -> Bool {
    guard at + words.count <= range.upperBound else { return false }
    return words.indices.dropFirst().allSatisfy {
      words[$0] == story.doc[at + $0].lower || words[$0] == story.doc[at + $0].lowerLemma
    }
  }

  // MARK: Occasions

  /// The event at which what `head` tells of took place: "during talks", "when he met".
  func occasion(of head: Int, among events: [Int: Int]) -> Int? {
    let word = story.doc[head]
    for child in word.children {
      if child.label == "prep", ["during", "at", "in", "after", "before", "following"].contains(child.lower),
        let object = child.child("pobj"), let event = events[object.index]
      {
        return event
      }
      if child.label == "advcl",
        child.children.contains(where: { ["when", "as", "while", "after"].contains($0.lower) }),
        let event = events[child.index]
      {
        return event
      }
    }
    return nil
  }
}
