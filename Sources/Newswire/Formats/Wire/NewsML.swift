/// IPTC's NewsML-G2: a news item by itself, or several in a news message.
struct NewsML {
  let root: XMLElement
  let origin: Origin

  /// The news items, and how many others (pictures, packages, concepts) there are.
  func items() -> (items: [Result<NewsItem, NewswireError>], skipped: Int) {
    var items: [Result<NewsItem, NewswireError>] = []
    var skipped = 0
    for element in all("newsItem") where element.isWhole {
      let kind = element.child("itemMeta", "itemClass")?["qcode"]?.withoutPrefix ?? "text"
      if kind == "text" || kind == "composite" {
        items.append(Result { () throws(NewswireError) in try item(element) })
      } else {
        skipped += 1
      }
    }
    for name in ["packageItem", "conceptItem", "knowledgeItem", "planningItem"] { skipped += all(name).count }
    return (items, skipped)
  }

  private func all(_ name: String) -> [XMLElement] { root.name == name ? [root] : root.descendants(name) }

  private func item(_ element: XMLElement) throws(NewswireError) -> NewsItem {
    let item = element.child("itemMeta")
    let content = element.child("contentMeta")
    func date(_ parent: XMLElement?, _ name: String) -> String? {
      parent?.child(name)?.words.flatMap { NewsDate.iso($0) }
    }
    func names(_ name: String) -> String? { Feed.joined(content?.children(name).compactMap(self.name) ?? []) }

    var metadata = ArticleReader.Metadata()
    metadata.ref = element["guid"]
    metadata.uri = link(of: item)
    metadata.version = element["version"]
    metadata.title = content?.child("headline")?.words ?? item?.child("title")?.words
    metadata.byline = Feed.joined(content?.children("by").compactMap(\.words) ?? []) ?? names("creator")
    metadata.agency = names("infoSource") ?? content?.child("creditline")?.words
    metadata.publisher = item?.child("provider").flatMap(name)
    metadata.language = content?.child("language")?["tag"] ?? element["xml:lang"]
    metadata.published = date(content, "contentCreated") ?? date(item, "firstCreated") ?? date(item, "versionCreated")
    metadata.modified = date(content, "contentModified") ?? date(item, "versionCreated")
    metadata.embargo = date(item, "embargoed")
    metadata.status = Ninjs.status(item?.child("pubStatus").flatMap { $0["qcode"] ?? $0["uri"] ?? $0.words })

    let set = element.child("contentSet")
    if let inner = body(of: set) {
      metadata.fill(from: inner.metadata)
      return NewsItem(text: inner.text, metadata: metadata)
    }
    if metadata.status == .canceled { return NewsItem(text: "", metadata: metadata) }
    if let summary = content?.child("description").flatMap({ Markup.text(of: $0) }) {
      metadata.isSummary = true
      return NewsItem(text: summary, metadata: metadata)
    }
    let place = set?.child("remoteContent")?["href"].map { "; its text is at \($0), fetch that" } ?? ""
    throw NewswireError(
      source: origin.source, line: element.line, message: "the news item \(metadata.ref ?? "") has no text\(place)")
  }

  /// What the content set holds itself, with what an NITF document in it says.
  private func body(of set: XMLElement?) -> NewsItem? {
    for inline in set?.children("inlineXML") ?? [] {
      guard let child = inline.children.first else { continue }
      if child.name == "nitf" {
        if let inner = try? NITF(root: child, origin: origin).item() { return inner }
      } else if let text = Markup.text(of: child.child("body") ?? child) {
        return NewsItem(text: text)
      }
    }
    for data in set?.children("inlineData") ?? [] {
      let type = data["contenttype"] ?? "text/plain"
      guard type.hasPrefix("text/") else { continue }
      var words = data.text
      if data["encoding"]?.lowercased().hasSuffix("base64") == true {
        words = String(decoding: TransferEncoding.base64(Array(words.utf8)[...]), as: UTF8.self)
      }
      let text = type == "text/html" ? Markup.text(ofHTML: words) : words.trimmed
      if let text { return NewsItem(text: text) }
    }
    return nil
  }

  private func link(of item: XMLElement?) -> String? {
    item?.children("link").first { $0["rel"]?.withoutPrefix == "alternate" }?["href"] ?? origin.uri
  }

  /// What a party is called: its name, its literal, or else its code without the scheme.
  private func name(_ party: XMLElement) -> String? {
    party.child("name")?.words ?? party["literal"] ?? party["qcode"]?.withoutPrefix
  }
}

extension ArticleReader.Metadata {
  /// Takes from `other` what is not known yet.
  mutating func fill(from other: Self) {
    ref = ref ?? other.ref
    for (_, path) in JSONLine.fields where self[keyPath: path] == nil { self[keyPath: path] = other[keyPath: path] }
    isSummary = isSummary || other.isSummary
    if status == .usable { status = other.status }
  }
}
