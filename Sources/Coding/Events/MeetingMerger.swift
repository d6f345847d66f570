internal import Knowledge
internal import Linguistics
internal import Newswire
internal import Record

/// Joins the mentions of one meeting in a story ("met", "the talks", the headline's "hold summit") into one event.
///
/// Two mentions are one meeting where parties, persons, time, place and manner agree as far as both tell them. Whatever the
/// headline tells is joined with what the story tells by the same word of the same parties.
struct MeetingMerger {
  private let story: Story
  private let frames: Frames
  private let parties: PartyReader
  /// The tokens of the title.
  private let title: Range<Int>

  init(story: Story, frames: Frames, parties: PartyReader) {
    self.story = story
    self.frames = frames
    self.parties = parties
    title = story.article.title?.range.map { story.doc.tokens(touching: $0) } ?? 0..<0
  }

  /// How many events back a mention may stand.
  private static let reach = 48

  /// `events`, those that are mentions of earlier ones joined to these.
  func merged(_ events: [Event]) -> [Event] {
    var kept: [Event] = []
    for event in events {
      guard event.status != .negated,
        let twin = kept.indices.suffix(Self.reach).last(where: { isSame(kept[$0], event) })
      else {
        kept.append(event)
        continue
      }
      kept[twin] = joined(kept[twin], event)
    }
    return kept
  }

  // MARK: Joining

  /// One event of two mentions, told by the one that says more.
  private func joined(_ a: Event, _ b: Event) -> Event {
    let isLatterFuller = fullness(b) > fullness(a)
    var event = isLatterFuller ? b : a
    let other = isLatterFuller ? a : b
    if event.recipients.isEmpty, !isMeeting(event) { event.recipients = other.recipients }
    event.time = event.time ?? other.time
    event.place = event.place ?? other.place
    event.occasion = event.occasion ?? other.occasion
    for mode in other.modes where !event.modes.contains(mode) && isMeeting(event) { event.modes.append(mode) }
    for context in other.contexts where !event.contexts.contains(context) { event.contexts.append(context) }
    event.mentions =
      (a.mentions + b.mentions + [Event.Mention(other)]).sorted { $0.head < $1.head }
    return event
  }

  private func fullness(_ event: Event) -> Int {
    event.actors.count(where: isKnown) + event.recipients.count(where: isKnown) + (event.time == nil ? 0 : 2)
      + (event.place == nil ? 0 : 2) + event.modes.count + (title.contains(event.head) ? 0 : 1)
  }

  private func isKnown(_ party: Event.Participant) -> Bool { party.country != nil || parties.isBody(party.entity) }

  // MARK: Telling apart

  private func isSame(_ a: Event, _ b: Event) -> Bool {
    guard a.type == b.type, a.status == b.status, isAtOneTime(a, b), isAtOnePlace(a, b) else { return false }
    if isMeeting(a), isMeeting(b) { return isOneMeeting(a, b) }
    guard title.contains(a.head), !title.contains(b.head) else { return false }
    let (actors, recipients) = (codes(a.actors), codes(a.recipients))
    return !actors.isEmpty && !recipients.isEmpty && actors == codes(b.actors) && recipients == codes(b.recipients)
      && story.doc[a.head].lowerLemma == story.doc[b.head].lowerLemma
  }

  private func isMeeting(_ event: Event) -> Bool {
    event.frame.map { frames.all[$0].type == .consult } ?? (event.type == .consult)
  }

  private func isOneMeeting(_ a: Event, _ b: Event) -> Bool {
    for mode in ["visit", "phone"] where a.modes.contains(mode) != b.modes.contains(mode) { return false }
    let (first, second) = (story.doc[a.head], story.doc[b.head])
    guard distinctions(of: first) == distinctions(of: second), !isHabitual(first), !isHabitual(second) else {
      return false
    }
    let (left, right) = ([codes(a.actors), codes(a.recipients)], [codes(b.actors), codes(b.recipients)])
    guard !left[0].isEmpty, !right[0].isEmpty else { return false }
    if left != right {
      // "The talks" may name fewer of those who talk.
      guard isDefinite(second), zip(left, right).allSatisfy({ $1.isSubset(of: $0) }) else { return false }
    }
    return isOfSamePersons(
      a, b, isLoose: isDefinite(second) || title.contains(a.head) || a.time != nil && a.time == b.time)
  }

  /// Whether the persons of each country are the same, as far as both name persons; `isLoose` lets a state stand for one.
  private func isOfSamePersons(_ a: Event, _ b: Event, isLoose: Bool) -> Bool {
    let (left, right) = (persons(of: a), persons(of: b))
    for country in codes(a.actors + a.recipients).intersection(codes(b.actors + b.recipients)) {
      let (those, these) = (left[country] ?? [], right[country] ?? [])
      if those.isEmpty || these.isEmpty ? !isLoose && those.isEmpty != these.isEmpty : those.isDisjoint(with: these) {
        return false
      }
    }
    return true
  }

  private func persons(of event: Event) -> [String: Set<Int>] {
    var found: [String: Set<Int>] = [:]
    for party in event.actors + event.recipients where story.cast.entities[party.entity].type == .person {
      found[parties.code(party), default: []].insert(party.entity)
    }
    return found
  }

  private func codes(_ parties: [Event.Participant]) -> Set<String> {
    Set(parties.filter(isKnown).map(self.parties.code))
  }

  private func isAtOneTime(_ a: Event, _ b: Event) -> Bool {
    guard let first = a.time.map({ story.times[$0].value }), let second = b.time.map({ story.times[$0].value }) else {
      return true
    }
    return first.hasPrefix(second) || second.hasPrefix(first)
  }

  private func isAtOnePlace(_ a: Event, _ b: Event) -> Bool {
    guard let first = a.place.map({ story.places[$0] }), let second = b.place.map({ story.places[$0] }) else {
      return true
    }
    if first.name == second.name { return true }
    // A country holds its towns.
    let (isFirstWide, isSecondWide) = (isCountry(first), isCountry(second))
    return first.country == second.country && isFirstWide != isSecondWide
  }

  private func isCountry(_ place: PlaceMention) -> Bool {
    place.tokens.last.flatMap { story.cast.mention(headedBy: $0) }.map {
      story.cast.entities[$0.entity].type == .country
    }
      ?? false
  }

  private func isDefinite(_ word: Token) -> Bool {
    !Clause.isVerbal(word)
      && word.children.contains {
        ["the", "this", "these", "those", "their"].contains($0.lower) && $0.index < word.index
      }
  }

  /// Words that tell one meeting from another ("a second round", "met again").
  private func distinctions(of word: Token) -> Set<String> {
    let object = Clause.isVerbal(word) ? word.child("dobj").map { Array($0.children) } ?? [] : []
    return Set((word.children + object).map(\.lower)).intersection(Self.distinguishing)
  }

  private func isHabitual(_ word: Token) -> Bool { word.children.contains { Self.habits.contains($0.lower) } }

  private static let distinguishing: Set<String> = [
    "another", "other", "second", "third", "fourth", "fifth", "new", "fresh", "next", "further", "earlier", "previous",
    "previously", "separate", "separately", "last", "subsequent", "follow-up", "again", "later", "once", "before",
  ]
  private static let habits: Set<String> = [
    "often", "regularly", "repeatedly", "frequently", "twice", "times", "several", "many", "every", "each", "annually",
    "routinely",
  ]
}
