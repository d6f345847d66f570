internal import Knowledge
internal import Linguistics
internal import Record

extension Casting {
  /// Those whom a headline lists with commas for "and" up to the name at `index`: "Xi, Putin hail ties". The last name
  /// then heads what speaks of all.
  mutating func joinHeadlineSubjects(endingAt index: Int) {
    guard let title, isPlayer(index), let last = subjectEnd(of: names[index], in: title) else { return }
    var listed = [index]
    var start = names[index].tokens.lowerBound
    while start > title.lowerBound + 1, words.text[start - 1] == ",", owner[start - 2] >= 0, listed.count < 5 {
      let other = Int(owner[start - 2])
      guard isPlayer(other), entityOfName[other] != entityOfName[index] else { return }
      listed.append(other)
      start = names[other].tokens.lowerBound
    }
    guard listed.count > 1, start == title.lowerBound else { return }
    mentionCollective(
      listed.reversed().map { entityOfName[$0] }, start..<last, head: names[index].head, kind: .collective)
  }

  /// Where a name ends that does something in a headline: a verb in the plural, an infinitive or "will" follows it.
  private func subjectEnd(of name: Name, in title: Range<Int>) -> Int? {
    let next = name.tokens.upperBound
    guard next < title.upperBound, name.tokens.lowerBound > title.lowerBound else { return nil }
    let word = words.lower[next]
    let isVerb =
      word == "to" || word == "will" || !knowledge.frames.frames(of: word, as: .verb).isEmpty
      || knowledge.cues[word].contains { $0.wordClass == .verb && $0.words.count == 1 }
    return isVerb ? next : nil
  }

  /// Whether a name is that of somebody who can act.
  private func isPlayer(_ index: Int) -> Bool {
    let entity = entityOfName[index]
    return entity >= 0 && !names[index].isAdjective
      && [.person, .country, .organization, .government, .group].contains(drafts[entity].entity.type)
  }
}
