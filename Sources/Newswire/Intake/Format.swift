/// The format of a document or container, told by its first bytes.
enum Format: Sendable, Equatable {
  case plainText
  case html
  case xml
  /// One JSON object or array.
  case json
  case jsonLines
  case mail
  case mailbox
  case warc
  case arc
  case gzip
  case zip
  /// Another format, with what to do about it.
  case foreign(String)

  /// How many bytes of the beginning ``init(_:name:)`` looks at.
  static let head = 8192

  /// - Parameters:
  ///   - bytes: the document's beginning.
  ///   - name: its name, which decides only where the bytes leave it open.
  init(_ bytes: ArraySlice<UInt8>, name: String) {
    if let binary = Self.binary(bytes) {
      self = binary
      return
    }
    var head = Array(bytes)
    if let (encoding, length) = TextEncoding.marked(bytes) {
      head = Array((encoding.decode(bytes.dropFirst(length)) ?? "").utf8)
    } else if let wide = TextEncoding.unmarked(bytes) {
      head = Array((wide.decode(bytes) ?? "").utf8)
    }
    let isLineFile = name.hasSuffix(".jsonl") || name.hasSuffix(".ndjson")
    let text = head.drop { $0 <= 0x20 }
    switch text.first {
    case UInt8(ascii: "{"):
      let next = text.dropFirst().first { $0 > 0x20 }
      self = isLineFile || next == UInt8(ascii: "\"") || next == UInt8(ascii: "}") ? .jsonLines : .plainText
    case UInt8(ascii: "["):
      self = !isLineFile && text.dropFirst().first { $0 > 0x20 } == UInt8(ascii: "{") ? .json : .plainText
    case UInt8(ascii: "<"): self = Self.markup(text) ?? .plainText
    case UInt8(ascii: "W") where Self.isWARC(text): self = .warc
    case UInt8(ascii: "f") where text.starts(with: "filedesc://".utf8): self = .arc
    case UInt8(ascii: "F") where head.starts(with: "From ".utf8) && Self.isMailbox(text): self = .mailbox
    default: self = Self.isMail(text) ? .mail : .plainText
    }
    if isLineFile, self == .plainText { self = .jsonLines }
  }

  private static func binary(_ bytes: ArraySlice<UInt8>) -> Format? {
    if bytes.starts(with: [0x1F, 0x8B]) { return .gzip }
    if bytes.starts(with: [0x50, 0x4B, 3, 4]) || bytes.starts(with: [0x50, 0x4B, 5, 6]) { return .zip }
    if bytes.starts(with: "%PDF-".utf8) { return .foreign("is PDF; save it as text first: pdftotext FILE.pdf") }
    if bytes.starts(with: "{\\rtf".utf8) { return .foreign("is RTF; save it as plain text or HTML first") }
    if bytes.starts(with: [0xD0, 0xCF, 0x11, 0xE0]) {
      return .foreign("is a file of an old office program; save it as plain text or HTML first")
    }
    if bytes.starts(with: "BZh".utf8), bytes.dropFirst(4).starts(with: [0x31, 0x41, 0x59, 0x26]) {
      return .foreign("is packed with bzip2; unpack it first: bunzip2 FILE")
    }
    if bytes.starts(with: [0xFD, 0x37, 0x7A, 0x58, 0x5A]) {
      return .foreign("is packed with xz; unpack it first: unxz FILE")
    }
    if bytes.starts(with: [0x28, 0xB5, 0x2F, 0xFD]) {
      return .foreign("is packed with zstd; unpack it first: unzstd FILE")
    }
    return nil
  }

