internal import Knowledge
internal import Linguistics
internal import Record

extension NameFinder {
  // MARK: - What the model left out or took for something else

  /// The person in an entity that the model took for a body or a thing: a given name with one or two names after it.
  func mistakenPerson(_ entity: NamedEntity) -> Range<Int>? {
    switch entity.label {
    case "GPE" where entity.tokens.count == 1: isGivenName(entity.tokens.lowerBound) ? entity.tokens : nil
    case "ORG", "GPE", "FAC", "PRODUCT", "WORK_OF_ART": isPersonLike(entity.tokens) ? entity.tokens : nil
    default: nil
    }
  }

  private func isGivenName(_ i: Int) -> Bool {
    words.isCapital[i] && known[i] == nil && knowledge.givenNames.sex(of: words.text[i]) != nil
      && !followsPreposition(i) && (i == 0 || words.text[i - 1] != ",")
  }

  /// Capitalised words that no entity of the model covers: people by their given names, and what acts or owns as a body.
  mutating func findUnlabelled() {
    var small: Set<String>?
    var i = 0
    while i < words.count {
      guard isUnlabelled(i) else {
        i += 1
        continue
      }
      var end = i + 1
      while end < words.count, isUnlabelled(end), !words.isBreak[end] { end += 1 }
      let tokens = i..<end
      i = end
      guard tokens.count <= Self.longest, !continuesName(tokens.lowerBound) else { continue }
      if isPersonLike(tokens) {
        add(tokens, .person)
      } else if acts(tokens) {
        // One word at the beginning of a sentence may be any word.
        if tokens.count == 1, isInitial(tokens.lowerBound) {
          let seen = small ?? smallWords()
          small = seen
          if seen.contains(words.lower[tokens.lowerBound]) { continue }
        }
        add(tokens, .body(.organization, sector: nil))
      }
    }
  }

  /// Whether a capitalised noun stands right before a token.
  private func continuesName(_ i: Int) -> Bool {
    i > 0 && !words.isBreak[i] && words.isCapital[i - 1] && words.kinds[i - 1] == .proper
  }

  /// Whether a token is a capitalised proper noun that nothing has claimed.
  private func isUnlabelled(_ i: Int) -> Bool {
    words.isCapital[i] && (words.kinds[i] == .proper || words.kinds[i] == .pluralProper) && owner[i] < 0
      && known[i] == nil && roles[i] == nil && words.doc.entity(at: i) == nil && !isHonorific(i) && !isLabel(i)
  }

  /// Whether words are a given name and one or two names after it.
  private func isPersonLike(_ tokens: Range<Int>) -> Bool {
    guard (2...3).contains(tokens.count), let last = tokens.last,
      tokens.allSatisfy({ words.isCapital[$0] && words.kinds[$0] == .proper && known[$0] == nil && roles[$0] == nil }),
      knowledge.givenNames.sex(of: words.text[tokens.lowerBound]) != nil, !isAcronym(last), !isLabel(last),
      body(endingAt: last, from: tokens.lowerBound) == nil
    else { return false }
    // "Jordan Valley Authority": part of a longer name.
    let next = tokens.upperBound
    return next >= words.count || words.isBreak[next] || !words.isCapital[next] || !words.kinds[next].isNoun
  }

  /// Whether a name does something or owns something: what only people and bodies do.
  private func acts(_ tokens: Range<Int>) -> Bool {
    guard let last = tokens.last else { return false }
    let next = last + 1
    if next < words.count, words.kinds[next] == .possessive { return words.doc[last].label == "poss" }
    let head = words.doc[last]
    return head.label == "nsubj" && head.head.pos == .verb && head.head.index > last && head.head.lemma != "be"
  }

  func isInitial(_ i: Int) -> Bool { words.doc.sentence(of: i).lowerBound == i || words.isBreak[i] }

  /// The words that the document writes with a small letter.
  private func smallWords() -> Set<String> {
    var small: Set<String> = []
    for i in 0..<words.count where !words.isCapital[i] { small.insert(words.lower[i]) }
    return small
  }

  /// Whether a token is two to five capitals among words that are none, and no number of a king.
  func isAcronym(_ i: Int) -> Bool {
    func isInCapitals(_ i: Int, _ lengths: ClosedRange<Int>) -> Bool {
      let word = words.text[i].utf8
      return lengths.contains(word.count) && word.allSatisfy { 0x41...0x5A ~= $0 }
    }
    guard isInCapitals(i, 2...5), !words.text[i].allSatisfy({ "IVX".contains($0) }) else { return false }
    if i > 0, !words.isBreak[i], isInCapitals(i - 1, 2...30) { return false }
    return i + 1 >= words.count || words.isBreak[i + 1] || !isInCapitals(i + 1, 2...30)
  }

  func hasDigits(_ word: String) -> Bool { word.utf8.contains { 0x30...0x39 ~= $0 } }

  /// Whether a token is the label of a caption or credit: "Image:".
  func isLabel(_ i: Int) -> Bool {
    i + 1 < words.count && words.text[i + 1] == ":" && knowledge.nameWords.labels.contains(words.text[i])
  }
}
