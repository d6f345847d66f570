internal import Knowledge
internal import Linguistics
internal import Record

extension Casting {
  // MARK: - Interviews

  /// "I" and "you" outside quotation marks: who answers in an interview, or whose turn it is in a transcript.
  mutating func resolveConversation() {
    let passages = passages
    guard passages.count > 3 else { return }
    let turns = labelledTurns(passages) ?? interview(passages)
    for (passage, turn) in zip(passages, turns) {
      for token in passage where owner[token] < 0 && quoteOfToken[token] < 0 {
        switch words.lower[token] {
        case "i", "me", "my", "mine", "myself":
          if let speaker = turn.speaker, words.text[token] != "i" { addPronoun(speaker, token) }
        case "you", "your", "yours", "yourself":
          if let addressee = turn.addressee { addPronoun(addressee, token) }
        default: break
        }
      }
    }
  }

  /// Who speaks in a passage, and whom it asks.
  private struct Turn {
    var speaker: Int?
    var addressee: Int?
  }

  /// The tokens of each passage.
  private var passages: [Range<Int>] {
    var passages: [Range<Int>] = []
    var start = 0
    for token in 0..<words.count where token + 1 == words.count || passageOfToken[token + 1] != passageOfToken[token] {
      if passageOfToken[token] >= 0 { passages.append(start..<token + 1) }
      start = token + 1
    }
    return passages
  }

  /// The turns of a transcript whose passages begin with who speaks: "Berg: …". An unlabelled passage goes on with the turn before.
  private func labelledTurns(_ passages: [Range<Int>]) -> [Turn]? {
    let labels = passages.map(label)
    var counts: [String: Int] = [:]
    var entities: [String: Int] = [:]
    for case let label? in labels {
      let text = words.phrase(label).lowercased()
      counts[text, default: 0] += 1
      if entities[text] == nil, let name = label.lazy.map({ owner[$0] }).first(where: { $0 >= 0 }) {
        let entity = entityOfName[Int(name)]
        if entity >= 0, drafts[entity].entity.type == .person { entities[text] = entity }
      }
    }
    guard counts.count > 1, counts.values.max() ?? 0 > 1, !entities.isEmpty else { return nil }
    // Who is asked is clear where two speak.
    let pair = counts.count == 2 ? Array(counts.keys) : []
    var turns: [Turn] = []
    var speaking: String?
    for (passage, label) in zip(passages, labels) {
      if let label { speaking = words.phrase(label).lowercased() }
      var turn = Turn()
      if let speaking {
        turn.speaker = entities[speaking]
        if isQuestion(passage), let other = pair.first(where: { $0 != speaking }) { turn.addressee = entities[other] }
      }
      turns.append(turn)
    }
    return turns
  }

  /// The capitalised words before a colon that open a passage.
  private func label(_ passage: Range<Int>) -> Range<Int>? {
    guard let colon = passage.prefix(6).first(where: { words.text[$0] == ":" }), colon > passage.lowerBound,
      colon + 1 < passage.upperBound,
      (passage.lowerBound..<colon).allSatisfy({ words.isCapital[$0] || words.kinds[$0] == .punctuation })
    else { return nil }
    return passage.lowerBound..<colon
  }

  /// The turns of an interview without labels: its opening says who is interviewed; passages that end in a question ask.
  private func interview(_ passages: [Range<Int>]) -> [Turn] {
    let silent = passages.map { _ in Turn() }
    guard let first = passages.firstIndex(where: { isQuestion($0) || speaksForItself($0) }), first > 0 else {
      return silent
    }
    let opening = passages[0].lowerBound..<min(passages[first - 1].upperBound, passages[0].lowerBound + 600)
    guard opening.contains(where: { words.lower[$0].hasPrefix("interview") }) else { return silent }
    let body = passages[first...]
    guard body.count(where: isQuestion) > 1, body.count(where: speaksForItself) > 1 else { return silent }
    var counts: [Int: Int] = [:]
    for token in opening where owner[token] >= 0 && names[Int(owner[token])].head == token {
      let entity = entityOfName[Int(owner[token])]
      if entity >= 0, drafts[entity].entity.type == .person { counts[entity, default: 0] += 1 }
    }
    guard let asked = counts.max(by: { ($0.value, $1.key) < ($1.value, $0.key) })?.key else { return silent }
    return passages.indices.map { index in
      if index < first { return Turn() }
      return isQuestion(passages[index]) ? Turn(speaker: nil, addressee: asked) : Turn(speaker: asked, addressee: nil)
    }
  }

  private func isQuestion(_ passage: Range<Int>) -> Bool { passage.suffix(3).contains { words.text[$0] == "?" } }

  /// Whether a passage says "I" outside quotation marks.
  private func speaksForItself(_ passage: Range<Int>) -> Bool {
    passage.contains { words.text[$0] == "I" && words.kinds[$0] == .pronoun && quoteOfToken[$0] < 0 }
  }
}