  /// HTML or XML by the first element; `nil` where there is no sign of either.
  private static func markup(_ head: ArraySlice<UInt8>) -> Format? {
    var rest = head
    var isXML = false
    while let start = rest.firstIndex(of: UInt8(ascii: "<")) {
      // Text before the first element is no document's.
      guard rest[..<start].allSatisfy({ $0 <= 0x20 }) else { return nil }
      rest = rest[(start + 1)...]
      if rest.starts(with: "!--".utf8) {
        guard let end = rest.end(of: "-->") else { return isXML ? .xml : .html }
        rest = rest[end...]
      } else if rest.first == UInt8(ascii: "?") {
        isXML = isXML || rest.starts(with: "?xml".utf8)
        guard let end = rest.end(of: "?>") else { return isXML ? .xml : nil }
        rest = rest[end...]
      } else if rest.first == UInt8(ascii: "!") {
        let words = String(decoding: rest.prefix(40), as: UTF8.self).lowercased().split(whereSeparator: \.isWhitespace)
        guard words.first == "!doctype" else { return isXML ? .xml : nil }
        if words.dropFirst().first?.hasPrefix("html") == true { return .html }
        return .xml
      } else {
        let name = String(
          decoding: rest.prefix { $0 > 0x20 && $0 != UInt8(ascii: ">") && $0 != UInt8(ascii: "/") }, as: UTF8.self)
        let local = name.withoutPrefix
        if htmlNames.contains(local.lowercased()), !XMLNews.roots.contains(local) { return .html }
        return isXML || XMLNews.roots.contains(local) ? .xml : nil
      }
    }
    return isXML ? .xml : nil
  }

  /// Elements with which pages and pieces of pages begin.
  private static let htmlNames: Set<String> = [
    "html", "head", "body", "title", "meta", "link", "script", "style", "div", "p", "article", "section", "main",
    "header",
    "h1", "h2", "table", "span", "a", "br", "center", "font", "b", "i", "strong", "em", "ul", "ol", "base", "nav",
  ]

  private static func isWARC(_ head: ArraySlice<UInt8>) -> Bool {
    let rest = head.dropFirst(5)
    return head.starts(with: "WARC/".utf8) && rest.first.map { 0x30...0x39 ~= $0 } == true
  }

  /// Whether a line of an mbox is followed by a mail's fields.
  private static func isMailbox(_ head: ArraySlice<UInt8>) -> Bool {
    guard let end = head.firstIndex(of: 0x0A) else { return false }
    return isMail(head[(end + 1)...], wantsTransport: false)
  }

  /// Whether the bytes are a mail: two of the fields that mails have, no line before them that is none, and if
  /// `wantsTransport` one that only programs write, since people write "From:" and "Subject:" too.
  private static func isMail(_ head: ArraySlice<UInt8>, wantsTransport: Bool = true) -> Bool {
    var count = 0
    var hasTransport = false
    var isFirst = true
    for var line in head.split(separator: 0x0A, omittingEmptySubsequences: false).prefix(200) {
      if line.last == 0x0D { line = line.dropLast() }
      if line.isEmpty { break }
      if line.first == 0x20 || line.first == 0x09 {
        if isFirst { return false }
        continue
      }
      isFirst = false
      let name = line.prefix { $0 > 0x20 && $0 != UInt8(ascii: ":") && $0 < 0x7F }
      // The last line may be cut off by the end of what is looked at.
      guard !name.isEmpty, name.endIndex == line.endIndex || line[name.endIndex] == UInt8(ascii: ":") else { break }
      let lower = String(decoding: name, as: UTF8.self).lowercased()
      if ["from", "to", "subject", "date", "sender", "list-id"].contains(lower) { count += 1 }
      if transportFields.contains(lower) {
        count += 1
        hasTransport = true
      }
    }
    return count >= 2 && (hasTransport || !wantsTransport)
  }

  private static let transportFields: Set<String> = [
    "received", "return-path", "message-id", "mime-version", "delivered-to", "dkim-signature", "x-received",
    "content-type", "authentication-results", "arc-seal", "x-mailer",
  ]
}

extension ArraySlice<UInt8> {
  /// The index behind the first occurrence of `mark`.
  func end(of mark: String) -> Int? { LinePattern.end(of: Array(mark.utf8), in: self) }
}
