internal import CXML

/// Reads XML into a tree, by libxml2: no network, no DTD, no entities but those that XML and HTML name.
enum XMLReader {
  /// Reads `bytes`.
  ///
  /// Bare ampersands, HTML's named characters and control characters, the commonest faults of feeds, are put right first.
  ///
  /// - Returns: the root, with what was whole before the fault, if there is one.
  /// - Throws: ``NewswireError`` where the document declares entities, nests too deep, has too many elements, or no root.
  static func root(
    of bytes: [UInt8], origin: Origin
  ) throws(NewswireError) -> (root: XMLElement, fault: NewswireError?) {
    _ = isLibraryReady
    let builder = XMLBuilder(limits: origin.limits)
    let fault = builder.parse(repaired(utf8(bytes, origin: origin))).map {
      NewswireError(
        source: origin.source, line: $0.line,
        message: "is no well-formed XML (\($0.message)); what was whole before that was read")
    }
    if let (message, line) = builder.refusal {
      throw NewswireError(source: origin.source, line: line, message: message)
    }
    guard let root = builder.finish() else { throw fault ?? origin.error("is XML without an element") }
    return (root, fault)
  }

  private static let isLibraryReady: Bool = {
    xmlInitParser()
    return true
  }()

  private static func utf8(_ bytes: [UInt8], origin: Origin) -> [UInt8] {
    if TextEncoding.marked(bytes[...]) == nil, let wide = TextEncoding.unmarked(bytes[...]) {
      return Array((wide.decode(bytes[...]) ?? "").utf8)
    }
    return WebPage.utf8(bytes, charset: origin.charset)
  }

  /// With `&amp;` for ampersands that begin no reference, characters for HTML's names, and without control characters.
  private static func repaired(_ utf8: [UInt8]) -> [UInt8] {
    var result: [UInt8] = []
    result.reserveCapacity(utf8.count + 256)
    var at = utf8.firstIndex { $0 > 0x20 } ?? utf8.count
    if utf8[at...].starts(with: [0xEF, 0xBB, 0xBF]) { at += 3 }
    var isLiteral = false
    while at < utf8.count {
      let byte = utf8[at]
      if isLiteral {
        if byte == UInt8(ascii: "]"), utf8[at...].starts(with: "]]>".utf8) { isLiteral = false }
      } else if byte == UInt8(ascii: "<") {
        isLiteral = utf8[at...].starts(with: "<![CDATA[".utf8)
      } else if byte == UInt8(ascii: "&") {
        let (words, end) = reference(in: utf8, at: at)
        result += words
        at = end
        continue
      }
      if byte >= 0x20 || byte == 0x09 || byte == 0x0A || byte == 0x0D { result.append(byte) }
      at += 1
    }
    return result
  }

  /// What is to stand for the ampersand at `start`, and where to go on: XML's own references stay, HTML's are the characters
  /// that they name, and all others are ampersands.
  private static func reference(in utf8: [UInt8], at start: Int) -> (words: ArraySlice<UInt8>, end: Int) {
    for name in ownReferences where utf8[(start + 1)...].starts(with: name) {
      let end = start + 1 + name.count
      return (utf8[start..<end], end)
    }
    guard let (scalar, end) = CharacterReferences.reference(in: utf8[...], at: start),
      utf8[end - 1] == UInt8(ascii: ";")
    else { return (Array("&amp;".utf8)[...], start + 1) }
    // What XML does not allow is left out.
    guard scalar.value >= 0x20 || scalar == "\t" || scalar == "\n" else { return ([], end) }
    // XML's marks would be taken for markup.
    if "&<>\"'".unicodeScalars.contains(scalar) { return (Array("&#\(scalar.value);".utf8)[...], end) }
    return (Array(UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter)[...], end)
  }

  private static let ownReferences = ["amp;", "lt;", "gt;", "quot;", "apos;"].map { Array($0.utf8) }
}
