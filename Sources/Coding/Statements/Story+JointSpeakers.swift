internal import Linguistics
internal import Record

extension Story {
  /// Gives those who speak together, "Abe and Lee", an entity that stands for all of them.
  ///
  /// Each statement whose speaker has members gets the group of these members as its entity, and the group a collective
  /// mention over the speaker's words. Takes time linear in statements and mentions.
  package mutating func joinSpeakers() {
    guard statements.contains(where: { $0.speaker?.members.isEmpty == false }) else { return }
    var groups: [[Int]: Int] = [:]
    var named: Set<Int> = []
    for mention in cast.mentions where !mention.members.isEmpty {
      groups[mention.members.sorted()] = mention.entity
      if mention.kind != .pronoun { named.insert(mention.entity) }
    }
    var added: [Int: Mention] = [:]
    for index in statements.indices {
      guard let speaker = statements[index].speaker, !speaker.members.isEmpty else { continue }
      let key = speaker.members.sorted()
      let group: Int
      if let known = groups[key] {
        group = known
        // "They" is no name.
        if named.insert(known).inserted { cast.entities[known].name = doc.text(ofUTF8: speaker.bytes) }
      } else {
        group = cast.entities.count
        groups[key] = group
        cast.entities.append(Entity(name: doc.text(ofUTF8: speaker.bytes), type: .group, basis: .inferred))
      }
      statements[index].speaker?.entity = group
      let tokens = doc.tokens(touching: speaker.bytes)
      guard let first = tokens.first, added[first] == nil else { continue }
      let head = tokens.first { !tokens.contains(doc[$0].head.index) || doc[$0].isRoot } ?? first
      added[first] = Mention(
        entity: group, tokens: tokens, head: head, bytes: speaker.bytes, kind: .collective, members: speaker.members)
    }
    insert(added.values.sorted { $0.bytes.lowerBound < $1.bytes.lowerBound })
  }

  /// Merges mentions, in text order, into the cast's; the words that head a mention go on heading it.
  private mutating func insert(_ added: [Mention]) {
    var merged: [Mention] = []
    merged.reserveCapacity(cast.mentions.count + added.count)
    var moved: [Int32] = []
    var next = added[...]
    for mention in cast.mentions {
      while let one = next.first, one.bytes.lowerBound <= mention.bytes.lowerBound {
        merged.append(one)
        next.removeFirst()
      }
      moved.append(Int32(merged.count))
      merged.append(mention)
    }
    merged += next
    cast.mentions = merged
    for token in cast.mentionOfHead.indices where cast.mentionOfHead[token] >= 0 {
      cast.mentionOfHead[token] = moved[Int(cast.mentionOfHead[token])]
    }
  }
}
