/// Finds lemmas by rules and lists, as spaCy's English lemmatizer does in the mode `rule`.
///
/// Source: spaCy 3.8, `pipeline/lemmatizer.py` and `lang/en/lemmatizer.py`.
package struct Lemmatizer: Sendable {
  private let bytes: [UInt8]
  private let file: String
  /// By the raw value of the part of speech.
  private var tables = [LemmaTables](repeating: LemmaTables(), count: UPOS.allCases.count)

  /// Reads a model's `lemmatizer/lookups/lookups.bin`.
  package init(lookups: [UInt8], file: String = "lemmatizer/lookups/lookups.bin") throws(ModelError) {
    bytes = lookups
    self.file = file
    var pos: [UInt64: Int] = [:]
    for tag in UPOS.allCases where tag != .none { pos[StringID.id(of: tag.name.lowercased())] = Int(tag.rawValue) }
    var reader = MessagePackReader(lookups, file: file)
    var missing: Set<String> = ["lemma_rules", "lemma_exc", "lemma_index"]
    for _ in 0..<(try reader.readMapCount("the tables")) {
      let name = try reader.readString("the name of a table")
      guard missing.remove(name) != nil else {
        try reader.skip()
        continue
      }
      for _ in 0..<(try reader.readMapCount("the table \(name)")) {
        let at = reader.position
        let key: UInt64
        switch try reader.readHead() {
        case .uint(let id): key = id
        case .string(let range): key = StringID.id(of: try reader.string(range))
        default: throw reader.error("no part of speech in the table \(name)", at: at)
        }
        guard let tag = pos[key] else {
          try reader.skip()
          continue
        }
        switch name {
        case "lemma_rules": tables[tag].rules = try Self.rules(&reader)
        case "lemma_index": tables[tag].index = try Self.index(&reader)
        default: tables[tag].exceptions = try Self.exceptions(&reader)
        }
      }
    }
    if let name = missing.min() {
      throw ModelError(file: file, message: "has no table \(name); use a model whose lemmatizer has the mode 'rule'")
    }
  }

  private static func rules(_ reader: inout MessagePackReader) throws(ModelError) -> [LemmaTables.Rule] {
    var rules: [LemmaTables.Rule] = []
    for _ in 0..<(try reader.readArrayCount("the rules")) {
      let at = reader.position
      guard try reader.readArrayCount("a rule") == 2 else { throw reader.error("a rule without two parts", at: at) }
      let ending = try reader.readStringRange("an ending")
      let replacement = try reader.readStringRange("a replacement")
      rules.append(
        LemmaTables.Rule(ending: Array(reader.bytes[ending]), replacement: Array(reader.bytes[replacement])))
    }
    return rules
  }

  private static func index(_ reader: inout MessagePackReader) throws(ModelError) -> PackedStringSet? {
    let count = try reader.readArrayCount("the index of base forms")
    if count == 0 { return nil }
    var set = PackedStringSet(count: count)
    try reader.readStrings(count, "a base form") { range, bytes in set.insert(range, of: bytes) }
    return set
  }

  private static func exceptions(_ reader: inout MessagePackReader) throws(ModelError) -> PackedStringSet? {
    let count = try reader.readMapCount("the exceptions")
    if count == 0 { return nil }
    var set = PackedStringSet(count: count)
    for _ in 0..<count {
      try reader.readStrings(1, "an irregular form") { range, bytes in set.insert(range, of: bytes) }
      let forms = try reader.readArrayCount("the base forms of an irregular form")
      try reader.readStrings(forms, "a base form") { _, _ in }
    }
    return set
  }

  /// The lemma of a word, as UTF-8.
  ///
  /// - Parameters:
  ///   - word: The word as written, as UTF-8.
  ///   - features: Morphological features, `Number=Sing|Person=3`.
  package func lemma(of word: String, pos: UPOS, features: String) -> String {
    var word = word
    let traits = Morphology.traits(of: features)
    let lemma = word.withUTF8 { self.lemma(of: $0, pos: pos, traits: traits) }
    return String(decoding: lemma, as: UTF8.self)
  }

  func lemma(of word: UnsafeBufferPointer<UInt8>, pos: UPOS, traits: Morphology.Traits) -> [UInt8] {
    let lower = LowerCase.of(word)
    if pos == .none || pos == .space || isBaseForm(pos, traits) { return lower }
    let tables = tables[Int(pos.rawValue)]
    if tables.isEmpty { return pos == .propn ? Array(word) : lower }
    return bytes.withUnsafeBufferPointer { bestForm(of: lower, tables, $0) } ?? Array(word)
  }

  /// The best form that the rules and exceptions make of a word in lower case, or `nil`.
  private func bestForm(of lower: [UInt8], _ tables: LemmaTables, _ all: UnsafeBufferPointer<UInt8>) -> [UInt8]? {
    var forms: [[UInt8]] = []
    var unknown: [[UInt8]] = []
    for rule in tables.rules {
      guard lower.count >= rule.ending.count, lower.suffix(rule.ending.count).elementsEqual(rule.ending) else {
        continue
      }
      let form = Array(lower.dropLast(rule.ending.count)) + rule.replacement
      if form.isEmpty { continue }
      if form.withUnsafeBufferPointer({ tables.index?.find($0, in: all) != nil }) {
        forms.insert(form, at: 0)
      } else if !isAlphabetic(form) {
        forms.append(form)
      } else {
        unknown.append(form)
      }
    }
    // Exceptions go to the front, the last of them first, unless a rule has found them already.
    for form in exceptions(of: lower, tables, all) where !forms.contains(form) { forms.insert(form, at: 0) }
    return forms.first ?? unknown.first
  }

  /// The base forms that the exceptions list for a word.
  private func exceptions(
    of word: [UInt8], _ tables: LemmaTables, _ all: UnsafeBufferPointer<UInt8>
  ) -> [[UInt8]] {
    guard let range = word.withUnsafeBufferPointer({ tables.exceptions?.find($0, in: all) }) else { return [] }
    var reader = MessagePackReader(bytes, at: range.upperBound, file: file)
    var forms: [[UInt8]] = []
    // The lists were read once already when the model was loaded, so nothing can be wrong with them now.
    do throws(ModelError) {
      for _ in 0..<(try reader.readArrayCount("the base forms")) {
        forms.append(Array(bytes[try reader.readStringRange("a base form")]))
      }
    } catch {}
    return forms
  }

  /// Whether the word is its own lemma by its features (`is_base_form`).
  private func isBaseForm(_ pos: UPOS, _ traits: Morphology.Traits) -> Bool {
    if pos == .noun, traits.contains(.singular) { return true }
    if pos == .verb, traits.isSuperset(of: [.finite, .present]), !traits.contains(.numbered) { return true }
    return !traits.isDisjoint(with: [.infinitive, .formless, .positive])
  }

  /// `str.isalpha`.
  private func isAlphabetic(_ form: [UInt8]) -> Bool {
    form.withUnsafeBufferPointer { bytes in
      var position = 0
      while position < bytes.count {
        guard ScalarProperties.isAlpha(UTF8Decoder.next(bytes, &position)) else { return false }
      }
      return true
    }
  }
}
