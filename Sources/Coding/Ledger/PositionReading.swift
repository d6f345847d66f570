internal import Knowledge
internal import Linguistics
internal import Record

/// Reads positions from statements, and from what parties do in the article's own words.
struct PositionReading {
  let story: Story
  let parties: Parties
  let issues: Issues
  private let stance: StanceReading
  private let finder: LemmaFinder
  /// Whose affair an issue of one state is, by its keyword, as most of the story's words say.
  private let affairs: [String: String]

  init(story: Story, parties: Parties, issues: Issues, stances: Stances) {
    self.story = story
    self.parties = parties
    self.issues = issues
    stance = StanceReading(doc: story.doc, cast: story.cast, stances: stances)
    finder = LemmaFinder(doc: story.doc, phrases: issues.triggers)
    let matches = finder.matches(in: 0..<min(story.doc.count, 1500))
    affairs = PositionReading.affairs(matches, issues: issues, story: story, parties: parties)
  }

  /// An issue spoken of: which, where, and between whom.
  private struct Topic {
    var issue: Issues.Issue
    var trigger: Range<Int>
    /// The states that the key names.
    var parties: [String]
    var key: String { issue.keyword + (parties.isEmpty ? "" : "/" + parties.joined(separator: "-")) }
  }

  // MARK: - What a statement is about

  /// The entities that the content mentions, in order, once each.
  func about(_ statement: Statement) -> [Int] {
    var about: [Int] = []
    for range in statement.content {
      for mention in parties.mentions(in: range) {
        for member in story.cast.members(of: mention) where !about.contains(member) && about.count < 64 {
          about.append(member)
        }
      }
    }
    return about
  }

  /// The keys of the issues that the content speaks of, in order, once each.
  func issueKeys(of statement: Statement) -> [String] {
    var keys: [String] = []
    for range in statement.content {
      for topic in topics(of: statement, in: tokens(range), speakers: parties.speakers(of: statement))
      where !keys.contains(topic.key) {
        keys.append(topic.key)
      }
    }
    return keys
  }

  private func tokens(_ bytes: Range<Int>) -> Range<Int> { story.doc.tokens(touching: bytes) }

  /// What `content` of `statement` speaks of: issues of the table, else the one that its head noun phrase names, where a
  /// state takes a side there towards another.
  private func topics(of statement: Statement, in content: Range<Int>, speakers: [Int]) -> [Topic] {
    let found = topics(in: content, speakers: speakers, addressees: statement.addressees)
    let sides: Set<Act> = [.demand, .request, .urge, .propose, .support, .reject, .criticize]
    guard found.isEmpty, statement.content.count == 1, sides.contains(statement.act),
      speakers.contains(where: { parties.speaksForState($0) }),
      let named = NamedIssue(in: content, of: story.doc)
    else { return found }
    let issue = Issues.Issue(keyword: named.keyword, label: named.label, kind: .measure)
    let sentence = story.doc.sentence(of: named.tokens.lowerBound)
    let own = speakers.compactMap { parties.country(of: $0) }
    let isShared = parties.mentions(in: story.doc.utf8Range(of: sentence)).contains { mention in
      parties.country(of: mention.entity).map { !own.contains($0) } ?? false
    }
    guard isShared else { return found }
    return [
      Topic(
        issue: issue, trigger: named.tokens,
        parties: states(of: issue, at: named.tokens, in: sentence, speakers: speakers, addressees: statement.addressees)
      )
    ]
  }

  private func topics(in tokens: Range<Int>, speakers: [Int], addressees: [Int] = []) -> [Topic] {
    // Who speaks longer than this reads out a document; its first words say what it is about.
    let tokens = tokens.prefix(400)
    var found: [Topic] = []
    for match in finder.longestMatches(in: tokens.startIndex..<tokens.endIndex) {
      let sentence = story.doc.sentence(of: match.tokens.lowerBound)
      let scope = max(sentence.lowerBound, tokens.startIndex)..<min(sentence.upperBound, tokens.endIndex)
      let issue = issues.issues[match.value]
      let parties = states(of: issue, at: match.tokens, in: scope, speakers: speakers, addressees: addressees)
      if !found.contains(where: { $0.issue.keyword == issue.keyword && $0.parties == parties }) {
        found.append(Topic(issue: issue, trigger: match.tokens, parties: parties))
      }
    }
    return found
  }

