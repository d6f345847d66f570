/// Tells a text's language by its script and, for Latin script, by its commonest small words.
struct LanguageDetector: Sendable {
  /// The languages whose stop words a Latin word is among, as bits.
  private var languagesOfWord: [[UInt8]: UInt64] = [:]
  private var latinLanguages: [String] = []
  /// For each other script its languages with the letters that are theirs alone.
  private var languagesOfScript: [String: [(language: String, letters: Set<Unicode.Scalar>)]] = [:]

  /// Rows of `languages.tsv`: language, script, letters, words.
  init(rows: [[String]]) {
    for row in rows {
      if row[1] == "Latin", latinLanguages.count < 64 {
        let bit = UInt64(1) << UInt64(latinLanguages.count)
        latinLanguages.append(row[0])
        for word in row[3].split(separator: " ") { languagesOfWord[Array(word.utf8), default: 0] |= bit }
      } else {
        let letters = row[2] == "-" ? [] : Set(row[2].unicodeScalars)
        languagesOfScript[row[1], default: []].append((row[0], letters))
      }
    }
  }

  /// How much of a text is looked at, in bytes.
  private static let sample = 20_000

  /// The BCP 47 tag of the language of `utf8`, or `nil` where there is too little to go by.
  func language(of utf8: ArraySlice<UInt8>) -> String? {
    let text = String(decoding: utf8.prefix(Self.sample), as: UTF8.self)
    var counts: [String: Int] = [:]
    var latin = 0
    var seen: Set<Unicode.Scalar> = []
    for scalar in text.unicodeScalars {
      // Most of most texts, and never worth a look into a dictionary.
      if Self.isLatin(scalar) {
        latin += 1
        continue
      }
      guard let script = Self.script(of: scalar) else { continue }
      counts[script, default: 0] += 1
      seen.insert(scalar)
    }
    if latin > 0 { counts["Latin"] = latin }
    // Japanese mixes Han with kana.
    if let kana = counts["Kana"], kana * 10 > counts["Han"] ?? 0 { counts["Kana"] = kana + (counts["Han"] ?? 0) }
    let ranked = counts.sorted { ($0.value, $1.key) > ($1.value, $0.key) }
    guard let (script, count) = ranked.first, count >= 4 else { return nil }
    if script == "Latin" { return latinLanguage(of: text) }
    guard let candidates = languagesOfScript[script] else { return nil }
    return candidates.first { !$0.letters.isEmpty && !$0.letters.isDisjoint(with: seen) }?.language
      ?? candidates.first { $0.letters.isEmpty }?.language
  }

  private func latinLanguage(of text: String) -> String? {
    var hits = [Int](repeating: 0, count: latinLanguages.count)
    var words = 0
    var word: [UInt8] = []
    for scalar in text.lowercased().unicodeScalars {
      if Self.isLetter(scalar) {
        word.append(contentsOf: UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter)
      } else if !word.isEmpty {
        endWord()
      }
    }
    if !word.isEmpty { endWord() }
    func endWord() {
      words += 1
      let languages = languagesOfWord[word] ?? 0
      if languages != 0 { for index in hits.indices where languages >> UInt64(index) & 1 == 1 { hits[index] += 1 } }
      word.removeAll(keepingCapacity: true)
    }
    guard let best = hits.indices.max(by: { hits[$0] < hits[$1] }), hits[best] > 0 else { return nil }
    // Small words make up a third of running text; a twentieth is too little to speak of a language.
    guard hits[best] * 20 >= words, hits.filter({ $0 == hits[best] }).count == 1 else { return nil }
    return latinLanguages[best]
  }

  /// Whether a small letter or its accent.
  private static func isLetter(_ scalar: Unicode.Scalar) -> Bool {
    if scalar.isASCII { return 0x61...0x7A ~= scalar.value }
    return scalar.properties.isAlphabetic || scalar.properties.generalCategory == .nonspacingMark
  }

  private static func isLatin(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x41...0x5A, 0x61...0x7A, 0xC0...0x24F, 0x1E00...0x1EFF: true
    default: false
    }
  }

  /// The script of a letter that is not Latin.
  private static func script(of scalar: Unicode.Scalar) -> String? {
    switch scalar.value {
    case 0x370...0x3FF: "Greek"
    case 0x400...0x52F: "Cyrillic"
    case 0x530...0x58F: "Armenian"
    case 0x590...0x5FF: "Hebrew"
    case 0x600...0x6FF, 0x750...0x77F: "Arabic"
    case 0x900...0x97F: "Devanagari"
    case 0x980...0x9FF: "Bengali"
    case 0xE00...0xE7F: "Thai"
    case 0x1000...0x109F: "Myanmar"
    case 0x10A0...0x10FF: "Georgian"
    case 0x1200...0x137F: "Ethiopic"
    case 0x1780...0x17FF: "Khmer"
    case 0xAC00...0xD7AF, 0x1100...0x11FF: "Hangul"
    case 0x3040...0x30FF: "Kana"
    case 0x4E00...0x9FFF, 0x3400...0x4DBF: "Han"
    default: nil
    }
  }
}
