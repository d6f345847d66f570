/// What a page says of its article in JSON-LD (https://schema.org/Article).
struct LinkedData: Sendable, Equatable {
  var headline: String?
  var authors: [String] = []
  var published: String?
  var modified: String?
  var publisher: String?
  var language: String?
  var isBasedOn: String?
  var body: String?

  /// Reads the first article among the `scripts`, the contents of a page's `application/ld+json` elements; `nil` where there is none.
  init?(_ scripts: [ArraySlice<UInt8>]) {
    for script in scripts {
      guard let value = try? JSONValue(Array(Self.json(in: script)), depth: 64),
        let article = Self.article(in: value, depth: 8)
      else { continue }
      headline = Self.line(article["headline"]) ?? Self.line(article["name"])
      authors = Self.names(article["author"]) + (article["author"] == nil ? Self.names(article["creator"]) : [])
      published = Self.line(article["datePublished"]) ?? Self.line(article["dateCreated"])
      modified = Self.line(article["dateModified"])
      publisher = Self.names(article["publisher"]).first ?? Self.names(article["sourceOrganization"]).first
      language = Self.line(article["inLanguage"])
      isBasedOn = Self.address(article["isBasedOn"])
      if case .string(let text)? = article["articleBody"] { body = text }
      return
    }
    return nil
  }

  /// The script without the comment marks and the semicolon that some put around it.
  private static func json(in script: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
    guard let start = script.firstIndex(where: { $0 == UInt8(ascii: "{") || $0 == UInt8(ascii: "[") }),
      let end = script.lastIndex(where: { $0 == UInt8(ascii: "}") || $0 == UInt8(ascii: "]") }), start < end
    else { return [] }
    return script[start...end]
  }

  private static func article(in value: JSONValue, depth: Int) -> [String: JSONValue]? {
    guard depth > 0 else { return nil }
    switch value {
    case .array(let values):
      for value in values { if let found = article(in: value, depth: depth - 1) { return found } }
    case .object(let object):
      if isArticle(object["@type"]) { return object }
      for key in ["@graph", "mainEntity", "mainEntityOfPage"] {
        if let inner = object[key], let found = article(in: inner, depth: depth - 1) { return found }
      }
    default: break
    }
    return nil
  }

  /// Article, NewsArticle, ReportageNewsArticle, BlogPosting, LiveBlogPosting, Report and the like.
  private static func isArticle(_ type: JSONValue?) -> Bool {
    switch type {
    case .string(let name)?: name.hasSuffix("Article") || name.hasSuffix("Posting") || name == "Report"
    case .array(let types)?: types.contains { isArticle($0) }
    default: false
    }
  }

  private static func line(_ value: JSONValue?) -> String? {
    switch value {
    case .string(let text)?:
      let line = PageText.line(of: Array(text.utf8)[...])
      return line.isEmpty ? nil : line
    case .array(let values)?: return values.lazy.compactMap { line($0) }.first
    case .object(let object)?: return line(object["name"]) ?? line(object["@value"])
    default: return nil
    }
  }

  /// The names of one or several persons or organizations.
  private static func names(_ value: JSONValue?) -> [String] {
    switch value {
    case .array(let values)?: values.flatMap { names($0) }
    case .object(let object)?: line(object["name"]).map { [$0] } ?? []
    case .string?: line(value).map { [$0] } ?? []
    default: []
    }
  }

  private static func address(_ value: JSONValue?) -> String? {
    switch value {
    case .string(let text)?: text.isEmpty ? nil : text
    case .array(let values)?: values.lazy.compactMap { address($0) }.first
    case .object(let object)?: address(object["url"]) ?? address(object["@id"])
    default: nil
    }
  }
}