  /// Between whom `issue` is, sorted: the states named nearest to the words, where they are fewer than two also those of who
  /// speaks and of who is spoken to.
  private func states(
    of issue: Issues.Issue, at trigger: Range<Int>, in scope: Range<Int>, speakers: [Int], addressees: [Int]
  ) -> [String] {
    let doc = story.doc
    let head = doc[doc.head(of: trigger)]
    var near: [(country: String, distance: Int, head: Int)] = []
    for mention in parties.mentions(in: doc.utf8Range(of: scope)) {
      for member in story.cast.members(of: mention) {
        // "The Minsk agreements": a town that names a thing is no side of it.
        if story.cast.entities[member].type == .place, doc[mention.head].label == "compound" { continue }
        guard let country = parties.country(of: member) else { continue }
        // What hangs on the words themselves, "Japan's relations with", counts before all else.
        let bonus = head.subtree.contains(mention.head) ? 0 : 1000
        near.append((country, bonus + abs(mention.head - head.index), mention.head))
      }
    }
    near.sort { ($0.distance, $0.country) < ($1.distance, $1.country) }
    var countries: [String] = []
    for country in near.map(\.country) where !countries.contains(country) { countries.append(country) }
    let own = speakers.compactMap { parties.country(of: $0) }
    let others = addressees.compactMap { parties.country(of: $0) }
    if issue.isOfOneState {
      // Whose affair it is: the one named with the words here or elsewhere; else not the speaker's own.
      let named = near.first { $0.distance < 1000 && head.subtree.count < 12 }?.country ?? affairs[issue.keyword]
      let one =
        named ?? countries.first { !own.contains($0) } ?? others.first ?? own.first.flatMap {
          parties.counterpart(of: $0)
        } ?? own.first
      return one.map { [$0] } ?? []
    }
    countries = Array(countries.prefix(2))
    // "Urged Israel to leave the towns of Jordan" is between those two; who asks one to press another stays a side.
    let isBetweenOthers = near.first.map { !isPatient($0.head) } ?? false
    for country in isBetweenOthers ? others + own : own + others
    where countries.count < 2 && !countries.contains(country) { countries.append(country) }
    if countries.isEmpty, let first = parties.counterpart(of: "") { countries.append(first) }
    if countries.count == 1, let other = parties.counterpart(of: countries[0]) { countries.append(other) }
    return countries.sorted()
  }

  /// Whether something is done to whom the word at `head` names.
  private func isPatient(_ head: Int) -> Bool {
    ["dobj", "nsubjpass", "dative"].contains(story.doc[head].label)
  }

  private static func affairs(
    _ matches: [LemmaFinder.Match], issues: Issues, story: Story, parties: Parties
  ) -> [String: String] {
    var counts: [String: [String: Int]] = [:]
    for match in matches where issues.issues[match.value].isOfOneState {
      let subtree = story.doc[story.doc.head(of: match.tokens)].subtree
      guard subtree.count < 12 else { continue }
      for mention in parties.mentions(in: story.doc.utf8Range(of: subtree)) {
        guard let country = parties.country(of: mention.entity) else { continue }
        counts[issues.issues[match.value].keyword, default: [:]][country, default: 0] += 1
      }
    }
    return counts.compactMapValues { $0.max { ($0.value, $1.key) < ($1.value, $0.key) }?.key }
  }

  // MARK: - Positions

  /// All positions, one a holder, issue and stance, in the order in which the text shows them.
  func positions() -> [Position] {
    var book = Book()
    for (index, statement) in story.statements.enumerated() where !isOld(statement.time) {
      read(statement, index: index, into: &book)
    }
    // What a statement's own cue tells has been read with its content.
    let cues = Set(story.statements.map(\.cue.head))
    for event in story.events where event.within == nil && event.status == .actual && !isOld(event.time) {
      if !cues.contains(event.head) { read(event, into: &book) }
    }
    return book.positions
  }

  private struct Book {
    var positions: [Position] = []
    private var places: [String: Int] = [:]

    mutating func add(_ position: Position) {
      let key = "\(position.holder) \(position.issue) \(position.stance.rawValue)"
      if let place = places[key] {
        if positions[place].change == nil { positions[place].change = position.change }
      } else {
        places[key] = positions.count
        positions.append(position)
      }
    }
  }

  private func read(_ statement: Statement, index: Int, into book: inout Book) {
    let speakers = parties.speakers(of: statement)
    guard !speakers.isEmpty else { return }
    for range in statement.content {
      let content = tokens(range)
      let change = stance.change(in: content)
      for topic in topics(of: statement, in: content, speakers: speakers) {
        let sentence = story.doc.sentence(of: topic.trigger.lowerBound)
        let scope = max(sentence.lowerBound, content.lowerBound)..<min(sentence.upperBound, content.upperBound)
        guard !stance.isAside(topic.trigger) else { continue }
        let stance = stance.stance(
          on: topic.issue, trigger: topic.trigger, in: content, by: speakers, act: statement.act,
          cue: statement.cue.head, polarity: statement.polarity,
          isConditional: isConditional(scope)
            || statement.conditions.contains(where: { isConditional(tokens($0.condition)) }))
        // Who states a fact takes no side; who declines to, says so.
        guard stance != .neutral || statement.act == .decline || change != nil else { continue }
        for speaker in speakers where !isDomestic(topic, to: speaker) {
          book.add(
            Position(
              holder: parties.principal(of: speaker), issue: topic.key, label: topic.issue.label, stance: stance,
              statement: index, change: change))
        }
      }
    }
  }

