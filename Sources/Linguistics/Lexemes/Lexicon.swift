/// Works out the attributes of word types as spaCy's English vocabulary does.
package struct Lexicon: Sendable {
  /// The norms that differ from the lower-case form, by the id of the word.
  private let norms: [UInt64: UInt64]

  /// Reads the norms of a model's `vocab/lookups.bin`, whose table `lexeme_norm` may be absent.
  package init(lookups: [UInt8], file: String = "vocab/lookups.bin") throws(ModelError) {
    var norms: [UInt64: UInt64] = [:]
    norms.reserveCapacity(4096)
    for (string, norm) in BaseNorms.pairs { norms[StringID.id(of: string)] = StringID.id(of: norm) }
    if !lookups.isEmpty {
      var reader = MessagePackReader(lookups, file: file)
      for _ in 0..<(try reader.readMapCount("the tables")) {
        guard try reader.readString("the name of a table") == "lexeme_norm" else {
          try reader.skip()
          continue
        }
        for _ in 0..<(try reader.readMapCount("the table lexeme_norm")) {
          let key: UInt64
          let at = reader.position
          switch try reader.readHead() {
          case .uint(let id): key = id
          case .string(let range): key = StringID.id(of: try reader.string(range))
          default: throw reader.error("no id where a word should be", at: at)
          }
          let range = try reader.readStringRange("a norm")
          norms[key] = reader.bytes.withUnsafeBufferPointer {
            StringID.id(of: UnsafeBufferPointer(rebasing: $0[range]))
          }
        }
      }
    }
    self.norms = norms
  }

  /// The lexeme of the word with the UTF-8 bytes `word`.
  ///
  /// - Parameters:
  ///   - norm: The id of the norm that an exception of the tokenizer gives, or 0.
  ///   - specialWord: The number by which the special cases of the tokenizer know the word, or -1.
  package func lexeme(_ word: UnsafeBufferPointer<UInt8>, norm: UInt64 = 0, specialWord: Int32 = -1) -> Lexeme {
    let orth = StringID.id(of: word)
    let lower = LowerCase.of(word).withUnsafeBufferPointer { StringID.id(of: $0) }
    var starts: [Int] = []
    starts.reserveCapacity(word.count)
    for index in 0..<word.count where word[index] & 0xc0 != 0x80 { starts.append(index) }
    let prefixEnd = starts.count > 1 ? starts[1] : word.count
    let suffixStart = starts.count > 3 ? starts[starts.count - 3] : 0
    var isSpace = !word.isEmpty
    var shape: [UInt8] = []
    shape.reserveCapacity(word.count)
    if starts.count >= 100 {
      shape = Array("LONG".utf8)
      var position = 0
      while position < word.count, isSpace { isSpace = ScalarProperties.isSpace(UTF8Decoder.next(word, &position)) }
    } else {
      var last: UInt32 = .max
      var run = 0
      var position = 0
      while position < word.count {
        let start = position
        let scalar = UTF8Decoder.next(word, &position)
        if !ScalarProperties.isSpace(scalar) { isSpace = false }
        let mark: UInt32 =
          ScalarProperties.isAlpha(scalar)
          ? (ScalarProperties.isUpper(scalar) ? 0x58 : 0x78) : ScalarProperties.isDigit(scalar) ? 0x64 : scalar
        run = mark == last ? run + 1 : 0
        last = mark
        guard run < 4 else { continue }
        if mark < 0x80 { shape.append(UInt8(mark)) } else { shape.append(contentsOf: word[start..<position]) }
      }
    }
    return Lexeme(
      orth: orth, lower: lower, norm: norm != 0 ? norm : norms[orth] ?? lower,
      prefix: StringID.id(of: UnsafeBufferPointer(rebasing: word[0..<prefixEnd])),
      suffix: StringID.id(of: UnsafeBufferPointer(rebasing: word[suffixStart...])),
      shape: shape.withUnsafeBufferPointer { StringID.id(of: $0) }, isSpace: isSpace, specialWord: specialWord)
  }
}
