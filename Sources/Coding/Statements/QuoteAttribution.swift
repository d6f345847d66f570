internal import Linguistics

/// Which cue each quotation belongs to.
///
/// A quotation is direct speech where it stands by itself before, after or around its cue; quoted words inside a sentence
/// are left to the cue that the parse gives them.
struct QuoteAttribution: Sendable {
  /// For each stretch the token of its cue, or `nil`.
  private(set) var cueOfStretch: [Int?]
  /// For each cue its stretches, in order.
  private(set) var stretchesOfCue: [Int: [Int]] = [:]
  /// Stretches that go on speaking after what their cue attributes indirectly.
  private(set) var followers: Set<Int> = []
  /// Colons that stand for a cue, with the token that heads the speaker.
  private(set) var speakerOfColon: [Int: Int] = [:]

  private let doc: Doc
  private let quotations: Quotations
  private let units: SpeechUnits
  private let matcher: CueMatcher
  /// How far from a quotation its cue may be, in tokens.
  private let reach = 45

  init(doc: Doc, quotations: Quotations, units: SpeechUnits, matcher: CueMatcher) {
    self.doc = doc
    self.quotations = quotations
    self.units = units
    self.matcher = matcher
    cueOfStretch = [Int?](repeating: nil, count: quotations.stretches.count)
    attributeWithinUnits()
    attributeAcrossUnits()
    for (stretch, cue) in cueOfStretch.enumerated() {
      if let cue { stretchesOfCue[cue, default: []].append(stretch) }
    }
  }

  // MARK: Within a unit

  private mutating func attributeWithinUnits() {
    var next = 0
    for unit in units.units {
      var inside: [Int] = []
      while next < quotations.stretches.count, quotations.stretches[next].tokens.lowerBound < unit.upperBound {
        if quotations.stretches[next].tokens.lowerBound >= unit.lowerBound { inside.append(next) }
        next += 1
      }
      if !inside.isEmpty { attribute(inside, in: unit) }
    }
  }

  private mutating func attribute(_ stretches: [Int], in unit: Range<Int>) {
    for (position, stretch) in stretches.enumerated() {
      let here = quotations.stretches[stretch].tokens
      let previousEnd =
        position == 0 ? unit.lowerBound : quotations.stretches[stretches[position - 1]].tokens.upperBound
      let nextStart =
        position + 1 < stretches.count
        ? quotations.stretches[stretches[position + 1]].tokens.lowerBound : unit.upperBound
      let gapBefore = min(previousEnd, here.lowerBound)..<here.lowerBound
      let gapAfter = here.upperBound..<max(here.upperBound, nextStart)

      // "Q," X said, "Q", unless a cue of its own introduces the second: "Q," X said, adding: "Q".
      if position > 0, let cue = cueOfStretch[stretches[position - 1]], gapBefore.contains(cue),
        speakerOfColon[cue] == nil, continues(after: gapBefore), cueAfter(here, in: gapAfter) == nil
      {
        let next = span(cue + 1, gapBefore.upperBound)
        cueOfStretch[stretch] = (next.isEmpty ? nil : cueBefore(here, in: next, rest: gapAfter)) ?? cue
        continue
      }
      if isFiller(gapBefore), let cue = cueAfter(here, in: gapAfter) {
        // Quotations that precede without a cue of their own share it.
        for earlier in stretches[..<position].reversed() {
          guard cueOfStretch[earlier] == nil else { break }
          cueOfStretch[earlier] = cue
        }
        cueOfStretch[stretch] = cue
        continue
      }
      if let cue = cueBefore(here, in: gapBefore, rest: gapAfter) {
        cueOfStretch[stretch] = cue
        continue
      }
    }
  }

  /// Whether nothing stands there but a conjunction, an adverb, punctuation.
  private func isFiller(_ gap: Range<Int>) -> Bool {
    guard gap.count <= 4 else { return false }
    return gap.allSatisfy {
      doc[$0].pos == .punct || doc[$0].isSpace || doc[$0].pos == .cconj || doc[$0].pos == .intj
        || (doc[$0].pos == .adv && gap.count <= 2)
    }
  }

  /// Whether the words before a quotation leave a sentence open: they end in a comma, or in the cue.
  private func continues(after gap: Range<Int>) -> Bool {
    guard let last = gap.last(where: { !doc[$0].isSpace }) else { return true }
    return [",", ":", "-", "--", "–", "—", "..."].contains(doc[last].text) || matcher.attributesQuotations(doc[last])
  }

