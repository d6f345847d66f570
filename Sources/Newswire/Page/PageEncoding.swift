/// Finds out in which encoding a page is, and turns it into UTF-8.
enum PageEncoding {
  /// How much of a page is searched for what it says of its encoding, in bytes; browsers look at 1,024.
  private static let head = 4_096

  /// `bytes` in UTF-8, by the byte order mark, `charset`, the page's own word, or else their look.
  ///
  /// - Parameter charset: the name of the encoding in the HTTP header, which stands above the page's own word.
  static func utf8(_ bytes: [UInt8], charset: String?) -> [UInt8] {
    if let (encoding, length) = TextEncoding.marked(bytes[...]) { return decoded(bytes.dropFirst(length), encoding) }
    // What holds as UTF-8 is UTF-8, whatever it says; but for escapes, by which Japanese mail and pages once shifted.
    let isUTF8 = String(validating: bytes, as: UTF8.self) != nil
    if isUTF8, !bytes.contains(0x1B) { return bytes }
    let label = charset ?? declared(in: bytes)
    // A page whose ASCII says that it is UTF-16 is not.
    let encoding = label.map { TextEncoding($0) }.flatMap { $0.name.hasPrefix("utf-16") ? nil : $0 }
    return decoded(bytes[...], encoding ?? (isUTF8 ? .utf8 : .windows1252))
  }

  private static func decoded(_ bytes: ArraySlice<UInt8>, _ encoding: TextEncoding) -> [UInt8] {
    Array((encoding.decode(bytes) ?? TextEncoding.windows1252.decode(bytes) ?? "").utf8)
  }

  /// What the page says: `charset=` of a `meta` element, else `encoding=` of an XML declaration.
  private static func declared(in bytes: [UInt8]) -> String? {
    let head = bytes.prefix(Self.head)
    var xml: String?
    var at = head.startIndex
    while at < head.endIndex {
      defer { at += 1 }
      guard head[at] == UInt8(ascii: "<") else { continue }
      let rest = head[(at + 1)...]
      if rest.starts(with: "?xml".utf8) {
        xml = value(after: "encoding", in: rest.prefix { $0 != UInt8(ascii: ">") })
      } else if rest.prefix(4).equalsIgnoringCase("meta") {
        if let name = value(after: "charset", in: rest.prefix { $0 != UInt8(ascii: ">") }) { return name }
      }
    }
    return xml
  }

  /// The word after `key` and an equals sign, with or without quotation marks.
  private static func value(after key: StaticString, in tag: ArraySlice<UInt8>) -> String? {
    let count = key.utf8CodeUnitCount
    guard tag.count > count else { return nil }
    for start in tag.startIndex..<(tag.endIndex - count) where tag[start..<start + count].equalsIgnoringCase(key) {
      let rest = tag[(start + count)...].drop { $0.isHTMLSpace }
      guard rest.first == UInt8(ascii: "=") else { continue }
      let word = rest.dropFirst().drop { $0.isHTMLSpace || $0 == UInt8(ascii: "\"") || $0 == UInt8(ascii: "'") }
        .prefix {
          $0.isASCIILetter || $0.isASCIIDigit || [UInt8(ascii: "-"), UInt8(ascii: "_"), UInt8(ascii: ":")].contains($0)
        }
      if !word.isEmpty { return String(decoding: word, as: UTF8.self) }
    }
    return nil
  }
}
