/// Splits one stretch between white space into tokens; the working memory is kept from one to the next.
///
/// Follows `_split_affixes` and `_attach_tokens` of spaCy 3.8, `tokenizer.pyx`.
struct ChunkSplitter {
  /// A token in characters of the stretch, or a special case with its number.
  struct Part {
    let range: Range<Int>
    let special: Int?
  }

  /// The tokens in order.
  private(set) var parts: [Part] = []
  /// The byte offset of each character, and of the end.
  private(set) var offsets: [Int] = []
  private var text: [UInt32] = []
  private var suffixes: [Range<Int>] = []
  private var matcher = PatternMatcher()

  init() {}

  /// The bytes of a part.
  func bytes(of range: Range<Int>) -> Range<Int> { offsets[range.lowerBound]..<offsets[range.upperBound] }

  /// Splits `chunk`; the outcome is in ``parts``.
  mutating func split(_ chunk: UnsafeBufferPointer<UInt8>, with tokenizer: Tokenizer, specials: SpecialCases?) {
    load(chunk)
    parts.removeAll(keepingCapacity: true)
    suffixes.removeAll(keepingCapacity: true)
    let rest = stripAffixes(chunk, tokenizer, specials)
    attach(rest, chunk, tokenizer, specials)
    for suffix in suffixes.reversed() { parts.append(Part(range: suffix, special: nil)) }
  }

  /// Whether a prefix, an infix or a suffix rule finds anything in `chunk`.
  mutating func hasAffixes(_ chunk: UnsafeBufferPointer<UInt8>, _ tokenizer: Tokenizer) -> Bool {
    load(chunk)
    let all = 0..<text.count
    return prefixLength(all, tokenizer) > 0
      || tokenizer.infix?.firstMatch(in: text, bounds: all, matcher: &matcher) != nil
      || suffixLength(all, tokenizer) > 0
  }

  private mutating func load(_ chunk: UnsafeBufferPointer<UInt8>) {
    text.removeAll(keepingCapacity: true)
    offsets.removeAll(keepingCapacity: true)
    var position = 0
    while position < chunk.count {
      offsets.append(position)
      text.append(UTF8Decoder.next(chunk, &position))
    }
    offsets.append(chunk.count)
  }

  private mutating func stripAffixes(
    _ chunk: UnsafeBufferPointer<UInt8>, _ tokenizer: Tokenizer, _ specials: SpecialCases?
  ) -> Range<Int> {
    var string = 0..<text.count
    var lastCount = 0
    while !string.isEmpty, string.count != lastCount {
      if tokenizer.token?.match(in: text, bounds: string, at: string.lowerBound, matcher: &matcher) != nil { break }
      if special(string, chunk, specials) != nil { break }
      lastCount = string.count
      let prefix = prefixLength(string, tokenizer)
      let afterPrefix = string.lowerBound + prefix..<string.upperBound
      if prefix > 0, special(afterPrefix, chunk, specials) != nil {
        parts.append(Part(range: string.lowerBound..<afterPrefix.lowerBound, special: nil))
        return afterPrefix
      }
      let suffix = suffixLength(afterPrefix, tokenizer)
      let beforeSuffix = string.lowerBound..<string.upperBound - suffix
      if suffix > 0, special(beforeSuffix, chunk, specials) != nil {
        suffixes.append(beforeSuffix.upperBound..<string.upperBound)
        return beforeSuffix
      }
      if prefix > 0 { parts.append(Part(range: string.lowerBound..<afterPrefix.lowerBound, special: nil)) }
      if suffix > 0 { suffixes.append(beforeSuffix.upperBound..<string.upperBound) }
      string = afterPrefix.lowerBound..<beforeSuffix.upperBound
    }
    return string
  }

  private mutating func attach(
    _ string: Range<Int>, _ chunk: UnsafeBufferPointer<UInt8>, _ tokenizer: Tokenizer, _ specials: SpecialCases?
  ) {
    if string.isEmpty { return }
    if let special = special(string, chunk, specials) {
      parts.append(Part(range: string, special: special))
      return
    }
    let start = string.lowerBound
    if tokenizer.token?.match(in: text, bounds: string, at: start, matcher: &matcher) != nil
      || tokenizer.url?.match(in: text, bounds: string, at: start, matcher: &matcher) != nil
    {
      parts.append(Part(range: string, special: nil))
      return
    }
    var done = start
    var search = start
    while search <= string.upperBound,
      let infix = tokenizer.infix?.firstMatch(in: text, bounds: string, from: search, matcher: &matcher)
    {
      search = infix.isEmpty ? infix.upperBound + 1 : infix.upperBound
      if infix.lowerBound == start { continue }
      if infix.lowerBound != done { parts.append(Part(range: done..<infix.lowerBound, special: nil)) }
      if !infix.isEmpty { parts.append(Part(range: infix, special: nil)) }
      done = infix.upperBound
    }
    if done < string.upperBound { parts.append(Part(range: done..<string.upperBound, special: nil)) }
  }

  private mutating func prefixLength(_ string: Range<Int>, _ tokenizer: Tokenizer) -> Int {
    tokenizer.prefix?.firstMatch(in: text, bounds: string, matcher: &matcher)?.count ?? 0
  }

  private mutating func suffixLength(_ string: Range<Int>, _ tokenizer: Tokenizer) -> Int {
    tokenizer.suffix?.firstMatch(in: text, bounds: string, matcher: &matcher)?.count ?? 0
  }

  private func special(_ string: Range<Int>, _ chunk: UnsafeBufferPointer<UInt8>, _ specials: SpecialCases?) -> Int? {
    guard let specials, !string.isEmpty else { return nil }
    return specials.find(UnsafeBufferPointer(rebasing: chunk[bytes(of: string)]))
  }
}
