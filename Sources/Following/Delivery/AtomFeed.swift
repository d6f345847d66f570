/// A feed in the Atom Syndication Format (RFC 4287).
public struct AtomFeed: Sendable {
  /// An IRI that never changes.
  public var id: String
  public var title: String
  /// RFC 3339, such as `2018-09-11T08:30:00Z`.
  public var updated: String
  /// Who makes the feed.
  public var author: String
  public var entries: [Entry] = []

  public struct Entry: Sendable {
    /// An IRI that never changes.
    public var id: String
    public var title: String
    /// RFC 3339.
    public var updated: String
    public var category: String
    /// The web address of what it tells of; others are left out.
    public var link: String?
    public var text: String

    public init(id: String, title: String, updated: String, category: String, link: String?, text: String) {
      self.id = id
      self.title = title
      self.updated = updated
      self.category = category
      self.link = link
      self.text = text
    }
  }

  public init(id: String, title: String, updated: String, author: String) {
    self.id = id
    self.title = title
    self.updated = updated
    self.author = author
  }

  /// The document.
  public var bytes: [UInt8] {
    var xml = """
      <?xml version="1.0" encoding="utf-8"?>
      <feed xmlns="http://www.w3.org/2005/Atom">
        <id>\(Self.escaped(id))</id>
        <title>\(Self.escaped(title))</title>
        <updated>\(Self.escaped(updated))</updated>
        <author><name>\(Self.escaped(author))</name></author>
        <generator>\(Self.escaped(author))</generator>

      """
    for entry in entries {
      xml += "  <entry>\n"
      xml += "    <id>\(Self.escaped(entry.id))</id>\n"
      xml += "    <title>\(Self.escaped(entry.title))</title>\n"
      xml += "    <updated>\(Self.escaped(entry.updated))</updated>\n"
      xml += "    <category term=\"\(Self.escaped(entry.category))\"/>\n"
      if let link = entry.link, Self.isWebAddress(link) { xml += "    <link href=\"\(Self.escaped(link))\"/>\n" }
      xml += "    <content type=\"text\">\(Self.escaped(entry.text))</content>\n"
      xml += "  </entry>\n"
    }
    return Array((xml + "</feed>\n").utf8)
  }

  private static func isWebAddress(_ text: String) -> Bool {
    (text.hasPrefix("http://") || text.hasPrefix("https://"))
      && text.unicodeScalars.allSatisfy { $0.value > 0x20 && !"<>\"{}|\\^`".unicodeScalars.contains($0) }
  }

  /// Text as XML 1.0 can hold it: without the characters that it has no form for.
  private static func escaped(_ text: String) -> String {
    var result = ""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "&": result += "&amp;"
      case "<": result += "&lt;"
      case ">": result += "&gt;"
      case "\"": result += "&quot;"
      case "\t", "\n", "\r": result.unicodeScalars.append(scalar)
      default: if scalar.value >= 0x20, scalar.value & 0xFFFE != 0xFFFE { result.unicodeScalars.append(scalar) }
      }
    }
    return result
  }
}
