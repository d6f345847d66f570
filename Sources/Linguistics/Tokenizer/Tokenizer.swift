/// Splits text into tokens exactly as spaCy's English tokenizer does with the same rules.
///
/// The tokenizer is immutable; what has been worked out for a stretch of text is kept in a worker's ``LexicalCache``.
/// Source: spaCy 3.8, `tokenizer.pyx`.
package struct Tokenizer: Sendable {
  let prefix: TextPattern?
  let suffix: TextPattern?
  let infix: TextPattern?
  let token: TextPattern?
  let url: TextPattern?
  /// Works out the attributes of new words.
  package let lexicon: Lexicon
  private let specials: SpecialCases
  private var sequences = SpecialSequences()

  /// Compiles the rules.
  package init(rules: TokenizerRules, lexicon: Lexicon) throws(ModelError) {
    func compile(_ source: String?, _ name: String) throws(ModelError) -> TextPattern? {
      guard let source else { return nil }
      return try TextPattern(source, file: "\(rules.file): \(name)")
    }
    prefix = try compile(rules.prefixSearch, "prefix_search")
    suffix = try compile(rules.suffixSearch, "suffix_search")
    infix = try compile(rules.infixFinditer, "infix_finditer")
    token = try compile(rules.tokenMatch, "token_match")
    url = try compile(rules.urlMatch, "url_match")
    self.lexicon = lexicon
    specials = try SpecialCases(rules)

    var splitter = ChunkSplitter()
    var sequences = SpecialSequences()
    for exception in rules.exceptions {
      var string = exception.string
      string.withUTF8 { bytes in
        guard !rules.fasterHeuristics || bytes.contains(0x20) || splitter.hasAffixes(bytes, self) else { return }
        var tokens: [[UInt8]] = []
        forEachChunk(of: bytes, in: 0..<bytes.count) { chunk in
          let chunk = UnsafeBufferPointer(rebasing: bytes[chunk])
          splitter.split(chunk, with: self, specials: nil)
          for part in splitter.parts { tokens.append(Array(chunk[splitter.bytes(of: part.range)])) }
        } spaceAfter: {
        }
        sequences.add(tokens)
      }
    }
    self.sequences = sequences
  }

  /// Splits the part `range` of a text as if it were all of it, and appends its tokens to `tokens`.
  ///
  /// - Parameters:
  ///   - utf8: The text; token offsets count its bytes.
  ///   - cache: The worker's. Its indices in `tokens` hold until its next ``LexicalCache/beginText()``.
  package func tokenize(
    _ utf8: [UInt8], in range: Range<Int>, cache: LexicalCache, into tokens: inout Tokenization
  ) {
    let first = tokens.count
    var candidates: [Int] = []
    utf8.withUnsafeBufferPointer { bytes in
      forEachChunk(of: bytes, in: range) { chunk in
        let string = UnsafeBufferPointer(rebasing: bytes[chunk])
        let hash = ByteTable.hash(string)
        let number = cache.chunks.find(string, hash: hash) ?? split(string, hash: hash, cache)
        var start = chunk.lowerBound
        for index in Int(cache.chunkStarts[number])..<Int(cache.chunkStarts[number + 1]) {
          let piece = cache.pieces[index]
          if piece.startsSpecial { candidates.append(tokens.count) }
          tokens.append(piece.lexeme, start: start, length: Int(piece.length))
          start += Int(piece.length)
        }
      } spaceAfter: {
        tokens.spaceAfter[tokens.count - 1] = true
      }
      if !candidates.isEmpty { applySpecialCases(bytes, from: first, candidates, cache, &tokens) }
    }
  }

  /// Calls `chunk` with each stretch of characters that are or are not white space, without single spaces between, and
  /// `spaceAfter` where such a space follows the last.
  @inline(__always)
  private func forEachChunk(
    of bytes: UnsafeBufferPointer<UInt8>, in range: Range<Int>, _ chunk: (Range<Int>) -> Void, spaceAfter: () -> Void
  ) {
    guard !range.isEmpty else { return }
    var position = range.lowerBound
    let limited = UnsafeBufferPointer(rebasing: bytes[..<range.upperBound])
    var isInSpace = ScalarProperties.isSpace(UTF8Decoder.next(limited, &position))
    position = range.lowerBound
    var start = position
    while position < range.upperBound {
      let at = position
      let first = limited[at]
      let isSpace: Bool
      if first < 0x80 {
        isSpace = first <= 0x20 && ScalarProperties.isSpace(UInt32(first))
        position += 1
      } else {
        isSpace = ScalarProperties.isSpace(UTF8Decoder.next(limited, &position))
      }
      if isSpace != isInSpace {
        if start < at { chunk(start..<at) }
        if first == 0x20 {
          spaceAfter()
          start = at + 1
        } else {
          start = at
        }
        isInSpace = isSpace
      }
    }
    if start < range.upperBound { chunk(start..<range.upperBound) }
  }

  /// Splits a stretch that the cache does not know, and gives its number there.
  private func split(_ chunk: UnsafeBufferPointer<UInt8>, hash: UInt64, _ cache: LexicalCache) -> Int {
    if let special = specials.find(chunk) {
      append(special: special, chunk, cache)
    } else {
      cache.splitter.split(chunk, with: self, specials: specials)
      for part in cache.splitter.parts {
        let bytes = UnsafeBufferPointer(rebasing: chunk[cache.splitter.bytes(of: part.range)])
        if let special = part.special {
          append(special: special, bytes, cache)
        } else {
          append(bytes, norm: 0, cache)
        }
      }
    }
    cache.chunkStarts.append(Int32(cache.pieces.count))
    return cache.chunks.insert(chunk, hash: hash)
  }

  private func append(special: Int, _ string: UnsafeBufferPointer<UInt8>, _ cache: LexicalCache) {
    var start = 0
    for part in specials.parts[special] {
      append(UnsafeBufferPointer(rebasing: string[start..<start + part.length]), norm: part.norm, cache)
      start += part.length
    }
  }

  private func append(_ word: UnsafeBufferPointer<UInt8>, norm: UInt64, _ cache: LexicalCache) {
    let lexeme = lexeme(word, norm: norm, cache)
    cache.pieces.append(
      LexicalCache.Piece(
        lexeme: lexeme, length: UInt32(truncatingIfNeeded: word.count),
        startsSpecial: sequences.canStart(with: cache.lexemes[Int(lexeme)].specialWord)))
  }

  private func lexeme(_ word: UnsafeBufferPointer<UInt8>, norm: UInt64, _ cache: LexicalCache) -> UInt32 {
    cache.lexeme(of: word, norm: norm) { lexicon.lexeme(word, norm: norm, specialWord: sequences.word(word)) }
  }

  /// Splits anew where tokens together make up a special case (`_apply_special_cases`).
  private func applySpecialCases(
    _ bytes: UnsafeBufferPointer<UInt8>, from first: Int, _ candidates: [Int], _ cache: LexicalCache,
    _ tokens: inout Tokenization
  ) {
    var spans: [Range<Int>] = []
    for start in candidates {
      var node: Int32 = 0
      var end = start
      while end < tokens.count, let next = sequences.step(node, cache.lexemes[Int(tokens.lexemes[end])].specialWord) {
        node = next
        end += 1
        if sequences.ends(at: node) { spans.append(start..<end) }
      }
    }
    if spans.isEmpty { return }
    // The longest first, of equal ones the earliest. A span that is left out blocks others all the same, as in spaCy.
    spans.sort { $0.count != $1.count ? $0.count > $1.count : $0.lowerBound < $1.lowerBound }
    var seen: Set<Int> = []
    var chosen: [(span: Range<Int>, special: Int)] = []
    for span in spans {
      if !seen.contains(span.lowerBound), !seen.contains(span.upperBound - 1) {
        let range = Int(tokens.starts[span.lowerBound])..<Int(tokens.ends[span.upperBound - 1])
        if let special = specials.find(UnsafeBufferPointer(rebasing: bytes[range])) { chosen.append((span, special)) }
      }
      seen.formUnion(span)
    }
    if chosen.isEmpty { return }
    chosen.sort { $0.span.lowerBound < $1.span.lowerBound }
    let old = tokens
    tokens.truncate(to: chosen[0].span.lowerBound)
    var next = 0
    var index = chosen[0].span.lowerBound
    while index < old.count {
      guard next < chosen.count, chosen[next].span.lowerBound == index else {
        tokens.append(
          old.lexemes[index], start: Int(old.starts[index]), length: Int(old.ends[index] - old.starts[index]))
        tokens.spaceAfter[tokens.count - 1] = old.spaceAfter[index]
        index += 1
        continue
      }
      let (span, special) = chosen[next]
      var start = Int(old.starts[index])
      for part in specials.parts[special] {
        let word = UnsafeBufferPointer(rebasing: bytes[start..<start + part.length])
        tokens.append(lexeme(word, norm: part.norm, cache), start: start, length: part.length)
        start += part.length
      }
      tokens.spaceAfter[tokens.count - 1] = old.spaceAfter[span.upperBound - 1]
      index = span.upperBound
      next += 1
    }
  }
}
