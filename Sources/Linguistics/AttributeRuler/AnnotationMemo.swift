/// What the rules made of the words met so far, by lexeme, tag and label: the memory of a ``WordAnnotator``.
struct AnnotationMemo {
  /// What the rules make of a word with a tag and a label, all neighbours apart.
  struct Outcome {
    let tag: UInt16
    let label: UInt16
    let pos: UPOS
    let morph: UInt16
    /// A number in ``AnnotationMemo/lemmas``.
    let lemma: UInt32
    /// Whether a pattern of several tokens can begin here.
    let startsSequence: Bool
  }

  /// What patterns of several tokens need to know of an outcome.
  struct Matches {
    /// The rules that matched the token alone, in order.
    let rules: [UInt32]
    /// The tests of patterns of several tokens that the token passes, one bit each.
    let passed: [UInt64]
  }

  private var keys: [UInt64] = []
  private var numbers: [UInt32] = [UInt32](repeating: 0, count: 1 << 12)
  private var mask = (1 << 12) - 1
  private(set) var outcomes: [Outcome] = []
  /// By outcome; kept apart so that outcomes are plain values.
  private(set) var matches: [Matches] = []

  /// The lemmas met so far; the first is empty.
  private(set) var lemmas: [String] = [""]
  private var lemmaTable = ByteTable(minimumCapacity: 1 << 10)
  /// For each lemma, its number in the document at hand and the document's number.
  private var localLemmas: [(document: UInt32, number: UInt32)] = [(0, 0)]
  private var document: UInt32 = 0

  var count: Int { outcomes.count }

  @inline(__always)
  static func key(lexeme: UInt32, tag: UInt16, label: UInt16) -> UInt64 {
    UInt64(lexeme) << 32 | UInt64(tag) << 16 | UInt64(label)
  }

  /// The tag and the label that an outcome was worked out for.
  func keys(at number: Int) -> (tag: UInt16, label: UInt16) {
    (UInt16(truncatingIfNeeded: keys[number] >> 16), UInt16(truncatingIfNeeded: keys[number]))
  }

  /// The number of the outcome for `key`, or `nil`.
  @inline(__always)
  func find(_ key: UInt64) -> Int? {
    var slot = Int(truncatingIfNeeded: (key &* 0x9e37_79b9_7f4a_7c15) >> 32) & mask
    while true {
      let number = Int(numbers[slot])
      if number == 0 { return nil }
      if keys[number - 1] == key { return number - 1 }
      slot = (slot + 1) & mask
    }
  }

  /// Looks up tokens from `first` on, until one that is not known, and gives its index; the number of tokens if all are.
  ///
  /// - Parameters:
  ///   - found: Is given the number of each token's outcome.
  ///   - starts: Is given the tokens that patterns of several tokens can begin with.
  func lookUp(
    from first: Int, lexemes: [UInt32], tags: [UInt16], labels: [UInt16], found: inout [UInt32], starts: inout [Int]
  ) -> Int {
    for token in first..<found.count {
      guard let number = find(Self.key(lexeme: lexemes[token], tag: tags[token], label: labels[token])) else {
        return token
      }
      found[token] = UInt32(number)
      if outcomes[number].startsSequence { starts.append(token) }
    }
    return found.count
  }

  /// Sets the columns from the outcomes that were looked up, and begins the numbering of the document's lemmas.
  mutating func fill(_ columns: inout Columns, _ found: [UInt32]) {
    document &+= 1
    localLemmas[0] = (document, 0)
    let count = found.count
    var names = [""]
    var tags = [UInt16](repeating: 0, count: count)
    var labels = tags
    var morphs = tags
    var pos = [UPOS](repeating: .none, count: count)
    var lemmas = [UInt32](repeating: 0, count: count)
    for token in 0..<count {
      let outcome = outcomes[Int(found[token])]
      tags[token] = outcome.tag
      labels[token] = outcome.label
      pos[token] = outcome.pos
      morphs[token] = outcome.morph
      lemmas[token] = local(outcome.lemma, names: &names)
    }
    columns.tags = tags
    columns.labels = labels
    columns.pos = pos
    columns.morphs = morphs
    columns.lemmas = lemmas
    columns.lemmaNames = names
  }

  /// Adds an outcome for a key that is not there, and gives its number.
  @discardableResult
  mutating func insert(_ outcome: Outcome, _ matches: Matches, for key: UInt64) -> Int {
    if keys.count * 2 >= numbers.count {
      numbers = [UInt32](repeating: 0, count: numbers.count * 2)
      mask = numbers.count - 1
      for index in keys.indices { place(keys[index], UInt32(index + 1)) }
    }
    keys.append(key)
    outcomes.append(outcome)
    self.matches.append(matches)
    place(key, UInt32(keys.count))
    return keys.count - 1
  }

  private mutating func place(_ key: UInt64, _ number: UInt32) {
    var slot = Int(truncatingIfNeeded: (key &* 0x9e37_79b9_7f4a_7c15) >> 32) & mask
    while numbers[slot] != 0 { slot = (slot + 1) & mask }
    numbers[slot] = number
  }

  /// The number of a lemma given by its UTF-8 bytes.
  mutating func lemma(_ bytes: UnsafeBufferPointer<UInt8>) -> UInt32 {
    if bytes.isEmpty { return 0 }
    let (number, isNew) = lemmaTable.number(of: bytes)
    if isNew {
      lemmas.append(String(decoding: bytes, as: UTF8.self))
      localLemmas.append((0, 0))
    }
    return UInt32(number + 1)
  }

  /// The number of a lemma in the document at hand, whose lemmas are `names`.
  @inline(__always)
  mutating func local(_ lemma: UInt32, names: inout [String]) -> UInt32 {
    let local = localLemmas[Int(lemma)]
    if local.document == document { return local.number }
    let number = UInt32(names.count)
    localLemmas[Int(lemma)] = (document, number)
    names.append(lemmas[Int(lemma)])
    return number
  }
}
