/// The addresses of feeds as people keep them: a line each, `#` for a comment, or OPML as readers of feeds export it.
public enum FeedList {
  /// The addresses of a list, each once, in its order.
  public static func addresses(in text: String) -> [String] {
    var seen: Set<String> = []
    let isMarkup = text.first { !$0.isWhitespace && $0 != "\u{FEFF}" } == "<"
    return (isMarkup ? outlines(in: text) : lines(in: text)).filter { !$0.isEmpty && seen.insert($0).inserted }
  }

  private static func lines(in text: String) -> [String] {
    text.split(whereSeparator: \.isNewline).compactMap { line in
      // An address may hold a `#`; a comment stands at the begin of a line or after a space.
      let words = line.split(whereSeparator: \.isWhitespace)
      guard let first = words.first, !first.hasPrefix("#") else { return nil }
      return String(first.first == "\u{FEFF}" ? first.dropFirst() : first)
    }
  }

  /// The `xmlUrl` of each outline (OPML 2.0).
  private static func outlines(in text: String) -> [String] {
    text.split(separator: "<").filter { $0.hasPrefix("outline") }.compactMap { tag in
      guard let name = tag.firstRange(of: "xmlUrl") else { return nil }
      let rest = tag[name.upperBound...].drop { $0.isWhitespace || $0 == "=" }
      guard let quote = rest.first, quote == "\"" || quote == "'" else { return nil }
      return unescaped(rest.dropFirst().prefix { $0 != quote })
    }
  }

  private static func unescaped(_ text: Substring) -> String {
    var result = ""
    var rest = text
    while let character = rest.popFirst() {
      guard character == "&", let end = rest.firstIndex(of: ";") else {
        result.append(character)
        continue
      }
      switch rest[..<end] {
      case "amp", "#38": result += "&"
      case "quot", "#34": result += "\""
      case "apos", "#39": result += "'"
      case "lt", "#60": result += "<"
      case "gt", "#62": result += ">"
      default:
        result.append(character)
        continue
      }
      rest = rest[rest.index(after: end)...]
    }
    return result
  }
}
