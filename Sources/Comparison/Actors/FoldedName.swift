/// A name as it is compared: lower case, no diacritics, anything but letters and digits as blanks, without the article and
/// titles before it.
struct FoldedName: Sendable, Hashable {
  let words: [String]

  var text: String { words.joined(separator: " ") }

  private static let titles: Set<String> = ["mr", "mrs", "ms", "miss", "dr", "sir", "the"]

  /// - Parameter dropsInitials: whether single letters between the first and the last word are left out, as in
  ///   "George W. Bush".
  init(_ name: String, dropsInitials: Bool = false) {
    var words: [[UInt8]] = [[]]
    for scalar in name.unicodeScalars {
      switch FoldedScalar(scalar) {
      case .ascii(let byte): words[words.count - 1].append(byte)
      case .letter(let letter), .ideograph(let letter): words[words.count - 1] += letter
      case .mark: break
      // "O'Brien" and "OBrien" are one.
      case .other: if scalar != "'", scalar != "\u{2019}" { words.append([]) }
      }
    }
    var kept = words.filter { !$0.isEmpty }.map { String(decoding: $0, as: UTF8.self) }
    while kept.count > 1, Self.titles.contains(kept[0]) { kept.removeFirst() }
    if dropsInitials, kept.count > 2 {
      kept = [kept[0]] + kept[1..<kept.count - 1].filter { $0.utf8.count > 1 } + [kept[kept.count - 1]]
    }
    self.words = kept
  }
}
