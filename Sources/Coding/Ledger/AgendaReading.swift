internal import Knowledge
internal import Linguistics
internal import Record

/// Reads what is set or expected to happen: events that lie ahead, and clauses with a time that does.
struct AgendaReading {
  let story: Story
  private let doc: Doc
  private let clauses: ClauseSpan
  private let finder: LemmaFinder

  init(story: Story, stances: Stances) {
    self.story = story
    doc = story.doc
    clauses = ClauseSpan(doc: story.doc)
    finder = LemmaFinder(doc: story.doc, phrases: stances.phrases)
  }

  /// The agenda in text order; one item for a clause, however many events and times it holds.
  func agenda() -> [AgendaItem] {
    var items: [(tokens: Range<Int>, item: AgendaItem)] = []
    for (index, event) in story.events.enumerated() where event.status == .future && doc.indices.contains(event.head) {
      guard !isAsked(doc[event.head]), let tokens = expected(around: doc[event.head]) else { continue }
      let time = event.time.flatMap { story.times[$0].isCalendar ? $0 : nil } ?? ahead(in: tokens)
      items.append((tokens, item(event: index, time: time, tokens)))
    }
    for (index, time) in story.times.enumerated() where time.isAhead && !time.tokens.isEmpty {
      guard time.type == .date || time.type == .time, time.isCalendar, let verb = predicate(of: time),
        !isAsked(verb), !isOver(verb, at: time), let tokens = expected(around: verb)
      else { continue }
      items.append((tokens, item(event: nil, time: index, tokens)))
    }
    items.sort { ($0.tokens.lowerBound, -$0.tokens.count) < ($1.tokens.lowerBound, -$1.tokens.count) }
    var agenda: [AgendaItem] = []
    var last: Range<Int>?
    for (tokens, item) in items {
      if let previous = last, previous.overlaps(tokens), var kept = agenda.popLast() {
        if kept.time == nil { kept.time = item.time }
        if kept.event == nil { kept.event = item.event }
        agenda.append(kept)
      } else {
        agenda.append(item)
        last = tokens
      }
    }
    return agenda
  }

  private func item(event: Int?, time: Int?, _ tokens: Range<Int>) -> AgendaItem {
    AgendaItem(event: event, time: time, expected: doc.utf8Range(of: tokens), basis: .text)
  }

  /// The first time in `tokens` that lies ahead.
  private func ahead(in tokens: Range<Int>) -> Int? {
    let first = story.firstTime(at: tokens.lowerBound)
    return (first..<story.firstTime(at: tokens.upperBound)).first {
      story.times[$0].isAhead && story.times[$0].isCalendar
    }
  }

  /// The word that says what happens at `time`: the verb above it, or the noun that a participle describes ("a summit
  /// set for Friday"). `nil` for what is only said, hoped or bounded then.
  private func predicate(of time: TimeMention) -> Token? {
    var current = doc[doc.head(of: time.tokens)]
    for _ in 0..<10 {
      if current.index != doc.head(of: time.tokens), current.pos == .verb || current.pos == .aux { break }
      if current.isRoot { return nil }
      current = current.head
    }
    guard current.pos == .verb || current.pos == .aux else { return nil }
    if current.label == "advcl",
      current.children.contains(where: {
        $0.label == "mark" && ["if", "unless", "once", "until", "before", "after"].contains($0.lower)
      })
    {
      return nil
    }
    // "The talks, which were planned for Friday": what was planned is not news, what came of it is.
    if current.label == "relcl", current.tag == "VBN",
      current.children.contains(where: { $0.label == "auxpass" && $0.tag == "VBD" })
    {
      return nil
    }
    if current.label == "acl", current.head.pos == .noun || current.head.pos == .propn { return current.head }
    return current
  }

  /// Whether `token` stands in a question or a supposition: what is asked about, or would follow, is not set.
  private func isAsked(_ token: Token) -> Bool {
    var current = token
    for _ in 0..<10 {
      if current.children.contains(where: { $0.lower == "whether" && $0.label == "mark" }) { return true }
      if current.label == "ccomp",
        current.children.contains(where: { $0.lower == "if" && $0.label == "mark" && $0.index < current.index })
      {
        return true
      }
      if current.label == "advcl", current.children.contains(where: { $0.label == "mark" && $0.lower == "if" }) {
        return true
      }
      // "Were to win"
      if current.lower == "were", current.child("xcomp") != nil { return true }
      if current.isRoot { return false }
      current = current.head
    }
    return false
  }

  /// Whether the clause of `token` tells what has happened, or what is the case on the day of the publication.
  private func isOver(_ token: Token, at time: TimeMention) -> Bool {
    guard token.pos == .verb || token.pos == .aux else { return false }
    let verb = clauses.finite(token)
    if finder.matches(at: verb.index, before: verb.index + 1).contains(where: { isPlan($0.value) }) {
      return false
    }
    let isPast = verb.tag == "VBD" && verb.child("dobj") == nil && !isAhead(verb) || isPerfect(verb)
    guard !isFuture(verb) else { return isPast }
    // Without a day of publication nothing tells a year that lies ahead from one long past.
    guard let published = story.published else { return isPast || time.value.utf8.first != UInt8(ascii: "X") }
    return isPast || time.value.hasPrefix(CalendarPeriod(granularity: .day, day: published).value)
  }

  /// "Has refused": done, however it is counted.
  private func isPerfect(_ verb: Token) -> Bool {
    verb.tag == "VBN" && verb.children.contains { $0.label == "aux" && $0.lemma == "have" } && !isFuture(verb)
  }

  private func isFuture(_ verb: Token) -> Bool {
    verb.children.contains { child in
      child.label == "aux" && child.tag == "MD" && ["will", "shall", "would"].contains(child.lemma)
        || child.label == "xcomp" && verb.lemma == "be"
    }
  }

  private func isPlan(_ kind: Int) -> Bool { Stances.Kind.allCases[kind] == .ahead }

  /// The clause or noun phrase around what is expected.
  private func expected(around token: Token) -> Range<Int>? {
    let sentence = doc.sentence(of: token.index)
    var current = token
    // An event's noun stands for its verb where that says that it will be ("are to hold talks").
    if current.pos == .noun || current.pos == .propn {
      let isArgument = ["dobj", "nsubjpass", "nsubj", "attr"].contains(current.label)
      guard isArgument, current.head.pos == .verb, isAhead(clauses.finite(current.head)) else {
        let subtree = current.subtree
        return clauses.trimmed(subtree.lowerBound..<min(subtree.upperBound, subtree.lowerBound + 60))
      }
      current = current.head
    }
    let verb = clauses.finite(current)
    let tokens = clauses.tokens(of: verb, in: sentence)
    return tokens.isEmpty ? nil : tokens
  }

  /// Whether the clause of `verb` looks ahead.
  private func isAhead(_ verb: Token) -> Bool {
    verb.children.contains {
      ($0.label == "aux" || $0.label == "xcomp") && ($0.tag == "MD" || $0.tag == "VB" || $0.tag == "TO")
    }
      || verb.tag == "VBN"
  }
}
