/// Tells the furniture among the lines of a text from its story.
struct FurnitureClassifier {
  let lexicon: PressLexicon
  let utf8: [UInt8]

  /// Link titles after a heading such as "Related articles": at most so many, and so many bytes long.
  private static let mostLinks = 12
  private static let longestLink = 180

  /// For each of `lines` whether it is furniture.
  func furniture(among lines: [TextLines.Line]) -> [Bool] {
    var result = [Bool](repeating: false, count: lines.count)
    var linksLeft = 0
    var lower: [UInt8] = []
    for (index, line) in lines.enumerated() {
      guard line.range.count <= PressLexicon.longestFurniture else {
        linksLeft = 0
        continue
      }
      lowered(line.range, into: &lower)
      if lower.count <= 60, lexicon.sections.contains(heading(lower)) {
        result[index] = true
        linksLeft = Self.mostLinks
      } else if lexicon.isFurniture(lower[...]) || isResidue(line.range) || isPhotoCredit(line.range) {
        result[index] = true
      } else if linksLeft > 0, line.range.count <= Self.longestLink, !endsWithStop(line.range) {
        result[index] = true
        linksLeft -= 1
      } else {
        linksLeft = 0
      }
    }
    return result
  }

  /// The line in lower case (ASCII), with straight apostrophes and without bullets before it.
  private func lowered(_ range: Range<Int>, into lower: inout [UInt8]) {
    lower.removeAll(keepingCapacity: true)
    var at = range.lowerBound
    while at < range.upperBound, [UInt8(ascii: "*"), UInt8(ascii: ">"), UInt8(ascii: "#"), 0x20].contains(utf8[at]) {
      at += 1
    }
    while at < range.upperBound {
      let byte = utf8[at]
      if byte == 0xE2, at + 2 < range.upperBound, utf8[at + 1] == 0x80, utf8[at + 2] == 0x99 || utf8[at + 2] == 0x98 {
        lower.append(UInt8(ascii: "'"))
        at += 3
      } else {
        lower.append(byte >= 65 && byte <= 90 ? byte | 0x20 : byte)
        at += 1
      }
    }
  }

  /// A heading without the marks that close it.
  private func heading(_ lower: [UInt8]) -> String {
    var end = lower.count
    while end > 0, [UInt8(ascii: ":"), UInt8(ascii: "."), UInt8(ascii: ">"), 0x20].contains(lower[end - 1]) { end -= 1 }
    return String(decoding: lower[..<end], as: UTF8.self)
  }

  private func endsWithStop(_ range: Range<Int>) -> Bool {
    var end = range.upperBound
    while end > range.lowerBound {
      switch utf8[end - 1] {
      case UInt8(ascii: "."), UInt8(ascii: ","), UInt8(ascii: ":"), UInt8(ascii: ";"): return true
      case UInt8(ascii: "\""), UInt8(ascii: "'"), UInt8(ascii: ")"): end -= 1
      case 0x9D,
        0x99 where end - range.lowerBound >= 3 && utf8[end - 3] == 0xE2:
        end -= 3
      default: return false
      }
    }
    return false
  }

  /// Lines of marks only, addresses of the web or of mail, and handles.
  private func isResidue(_ range: Range<Int>) -> Bool {
    let line = utf8[range]
    guard let first = line.first else { return true }
    if range.count <= 80, !line.contains(where: { $0 >= 0x80 || $0 &- 48 < 10 || ($0 | 0x20) &- 97 < 26 }) {
      return first != UInt8(ascii: "(") || range.count < 6
    }
    guard range.count <= 200 else { return false }
    let words = line.split { $0 == 0x20 }
    if words.count == 1 {
      if first == UInt8(ascii: "@") { return true }
      if line.starts(with: "http://".utf8) || line.starts(with: "https://".utf8) || line.starts(with: "www.".utf8) {
        return true
      }
    }
    return words.count <= 6 && words.contains(where: isMailAddress)
  }

  private func isMailAddress(_ word: ArraySlice<UInt8>) -> Bool {
    guard let at = word.firstIndex(of: UInt8(ascii: "@")), at > word.startIndex else { return false }
    return word[at...].dropFirst().dropLast().contains(UInt8(ascii: "."))
  }

  /// A caption that closes with "[File: Name/Agency]" or "(Name/Agency)".
  private func isPhotoCredit(_ range: Range<Int>) -> Bool {
    guard let last = utf8[range].last, last == UInt8(ascii: "]") || last == UInt8(ascii: ")") else { return false }
    let opening = last == UInt8(ascii: "]") ? UInt8(ascii: "[") : UInt8(ascii: "(")
    guard let start = utf8[range].lastIndex(of: opening) else { return false }
    let content = utf8[(start + 1)..<(range.upperBound - 1)]
    guard content.count <= 80, content.contains(UInt8(ascii: "/")) else { return false }
    let parts = String(decoding: content, as: UTF8.self).split(separator: "/").map { part in
      let name = part.split(separator: ":").last ?? part
      return String(name.drop { $0 == " " })
    }
    let credited = parts.filter { lexicon.agencies[$0] != nil || lexicon.photoCredits.contains($0) }
    let named = parts.filter { lexicon.agencies[$0] == nil }
    return !credited.isEmpty && !named.isEmpty
  }
}
