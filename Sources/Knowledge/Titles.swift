/// The titles of office that English-language news uses.
public struct Titles: Sendable, RandomAccessCollection {
  /// A title found among words.
  public struct Match: Sendable, Equatable {
    public let title: Title
    /// The words that it covers.
    public let range: Range<Int>
  }

  private var titles: [Title] = []
  private var spellings: [UInt64: Int] = [:]
  private var longest = 1

  public var startIndex: Int { titles.startIndex }
  public var endIndex: Int { titles.endIndex }
  public subscript(position: Int) -> Title { titles[position] }

  package init(_ table: Table) throws(KnowledgeError) {
    spellings.reserveCapacity(4 * table.rows.count)
    for row in table.rows {
      let title = try Title(row: row)
      for form in [title.words] + title.abbreviations {
        let (spelling, length) = Self.spelling(form)
        longest = Swift.max(longest, length)
        if let taken = spellings.updateValue(titles.count, forKey: spelling), taken != titles.count {
          throw row.error("\"\(form)\" stands for \"\(titles[taken].words)\" already; leave it out of one of them")
        }
      }
      titles.append(title)
    }
  }

  /// The longest title that begins with the first of `words`, which are in small letters; hyphens part words or stand
  /// as a word of their own, and periods do not count.
  ///
  /// - Returns: The title, and how many of `words` it covers.
  public func title<Words: Collection<String>>(startingAt words: Words) -> Match? {
    let start = Array(words.prefix(2 * longest))
    return match(start, from: 0)
  }

  /// The title among `words`, which are in small letters: the longest, the last of those as long
  /// ("south korean foreign minister", "minister of agriculture").
  public func title(for words: [String]) -> Match? {
    var best: Match?
    for start in words.indices {
      guard let match = match(words, from: start) else { continue }
      if best.map({ match.range.count >= $0.range.count }) ?? true,
        best.map({ match.range.upperBound > $0.range.upperBound }) ?? true
      {
        best = match
      }
    }
    return best
  }

  /// The longest title from word `start` on. Literal words come before wild ones.
  private func match(_ words: [String], from start: Int) -> Match? {
    guard words.indices.contains(start), !Self.isJoint(words[start]) else { return nil }
    // Spellings of the words so far: as they are, and with each word in turn taken for any word.
    var literal = Spelling.Words()
    var wild: [Spelling.Words] = []
    var best: (title: Int, end: Int)?
    var length = 0
    for end in start..<words.count {
      if Self.isJoint(words[end]) { continue }
      for part in words[end].utf8.split(separator: UInt8(ascii: "-")) {
        length += 1
        guard length <= longest else { break }
        var withStar = literal
        withStar.combine("*".utf8)
        for index in wild.indices { wild[index].combine(part) }
        wild.append(withStar)
        literal.combine(part)
      }
      guard length <= longest else { break }
      if let title = spellings[literal.value] ?? wild.lazy.compactMap({ spellings[$0.value] }).first {
        best = (title, end + 1)
      }
    }
    return best.map { Match(title: titles[$0.title], range: start..<$0.end) }
  }

  private static func isJoint(_ word: String) -> Bool {
    word.utf8.allSatisfy { $0 == UInt8(ascii: "-") || $0 <= UInt8(ascii: " ") }
  }

  /// The spelling of a title, and how many words it has.
  private static func spelling(_ title: String) -> (UInt64, Int) {
    var spelling = Spelling.Words()
    let words = title.utf8.split { $0 == UInt8(ascii: " ") || $0 == UInt8(ascii: "-") }
    for word in words { spelling.combine(word) }
    return (spelling.value, words.count)
  }
}