  /// "Q," X said / "Q," said X: the cue in what follows a quotation.
  private func cueAfter(_ stretch: Range<Int>, in gap: Range<Int>) -> Int? {
    let index = quotations.stretch(at: stretch.lowerBound)
    let end = index.map { quotations.stretches[$0].bytes.upperBound } ?? 0
    let inner = index.flatMap { SpeechUnits.lastInner(of: quotations.stretches[$0], in: doc) }
    var at = gap.lowerBound
    var hasComma = inner == 0x2C || inner == 0x21 || inner == 0x3F || inner == 0x2D
    while at < gap.upperBound, doc[at].pos == .punct || doc[at].isSpace {
      if [",", "—", "–", "-", "--", "?", "!"].contains(doc[at].text), doc[at].utf8Range.upperBound > end {
        hasComma = true
      }
      if doc[at].text == "." { return nil }
      at += 1
    }
    let first = at
    let limit = min(gap.upperBound, first + reach)
    while at < limit {
      let token = doc[at]
      if matcher.syntax.isVerb(token) || token.tag.hasPrefix("NN") {
        if matcher.attributesQuotations(token), token.label != "relcl", token.tag != "VB" || token.index == first,
          !isAuxiliary(token)
        {
          if hasComma || token.index == first { return quoting(at) ?? at }
          // Without a comma only "Q" X said.
          let subject = matcher.syntax.ownSubject(of: token)
          if let subject, subject.subtree.lowerBound <= first, subject.index < at {
            return token.index - first <= 8 ? at : nil
          }
          return nil
        }
        // Another clause begins before any cue.
        if matcher.syntax.isVerb(token), matcher.syntax.isFinite(token),
          !["relcl", "acl", "advcl", "aux", "auxpass"].contains(token.label)
        {
          return nil
        }
      }
      at += 1
    }
    return nil
  }

  /// "quoted X as writing": the writing attributes.
  private func quoting(_ verb: Int) -> Int? {
    guard ["quote", "cite"].contains(doc[verb].lemma) else { return nil }
    for i in span(verb + 1, min(doc.count - 1, verb + 14)) where doc[i].lower == "as" && doc[i + 1].tag == "VBG" {
      return matcher.attributesQuotations(doc[i + 1]) ? i + 1 : nil
    }
    return nil
  }

  private func isAuxiliary(_ token: Token) -> Bool { token.label == "aux" || token.label == "auxpass" }

  /// X said, "Q": the cue in what precedes a quotation, where the quotation is all that it attributes.
  private mutating func cueBefore(_ stretch: Range<Int>, in gap: Range<Int>, rest: Range<Int>) -> Int? {
    guard let last = gap.last(where: { !doc[$0].isSpace }) else { return nil }
    let mark = doc[last].text
    let isIntroduced = mark == "," || mark == ":"
    let low = max(gap.lowerBound, gap.upperBound - reach)
    var at = last
    while at >= low {
      let token = doc[at]
      if matcher.attributesQuotations(token), !isAuxiliary(token), !(token.tag == "VBN" && token.label == "acl") {
        if at == last { return isWhole(stretch, rest: rest) ? at : nil }
        if isIntroduced { return mark == ":" || isWhole(stretch, rest: rest) || startsUpper(stretch) ? at : nil }
        return nil
      }
      if matcher.syntax.isVerb(token), matcher.syntax.isFinite(token),
        !["relcl", "acl", "advcl"].contains(token.label), mark != ":"
      {
        return nil
      }
      if doc[at].text == ";" { return nil }
      at -= 1
    }
    if mark == ":", gap.count <= 12,
      let name = gap.last(where: { $0 < last && [.propn, .noun].contains(doc[$0].pos) }),
      !gap.contains(where: { matcher.syntax.isVerb(doc[$0]) })
    {
      speakerOfColon[last] = name
      return last
    }
    return nil
  }

  private func startsUpper(_ stretch: Range<Int>) -> Bool {
    stretch.prefix(3).contains { doc[$0].text.first?.isUppercase == true }
  }