  /// Whether `topic`, a matter between states, is here one of the holder's own country alone, and the holder somebody
  /// who neither speaks for it nor fights or opposes its government: that is home politics.
  private func isDomestic(_ topic: Topic, to holder: Int) -> Bool {
    let entity = story.cast.entities[holder]
    guard !topic.issue.isOfOneState, topic.parties.count < 2, [.person, .group, .organization].contains(entity.type),
      entity.code == nil, !parties.speaksForState(holder),
      topic.parties.first == entity.country || entity.country == nil
    else { return false }
    let sectors = Set(entity.offices.compactMap(\.sector) + (entity.sector.map { [$0] } ?? []))
    return sectors.isDisjoint(with: ["GOV", "MIL", "REB", "OPP", "IGO", "SEP"])
  }

  private func isConditional(_ tokens: Range<Int>) -> Bool { stance.isConditional(tokens) }

  private func read(_ event: Event, into book: inout Book) {
    let doc = story.doc
    guard doc.indices.contains(event.head) else { return }
    let act: Act
    switch event.type {
    case .request: act = .demand
    case .reject: act = .reject
    case .accuse: act = .criticize
    case .threaten: act = .threaten
    case .support: act = .support
    case .agree: act = .pledge
    case .sanction:
      read(sanction: event, into: &book)
      return
    default: return
    }
    let subtree = doc[event.head].subtree
    let scope = event.head..<min(subtree.upperBound, event.head + 60)
    for actor in event.actors {
      for topic in topics(in: scope, speakers: [actor.entity]) {
        guard !stance.isAside(topic.trigger), isNear(topic.trigger, below: event.head),
          !isDomestic(topic, to: actor.entity)
        else { continue }
        let stance = stance.stance(
          on: topic.issue, trigger: topic.trigger, in: event.head + 1..<scope.upperBound, by: [actor.entity], act: act,
          cue: nil,
          polarity: .affirmed,
          isConditional: stance.isConditional(scope))
        guard stance != .neutral else { continue }
        book.add(
          Position(
            holder: parties.principal(of: actor.entity), issue: topic.key, label: topic.issue.label, stance: stance))
      }
    }
  }

  /// Whether `trigger` names what the word at `head` is about, and not a part of it.
  private func isNear(_ trigger: Range<Int>, below head: Int) -> Bool {
    var current = story.doc[story.doc.head(of: trigger)]
    for _ in 0..<5 {
      if current.index == head || trigger.contains(head) { return true }
      if current.isRoot { return false }
      current = current.head
    }
    return false
  }

  /// Who imposes sanctions or tariffs is for them.
  private func read(sanction event: Event, into book: inout Book) {
    let subtree = story.doc[event.head].subtree
    let words = event.head..<min(subtree.upperBound, event.head + 60)
    let measures = finder.longestMatches(in: words).filter {
      issues.issues[$0.value].kind == .measure && isNear($0.tokens, below: event.head)
    }
    func isSanctions(_ issue: Int) -> Bool { issues.issues[issue].keyword == "sanctions" }
    let targets = event.recipients.compactMap { $0.country ?? parties.country(of: $0.entity) }
    let issue: Issues.Issue
    var stance = Stance.supports
    if let measure = measures.first(where: { isSanctions($0.value) }) ?? measures.first {
      issue = issues.issues[measure.value]
      // Who stops aid is not for it.
      if issue.keyword != "sanctions" {
        stance = self.stance.stance(
          on: issue, trigger: measure.tokens, in: words, by: event.actors.map(\.entity), act: .support, cue: nil,
          polarity: .affirmed, isConditional: false)
      }
    } else if event.modes.contains("discontinue"), let sanctions = issues.issues.indices.first(where: isSanctions) {
      // Who expels or recalls envoys imposes none, unless the words say so.
      issue = issues.issues[sanctions]
    } else {
      return
    }
    for actor in event.actors {
      guard let own = actor.country ?? parties.country(of: actor.entity) else { continue }
      let other = targets.first { $0 != own } ?? parties.counterpart(of: own)
      let key = "\(issue.keyword)/" + ([own] + (other.map { [$0] } ?? [])).sorted().joined(separator: "-")
      book.add(Position(holder: parties.principal(of: actor.entity), issue: key, label: issue.label, stance: stance))
    }
  }

  /// Whether a time lies more than a year before the publication: what was held then is history.
  private func isOld(_ time: Int?) -> Bool {
    guard let time, let published = story.published, story.times.indices.contains(time),
      let year = Int(story.times[time].value.prefix(4))
    else { return false }
    return year < published.year - 1
  }
}
