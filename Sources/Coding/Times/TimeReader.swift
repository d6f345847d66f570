package import Knowledge
internal import Linguistics
internal import Newswire
internal import Record

/// Finds and resolves the temporal expressions of a story.
package struct TimeReader: Sendable {
  private let lexicon: TimeWords

  package init(words: TimeWords) { lexicon = words }

  /// Fills `story.times`, in text order, and `story.published` where the article or its dateline tells the day.
  ///
  /// Besides the parsed passages it reads the dateline's date and lines that are nothing but a date. What counts from an
  /// unknown day of publication stays underspecified, with a warning `relative-date-unanchored` each.
  package func read(_ story: inout Story) {
    let segments = TimeSegment.segments(of: story)
    if story.published == nil { story.published = published(story, segments) }
    let resolver = TimeResolver(published: story.published)
    var memory = Memory()
    for segment in segments {
      if segment.passage != memory.passage { memory.enter(segment.passage) }
      let words = TimeWord.words(of: segment.bytes, in: story.doc.utf8, lexicon: lexicon)
      var previous: (end: Int, period: CalendarPeriod?)?
      for match in matches(in: words, segment, story) {
        let bytes = words[match.words.lowerBound].bytes.lowerBound..<words[match.words.upperBound - 1].bytes.upperBound
        let tokens = story.doc.tokens(touching: bytes)
        var context = memory.context(at: tokens, in: story.doc)
        context.isNearest = !segment.isParsed
        if let previous, previous.end + 1 == match.words.lowerBound, Self.ranges.contains(words[previous.end].text) {
          context.start = previous.period
        }
        // "A year ago, he …" opens a scene of its own; figures are compared with "a year ago" further on.
        if case .shift = match.expression, words[match.words.lowerBound].isCapitalized { context.report = .init() }
        if !tokens.isEmpty {
          context.tense = Tense.of(tokens, in: story.doc, lexicon: lexicon)
          context.isSince = isSince(tokens.lowerBound, in: story.doc)
        }
        // "It soon became clear" looks ahead from the past.
        if case .reference("FUTURE_REF") = match.expression, match.words.count == 1, context.tense == .past { continue }
        let found = resolver.resolve(match.expression, in: context)
        previous = (match.words.upperBound, found.period)
        if found.isUnanchored { story.warnings.append(unanchored(bytes, in: story)) }
        memory.note(
          match.expression, found.period, published: story.published, index: story.times.count, tokens: tokens,
          in: story.doc)
        var mention = TimeMention(
          tokens: tokens, bytes: bytes, type: found.type, value: found.value, end: found.end, anchor: found.anchor,
          basis: found.basis)
        mention.isAhead = resolver.isAhead(found, in: context, isLater: words[match.words.lowerBound].text == "later")
        story.times.append(mention)
      }
    }
  }

  /// What stands between the ends of a stretch.
  private static let ranges: Set<String> = ["to", "through", "until", "till", "-"]

  /// Whether "since" leads to the token: "since March", "since shortly after the March vote".
  private func isSince(_ token: Int, in doc: Doc) -> Bool {
    for before in stride(from: token - 1, through: max(0, token - 4), by: -1) {
      if doc[before].lower == "since" { return true }
      if doc[before].tag.hasPrefix("VB") || doc[before].pos == .punct { return false }
    }
    return false
  }

  /// The expressions of a segment; of one that is not parsed, only those that are all of it.
  private func matches(in words: [TimeWord], _ segment: TimeSegment, _ story: Story) -> [TimeMatch] {
    let doc = story.doc
    let grammar = TimeGrammar(words: words, lexicon: lexicon) { isCount($0, in: doc) }
    let isHeading = isHeading(words)
    let matches = grammar.matches().filter {
      !isOtherwise(words, $0, in: doc) && (isHeading || !isTitle(words, $0))
    }
    guard segment.isLine else { return matches }
    let covered = matches.reduce(0) { $0 + $1.words.count }
    let bare = words.allSatisfy { $0.shape == .mark || !$0.isCapitalized || $0.entry != nil } && covered > 0
    return bare || covered == words.count { $0.shape != .mark } || words.count <= covered + 3
      ? matches.filter { $0.expression.isDay } : []
  }

  /// Whether the tagger takes a word that can be something else ("may", "march", "fall") for that.
  private func isOtherwise(_ words: [TimeWord], _ match: TimeMatch, in doc: Doc) -> Bool {
    let word = words[match.words.lowerBound]
    let end = words[match.words.upperBound - 1].bytes.upperBound
    if !match.expression.isDay, isName(word, match.expression, to: end, in: doc) { return true }
    guard let entry = word.entry, lexicon.entries[Int(entry)].isAmbiguous, match.words.count == 1 else { return false }
    let tokens = doc.tokens(touching: word.bytes)
    guard !tokens.isEmpty else { return true }
    let token = doc[tokens.lowerBound]
    if token.tag == "MD" || token.tag.hasPrefix("VB") { return true }
    // "The annual March for Life": a month has no article of its own.
    if token.label != "compound", token.child("det")?.lower == "the" { return true }
    // A person of that name, or a march.
    if let entity = doc.entity(at: token.index) { return entity.label != "DATE" && entity.label != "TIME" }
    return token.tag != "NNP" && lexicon.entries[Int(entry)].month != nil
  }

  /// Whether most words are written with capitals, as in a heading.
  private func isHeading(_ words: [TimeWord]) -> Bool {
    let long = words.lazy.filter { $0.shape == .letters && $0.bytes.count > 3 }
    return long.count { $0.isCapitalized } * 2 > long.count { _ in true }
  }

  /// Whether units of time are written with capitals where others are not, as programmes are: "60 Minutes".
  private func isTitle(_ words: [TimeWord], _ match: TimeMatch) -> Bool {
    let last = words[match.words.upperBound - 1]
    if case .holiday = match.expression { return false }
    guard last.isCapitalized, !last.isGlued else { return false }
    if match.words.count > 1 { return last.entry.map { lexicon.entries[Int($0)].unit != nil } ?? false }
    // "High Noon"
    guard match.words.lowerBound > 0, words[match.words.lowerBound - 1].isCapitalized else { return false }
    switch match.expression {
    case .clock, .daysFromToday: return words[match.words.lowerBound - 1].entry == nil
    default: return false
    }
  }

  /// Whether a word is part of a name that is none of time: a programme, a newspaper, a company.
  private func isName(_ word: TimeWord, _ expression: TimeExpression, to end: Int, in doc: Doc) -> Bool {
    guard word.isCapitalized, let token = doc.tokens(touching: word.bytes).first, let entity = doc.entity(at: token)
    else {
      return false
    }
    guard ["WORK_OF_ART", "ORG", "PERSON", "PRODUCT", "LAW", "FAC"].contains(entity.label) else { return false }
    // The model takes a lone weekday or a feast for a name at times.
    if case .holiday = expression { return doc[entity.tokens.upperBound - 1].utf8Range.upperBound > end }
    return entity.tokens.count > 1
  }

  /// Whether a number of four digits counts something and is no year.
  private func isCount(_ word: TimeWord, in doc: Doc) -> Bool {
    let isModern = (1900...2060).contains(word.number ?? 0)
    let tokens = doc.tokens(touching: word.bytes)
    guard !tokens.isEmpty else { return !isModern }
    let token = doc[tokens.lowerBound]
    // Part of a longer name or number, "ISO9001", "1990-type".
    if token.utf8Range.lowerBound > word.bytes.lowerBound { return !isModern }
    switch doc.entity(at: token.index)?.label {
    case "DATE"?, "TIME"?: return false
    case "MONEY"?, "PERCENT"?, "QUANTITY"?: return true
    case "CARDINAL"?: return !isModern || token.label == "nummod" && token.head.tag == "NNS"
    default:
      let led = token.label == "pobj" && ["in", "since", "until", "before", "after", "by"].contains(token.head.lower)
      return !isModern && !led
    }
  }

  private func unanchored(_ bytes: Range<Int>, in story: Story) -> Warning {
    Warning(
      code: "relative-date-unanchored",
      message: "\"\(story.doc.text(ofUTF8: bytes))\" counts from a day of publication that is not known; "
        + "give it with --published",
      bytes: bytes)
  }

  /// The day of publication: the article's, else the one that the dateline or a line of its own gives with its year.
  private func published(_ story: Story, _ segments: [TimeSegment]) -> CalendarDate? {
    if let published = story.article.published { return CalendarDate(iso: published) }
    for segment in segments where !segment.isParsed {
      let words = TimeWord.words(of: segment.bytes, in: story.doc.utf8, lexicon: lexicon)
      for match in matches(in: words, segment, story) where match.expression.hasYear {
        let period = TimeResolver(published: nil).resolve(match.expression, in: .init()).period
        if let period, period.granularity == .day { return period.day }
      }
    }
    return nil
  }

  /// What the expressions read so far meant.
  private struct Memory {
    var passage = -1
    private var narrative: (index: Int, period: CalendarPeriod, sentence: Int, token: Int)?
    private var last: (index: Int, period: CalendarPeriod)?
    private var report = TimeResolver.Report()

    mutating func enter(_ passage: Int) {
      self.passage = passage
      narrative = nil
    }

    func context(at tokens: Range<Int>, in doc: Doc) -> TimeResolver.Context {
      var context = TimeResolver.Context()
      context.last = last
      context.report = report
      guard !tokens.isEmpty, let narrative else { return context }
      // The narration carries on for two sentences.
      let sentence = doc.sentenceIndex(of: tokens.lowerBound)
      guard sentence - narrative.sentence <= 2 else { return context }
      context.narrative = (narrative.index, narrative.period)
      context.isSameSentence = sentence == narrative.sentence
      context.isLed = context.isSameSentence && narrative.token <= doc.sentences[sentence].lowerBound + 2
      return context
    }

    mutating func note(
      _ expression: TimeExpression, _ period: CalendarPeriod?, published: CalendarDate?, index: Int,
      tokens: Range<Int>, in doc: Doc
    ) {
      report.note(expression, period, published: published, index: index)
      guard let period else { return }
      last = (index, period)
      if !tokens.isEmpty, !isAttribute(tokens, in: doc) {
        narrative = (index, period, doc.sentenceIndex(of: tokens.lowerBound), tokens.lowerBound)
      }
    }

    /// Whether the time is a noun's, as in "the 1988 bombing", and not the narration's.
    private func isAttribute(_ tokens: Range<Int>, in doc: Doc) -> Bool {
      if ["compound", "nummod", "amod", "poss"].contains(doc[doc.head(of: tokens)].label) { return true }
      let before = tokens.lowerBound - 1
      guard before >= 0, doc[before].tag == "DT" else { return false }
      // "In the May 5, 1988, bombing": the parser may miss it.
      var next = tokens.upperBound
      if doc.indices.contains(next), doc[next].lower == "," { next += 1 }
      return doc.indices.contains(next) && ["NN", "NNS"].contains(doc[next].tag)
    }
  }
}

extension TimeExpression {
  /// Whether it is one day, however it is told.
  var isOneDay: Bool {
    switch self {
    case .iso, .day, .weekday, .weekdayOfWeek, .daysFromToday, .holiday: true
    default: false
    }
  }

  /// Whether it names a day by its number.
  var isDay: Bool {
    switch self {
    case .iso, .day: true
    case .clock(_, _, let day): day?.isDay ?? false
    case .part(_, let day): day.isDay
    case .stretch(let first, _): first.isDay
    default: false
    }
  }

  /// Whether it says the year by its number.
  var hasYear: Bool {
    switch self {
    case .iso: true
    case .day(_, _, .number): true
    case .clock(_, _, let day): day?.hasYear ?? false
    case .part(_, let day): day.hasYear
    default: false
    }
  }
}