  /// Whether the sentence ends with the quotation, so that it is no part of a larger clause.
  private func isWhole(_ stretch: Range<Int>, rest: Range<Int>) -> Bool {
    guard let next = rest.first(where: { !doc[$0].isSpace && doc[$0].pos != .punct }) else { return true }
    // "He said, "Q" and left": introduced speech goes on with the reporter's words.
    if let index = quotations.stretch(at: stretch.lowerBound),
      let inner = SpeechUnits.lastInner(of: quotations.stretches[index], in: doc)
    {
      if inner == 0x2E || inner == 0x21 || inner == 0x3F || (inner == 0x2C && startsUpper(stretch)) { return true }
    }
    return next >= rest.upperBound
  }

  // MARK: Across units

  /// Speech that goes on: in the next sentence of the paragraph, or in the next paragraph.
  private mutating func attributeAcrossUnits() {
    for stretch in quotations.stretches.indices where cueOfStretch[stretch] == nil { attributeToColon(stretch) }
    // The parts of a quotation over several paragraphs have one cue, wherever it stands.
    var first = 0
    while first < quotations.stretches.count {
      var last = first
      while last + 1 < quotations.stretches.count, quotations.stretches[last + 1].continuesPrevious { last += 1 }
      if last > first {
        let cue = cueOfStretch[first...last].compactMap { $0 }.first
        for stretch in first...last where cueOfStretch[stretch] == nil { cueOfStretch[stretch] = cue }
      }
      first = last + 1
    }
    for stretch in quotations.stretches.indices.dropFirst() where cueOfStretch[stretch] == nil {
      guard let cue = cueOfStretch[stretch - 1], standsAlone(stretch) else { continue }
      let here = quotations.stretches[stretch]
      let before = quotations.stretches[stretch - 1]
      let unit = units.index(of: here.tokens.lowerBound)
      let unitBefore = max(units.index(of: before.tokens.upperBound - 1), units.index(of: cue))
      // In the same paragraph, or at the start of the next one that is nothing else.
      if unit == unitBefore + 1 || (unit == unitBefore && here.passage == before.passage) {
        cueOfStretch[stretch] = cue
      }
    }
  }

  /// "The statement said:", with the quotation in a paragraph of its own.
  private mutating func attributeToColon(_ stretch: Int) {
    let here = quotations.stretches[stretch].tokens
    let index = units.index(of: here.lowerBound)
    let unit = units.unit(of: here.lowerBound)
    guard index > 0, here.count >= 4, isFiller(span(unit.lowerBound, here.lowerBound)) else { return }
    let before = units.units[index - 1]
    guard before.count <= reach, let last = before.last(where: { !doc[$0].isSpace }), doc[last].text == ":" else {
      return
    }
    if let cue = before.last(where: {
      matcher.attributesQuotations(doc[$0]) && !isAuxiliary(doc[$0]) && quotations.stretch(at: $0) == nil
    }) {
      cueOfStretch[stretch] = cue
    }
  }

  /// Whether a quotation is a unit by itself.
  private func standsAlone(_ stretch: Int) -> Bool {
    let tokens = quotations.stretches[stretch].tokens
    let unit = units.unit(of: tokens.lowerBound)
    guard tokens.count >= 4 else { return false }
    return isFiller(span(unit.lowerBound, tokens.lowerBound))
      && (tokens.upperBound..<max(tokens.upperBound, unit.upperBound)).allSatisfy {
        doc[$0].pos == .punct || doc[$0].isSpace || quotations.stretch(at: $0) != nil
      }
  }

  /// Lets a quotation that stands alone after indirect speech, or after a quotation that was only given a cue later, go on with it.
  mutating func follow(lastCueOfUnit: (Int) -> Int?) {
    for stretch in quotations.stretches.indices where cueOfStretch[stretch] == nil && standsAlone(stretch) {
      let here = quotations.stretches[stretch]
      let unit = units.index(of: here.tokens.lowerBound)
      guard unit > 0 else { continue }
      let previousCue: Int?
      if stretch > 0, let cue = cueOfStretch[stretch - 1],
        units.index(of: quotations.stretches[stretch - 1].tokens.upperBound - 1) >= unit - 1
      {
        previousCue = cue
      } else if units.passages[unit - 1] == here.passage {
        previousCue = lastCueOfUnit(unit - 1)
      } else {
        previousCue = nil
      }
      guard let cue = previousCue else { continue }
      cueOfStretch[stretch] = cue
      stretchesOfCue[cue, default: []].append(stretch)
      followers.insert(stretch)
    }
  }
}
