import Comparison

/// The words of a text that carry its matter, for telling whether two texts speak of the same.
///
/// A word counts by its first five letters, so that its forms agree; small words do not count. Nor do dates: days are
/// compared as days.
struct ContentWords: Sendable, Equatable {
  /// Hashes (FNV-1a) of the beginnings.
  private(set) var stems: Set<UInt64>

  /// - Parameter names: Words that do not count, since both are known to be about them.
  init(_ text: String, without names: ContentWords = ContentWords(stems: [])) {
    stems = Self.stems(of: text).subtracting(names.stems)
  }

  private init(stems: Set<UInt64>) { self.stems = stems }

  /// How many both have.
  func shared(with other: ContentWords) -> Int {
    let (few, many) = stems.count < other.stems.count ? (stems, other.stems) : (other.stems, stems)
    return few.count { many.contains($0) }
  }

  /// The share of common words among all, 0 to 1.
  func likeness(to other: ContentWords) -> Double {
    let shared = shared(with: other)
    let union = stems.count + other.stems.count - shared
    return union == 0 ? 0 : Double(shared) / Double(union)
  }

  private static func stems(of text: String) -> Set<UInt64> {
    var stems: Set<UInt64> = []
    /// A number that a month may follow, and whether a month stood before.
    var number: UInt64?
    var isAfterMonth = false
    func take(_ word: Word) {
      guard !word.isEmpty else { return }
      if word.isMonth { number = nil }
      if let number { stems.insert(number) }
      number = nil
      if word.isNumber {
        if !isAfterMonth { number = word.stem }
      } else if let stem = word.stem {
        stems.insert(stem)
      }
      isAfterMonth = word.isMonth
    }
    var word = Word()
    for scalar in text.unicodeScalars {
      if word.append(scalar) { continue }
      take(word)
      word = Word()
    }
    take(word)
    if let number { stems.insert(number) }
    return stems
  }

  /// A word while it is read.
  private struct Word {
    private static let offset: UInt64 = 0xCBF2_9CE4_8422_2325
    private static let prime: UInt64 = 0x100_0000_01B3
    private static let stemLength = 5
    private static let shortest = 4

    private(set) var whole = offset
    private var beginning = offset
    /// The hash of the first four letters.
    private var shortBeginning = offset
    private var length = 0
    /// The last three letters, one a byte; letters beyond ASCII as 0.
    private var ending: UInt32 = 0
    private(set) var isNumber = true

    /// Takes the next letter or digit, in its lower case; `false` where `scalar` is neither.
    mutating func append(_ scalar: Unicode.Scalar) -> Bool {
      switch scalar {
      case "a"..."z": add(scalar.value, isDigit: false)
      case "A"..."Z": add(scalar.value + 32, isDigit: false)
      case "0"..."9": add(scalar.value, isDigit: true)
      case _ where scalar.isASCII: return false
      default:
        let properties = scalar.properties
        guard properties.isAlphabetic || properties.numericType != nil || properties.generalCategory == .nonspacingMark
        else { return false }
        for lower in properties.lowercaseMapping.unicodeScalars {
          add(lower.value, isDigit: properties.numericType != nil)
        }
      }
      return true
    }

    private mutating func add(_ letter: UInt32, isDigit: Bool) {
      whole = (whole ^ UInt64(letter)) &* Self.prime
      length += 1
      if length <= Self.stemLength { beginning = whole }
      if length <= Self.shortest { shortBeginning = whole }
      ending = ending << 8 & 0xFF_FFFF | (letter < 0x80 ? letter : 0)
      isNumber = isNumber && isDigit
    }

    var isEmpty: Bool { length == 0 }

    var isMonth: Bool { ContentWords.months.contains(whole) }

    /// `nil` for what carries no matter.
    var stem: UInt64? {
      guard length > 0, isNumber || length >= Self.shortest && !ContentWords.small.contains(whole) else { return nil }
      return isFormOfShortWord ? shortBeginning : beginning
    }

    /// "Lifts", "moved", "lifted", "lifting": a word of four letters with an ending.
    private var isFormOfShortWord: Bool {
      let (third, second, last) = (ending >> 16, ending >> 8 & 0xFF, ending & 0xFF)
      func isLetter(_ value: UInt32, _ letter: Unicode.Scalar) -> Bool { value == letter.value }
      return switch length - Self.shortest {
      case 1: isLetter(last, "s") || isLetter(second, "e") && isLetter(last, "d")
      case 2: isLetter(second, "e") && isLetter(last, "d")
      case 3: isLetter(third, "i") && isLetter(second, "n") && isLetter(last, "g")
      default: false
      }
    }
  }

  /// Words that carry no matter, the names of days and months among them.
  private static let small =
    hashes(SmallWords.all)
    .union(hashes(["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"])).union(months)

  private static let months = hashes([
    "january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november",
    "december",
  ])

  private static func hashes(_ words: some Sequence<String>) -> Set<UInt64> {
    Set(
      words.map { text in
        var word = Word()
        for scalar in text.unicodeScalars { _ = word.append(scalar) }
        return word.whole
      })
  }
}
