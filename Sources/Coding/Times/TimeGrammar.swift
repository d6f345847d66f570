internal import Knowledge

/// Recognizes temporal expressions in a row of words.
///
/// Each recognizer takes the index at which it is to begin and answers with what it found and the index after it. All
/// look a bounded number of words ahead, so that a text of any length is read in linear time.
struct TimeGrammar {
  let words: [TimeWord]
  let lexicon: TimeWords
  /// Whether the parser rules out that a number of four digits is a year (it counts something).
  let isCount: (TimeWord) -> Bool

  typealias Found<Value> = (value: Value, next: Int)

  /// All expressions, in order, without overlap.
  func matches() -> [TimeMatch] {
    var matches: [TimeMatch] = []
    var at = 0
    while at < words.count {
      if mayBegin(at), let found = expression(at), found.next > at {
        matches.append(TimeMatch(words: at..<found.next, expression: found.value))
        at = found.next
      } else if let last = matches.last, last.words.upperBound == at - 1, let found = secondDay(at, after: last) {
        matches.append(TimeMatch(words: at..<found.next, expression: found.value))
        at = found.next
      } else {
        at += 1
      }
    }
    return matches
  }

  /// The expression that begins at `start`, or `nil`.
  private func expression(_ start: Int) -> Found<TimeExpression>? {
    if let found = set(start) ?? numeric(start) ?? clock(start) ?? partOfDay(start) ?? then(start) ?? beside(start) {
      return found
    }
    if let opening = opening(start) {
      if let found = period(opening.core, article: opening.isArticle), !opening.isArticle || !isName(found.value) {
        return found
      }
      if let found = date(opening.core), !opening.isArticle || takesArticle(found.value) { return found }
      if !opening.isArticle, let unit = entry(opening.core)?.unit, unit.letter.isCalendar,
        entry(opening.core)?.isPlural == false, text(opening.core - 1) == "the"
      {
        guard unit.letter == .day else { return (.calendar(unit, step: 0), opening.core + 1) }
        // "Later in the day", but not "the end of the day".
        if text(opening.core - 2) == "in", text(opening.core) == "day" {
          return (.narrative(0, unit), opening.core + 1)
        }
      }
    }
    return period(start, article: false) ?? date(start) ?? amount(start) ?? phrase(start)
  }

  /// A cheap look at the first word, and at what it hangs on.
  private func mayBegin(_ at: Int) -> Bool {
    let word = words[at]
    switch word.shape {
    case .letters:
      guard word.entry != nil || lexicon.phrases[word.text] != nil || Self.openers.contains(word.text) else {
        return false
      }
    case .digits: guard word.number != nil else { return false }
    case .mark: return word.text == "'" && self.word(at + 1)?.shape == .digits && isGlued(at + 1) && !word.isGlued
    }
    guard word.isGlued, at > 0 else { return true }
    let before = words[at - 1]
    switch before.shape {
    case .letters, .digits: return false
    case .mark:
      if "$£€¥#.,:/%@&+_".contains(before.text) { return false }
      // The tail of "F-16" is no time, that of "July-August" is.
      guard before.text == "-", before.isGlued else { return true }
      if word.shape == .digits { return year(at) != nil }
      // A dash of another length parts sentences.
      if before.bytes.count > 1 { return true }
      return word.isCapitalized && (entry(at)?.month != nil || entry(at)?.weekday != nil)
    }
  }

  /// Words outside the lexicon with which an expression may begin.
  private static let openers: Set<String> = [
    "the", "a", "an", "every", "each", "once", "twice", "half", "year", "fiscal", "then", "mid", "q",
  ]

  /// Whether it is a day or a month by name, which has no article of its own.
  private func isName(_ expression: TimeExpression) -> Bool {
    switch expression {
    case .weekday, .day, .month, .part(_, .weekday): true
    default: false
    }
  }

  private func takesArticle(_ expression: TimeExpression) -> Bool {
    switch expression {
    case .season, .quarter, .half, .decade, .shortDecade, .century, .calendar, .narrative, .duration, .part, .reported,
      .monthDay, .beside:
      true
    default: false
    }
  }

  /// After "the", "early", "the end of", "mid-", "later": where the expression proper begins.
  private func opening(_ start: Int) -> (core: Int, isArticle: Bool)? {
    var at = skip(start, "the")
    guard let part = entry(at)?.part else { return at > start ? (at, true) : nil }
    let isNoun = entry(at)?.isNoun == true
    at += 1
    // "The end of March", not "to end this Friday".
    if isNoun, text(at) != "of", afterHyphen(at) == at { return at - 1 > start ? (at - 1, true) : nil }
    if part == "BEFORE" || part == "AFTER" {
      if text(at) == "in", text(at + 1) == "the", let unit = entry(at + 2)?.unit, unit.letter.isCalendar {
        return (at + 2, false)
      }
      return entry(at)?.step != nil || entry(at)?.narrative != nil || entry(at)?.weekday != nil
        || lexicon.phrases[text(at)] != nil ? (at, false) : nil
    }
    if text(at) == "of" || text(at) == "in" { at = skip(at + 1, "the") } else { at = afterHyphen(at) }
    return (at, false)
  }

  static let modals: Set<String> = ["will", "would", "could", "might", "may", "can", "should", "must", "not"]

  // MARK: - Looking at words

  func word(_ at: Int) -> TimeWord? { words.indices.contains(at) ? words[at] : nil }
  func entry(_ at: Int) -> TimeWords.Entry? { word(at)?.entry.map { lexicon.entries[Int($0)] } }
  func text(_ at: Int) -> String { word(at)?.text ?? "" }
  func isGlued(_ at: Int) -> Bool { word(at)?.isGlued ?? false }
  /// The index after a hyphen at `at` that has no space on either side, else `at`.
  func afterHyphen(_ at: Int) -> Int { text(at) == "-" && isGlued(at) && isGlued(at + 1) ? at + 1 : at }
  func skip(_ at: Int, _ texts: String...) -> Int { texts.contains(text(at)) ? at + 1 : at }

  /// The digits at `at` if there are between so many of them.
  func digits(_ at: Int, _ counts: ClosedRange<Int>) -> Int? {
    guard let word = word(at), word.shape == .digits, counts.contains(word.bytes.count) else { return nil }
    return word.number
  }

  /// Whether a sentence or a clause ends before `at`.
  func isClosed(_ at: Int) -> Bool {
    guard let word = word(at) else { return true }
    return word.shape == .mark && word.text != "'" && word.text != "-" && word.text != "$"
  }
}
