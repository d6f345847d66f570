internal import Knowledge
internal import Linguistics
internal import Record

/// What one sentence tells twice.
extension EventReading {
  /// Joins what one sentence tells twice, by a verb and by its noun.
  func merged(_ drafts: [Draft]) -> [Event] {
    var kept: [Event] = []
    for draft in drafts.sorted(by: { $0.event.head < $1.event.head }) {
      let event = draft.event
      if let twin = kept.lastIndex(where: { isSame($0, event) }) {
        if kept[twin].recipients.isEmpty { kept[twin].recipients = event.recipients }
        if kept[twin].time == nil { kept[twin].time = event.time }
        if kept[twin].place == nil { kept[twin].place = event.place }
        continue
      }
      kept.append(event)
    }
    return kept
  }

  func isSame(_ a: Event, _ b: Event) -> Bool {
    guard a.type == b.type, abs(a.head - b.head) < 25 else { return false }
    let (left, right) = (Set(a.actors.map(parties.code)), Set(b.actors.map(parties.code)))
    let (lower, upper) = (story.doc[a.head], story.doc[b.head])
    // Two verbs tell of two events.
    if Clause.isVerbal(lower), Clause.isVerbal(upper),
      left.isEmpty || right.isEmpty || left != right || !isComplement(upper, of: lower)
    {
      return false
    }
    let related = lower.isAncestor(of: upper) || upper.isAncestor(of: lower)
    if left.isEmpty || right.isEmpty { return related }
    guard left == right else { return false }
    let (from, to) = (Set(a.recipients.map(parties.code)), Set(b.recipients.map(parties.code)))
    return from == to || from.isEmpty || to.isEmpty ? related || from == to : false
  }

  func isComplement(_ inner: Token, of outer: Token) -> Bool {
    var current = inner
    for _ in 0..<4 {
      guard ["xcomp", "ccomp", "pcomp", "prep"].contains(current.label) else { return false }
      current = current.head
      if current.index == outer.index { return true }
    }
    return false
  }

  mutating func keep(_ new: [Event]) {
    for event in new {
      if let earlier = repeated(by: event) {
        events[earlier].mentions.append(Event.Mention(event))
      } else {
        events.append(event)
      }
    }
  }

  /// The earlier event that an event is "the talks" of: a definite noun, with no party, time or place that is new.
  func repeated(by event: Event) -> Int? {
    let word = story.doc[event.head]
    guard event.type == .consult || event.type == .agree, !Clause.isVerbal(word),
      word.children.contains(where: { $0.label == "det" && ["the", "this", "these"].contains($0.lower) })
    else { return nil }
    let own = Set((event.actors + event.recipients).map(parties.code))
    return events.indices.suffix(24).last { index in
      let earlier = events[index]
      guard earlier.type == .consult || earlier.type == .agree else { return false }
      return own.isSubset(of: Set((earlier.actors + earlier.recipients).map(parties.code)))
        && (event.time == nil || event.time == earlier.time) && (event.place == nil || event.place == earlier.place)
    }
  }
}
