/// IPTC's ninjs, 1.x to 3.x: the versions differ in the case of their keys and in where headline and body stand.
struct Ninjs {
  /// Keys in lower case and without underscores, so that `versioncreated` and `versionCreated` are one.
  private let fields: [String: JSONValue]
  private let origin: Origin

  /// `nil` where the object has none of ninjs's keys.
  init?(_ object: [String: JSONValue], origin: Origin) {
    fields = Self.normal(object)
    self.origin = origin
    let isNamed = Self.normal(fields["standard"])["name"]?.text?.lowercased() == "ninjs"
    let marks = [
      "bodies", "bodytext", "bodyxhtml", "bodyhtml", "headlines", "headline", "pubstatus", "versioncreated",
      "infosources",
    ]
    guard isNamed || (fields["uri"] != nil && marks.contains { fields[$0] != nil }) else { return nil }
  }

  func item() throws(NewswireError) -> NewsItem {
    var metadata = ArticleReader.Metadata()
    metadata.ref = string("uri")
    metadata.uri = metadata.ref.flatMap(Feed.address)
    metadata.version = string("version")
    metadata.title = headline
    metadata.byline = Markup.line(ofHTML: string("by") ?? string("byline"))
    let sources = names("infosources") + names("infosource")
    metadata.agency = Feed.joined(sources)
    metadata.publisher = string("copyrightholder") ?? string("source") ?? string("provider")
    metadata.language = string("language")
    metadata.published = date("contentcreated") ?? date("firstcreated") ?? date("versioncreated")
    metadata.modified = date("versioncreated")
    metadata.embargo = date("embargoeduntil") ?? date("embargoed")
    metadata.status = Self.status(string("pubstatus"))
    if let body {
      return NewsItem(text: body, metadata: metadata)
    }
    if let summary = described("descriptions") ?? described("description") ?? string("descriptiontext") {
      metadata.isSummary = true
      return NewsItem(text: summary, metadata: metadata)
    }
    if metadata.status == .canceled { return NewsItem(text: "", metadata: metadata) }
    let kind = string("type").map { " of type “\($0)”" } ?? ""
    throw origin.error("is a ninjs item\(kind) without a text; there is nothing to code")
  }

  static func status(_ code: String?) -> ArticleReader.Metadata.Status {
    switch code?.withoutPrefix.lowercased() {
    case "canceled", "cancelled": .canceled
    case "withheld", "embargoed": .withheld
    default: .usable
    }
  }

  private var headline: String? {
    list("headlines").lazy.compactMap { Markup.line(ofHTML: Self.normal($0)["value"]?.text) }.first
      ?? Markup.line(ofHTML: string("headline")) ?? Markup.line(ofHTML: string("title"))
  }

  private var body: String? {
    described("bodies") ?? fields["bodytext"]?.text?.trimmed
      ?? (fields["bodyxhtml"] ?? fields["bodyhtml"])?.text.flatMap { Markup.text(ofHTML: $0) }
  }

  /// The text of the first of the list's entries that has any; of several the one that is not a summary comes first.
  private func described(_ key: String) -> String? {
    let entries = list(key).map(Self.normal)
    let whole = entries.filter { !["summary", "teaser", "short"].contains($0["role"]?.text?.withoutPrefix ?? "") }
    return (whole + entries).lazy.compactMap { entry -> String? in
      guard let value = entry["value"]?.text else { return nil }
      return entry["contenttype"]?.text == "text/plain" ? value.trimmed : Markup.text(ofHTML: value)
    }.first
  }

  private func string(_ key: String) -> String? { fields[key]?.text?.onOneLine }

  private func date(_ key: String) -> String? { string(key).flatMap(NewsDate.iso) }

  private func list(_ key: String) -> [JSONValue] {
    if case .array(let values)? = fields[key] { values } else { [] }
  }

  private func names(_ key: String) -> [String] {
    list(key).compactMap { value in
      let fields = Self.normal(value)
      return (fields["name"] ?? fields["literal"])?.text?.onOneLine
    }
  }

  private static func normal(_ value: JSONValue?) -> [String: JSONValue] {
    if case .object(let object)? = value { normal(object) } else { [:] }
  }

  private static func normal(_ object: [String: JSONValue]) -> [String: JSONValue] {
    var result: [String: JSONValue] = [:]
    // In order, so that of keys that become the same the same one stays each time.
    for key in object.keys.sorted() { result[key.lowercased().filter { $0 != "_" }] = object[key] }
    return result
  }
}
