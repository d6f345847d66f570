/// What a page says about its article beside the article's text.
struct PageMetadata: Sendable {
  private var linkedData: LinkedData?
  /// The contents of `meta` elements by their name or property in lower case; the first where there are several.
  private var meta: [String: String] = [:]
  private var metaAuthors: [String] = []
  private var canonical: String?
  private var documentTitle: String?
  private var headings: [String] = []
  private var time: String?
  private var markedTime: String?
  private var markedAuthors: [String] = []
  private var namedAuthor: String?
  private var dateLine: String?
  private let documentLanguage: String?
  private let address: String?

  /// - Parameters:
  ///   - comments: the elements that hold what readers wrote, in the order of the page: their authors and dates are not the article's.
  ///   - uri: where the page was found.
  init(_ tree: HTMLTree, comments: [Int], uri: String?) {
    address = uri
    documentLanguage = tree.value("lang", of: 0) ?? tree.value("xml:lang", of: 0)
    var scripts: [ArraySlice<UInt8>] = []
    var comments = comments[...]
    var foreignEnd = 0
    for (index, node) in tree.nodes.enumerated() {
      while let next = comments.first, next <= index {
        foreignEnd = max(foreignEnd, Int(tree.nodes[next].end))
        comments.removeFirst()
      }
      switch node.tag {
      case .meta: readMeta(tree, index)
      case .link: readLink(tree, index)
      case .script:
        if Int(node.end) > index + 1,
          tree.attribute("type", of: index)?.equalsIgnoringCase("application/ld+json") ?? false
        {
          scripts.append(tree.bytes[tree.nodes[index + 1].range])
        }
      case .title: documentTitle = documentTitle ?? tree.line(of: index)
      case .h1:
        let heading = tree.line(of: index)
        if headings.count < 8, !heading.isEmpty { headings.append(heading) }
      case .time where index >= foreignEnd: readTime(tree, index)
      // Who is quoted has not written it.
      case .blockquote: foreignEnd = max(foreignEnd, Int(node.end))
      case .a, .span, .div, .p, .address, .cite, .b, .strong, .li, .em, .h2, .h3, .h4, .h5, .h6, .td, .dd, .small,
        .abbr:
        if index >= foreignEnd { readCredit(tree, index) }
      default: break
      }
    }
    linkedData = LinkedData(scripts)
  }

  // MARK: Reading

  private mutating func readMeta(_ tree: HTMLTree, _ index: Int) {
    guard let content = tree.value("content", of: index), !content.isEmpty else { return }
    for key in ["property", "name", "itemprop", "http-equiv"] as [StaticString] {
      guard let name = tree.value(key, of: index)?.lowercased(), !name.isEmpty else { continue }
      if meta[name] == nil { meta[name] = content }
      if Self.authorNames.contains(name), metaAuthors.count < 20, !metaAuthors.contains(content) {
        metaAuthors.append(content)
      }
    }
  }

  private mutating func readLink(_ tree: HTMLTree, _ index: Int) {
    if canonical == nil, tree.attribute("rel", of: index)?.equalsIgnoringCase("canonical") ?? false {
      canonical = tree.value("href", of: index)
    }
  }

  private mutating func readTime(_ tree: HTMLTree, _ index: Int) {
    guard time == nil || markedTime == nil,
      let date = tree.value("datetime", of: index).flatMap(PageDate.iso)
        ?? PageDate.iso(tree.line(of: index, limit: 200))
    else { return }
    time = time ?? date
    let property = tree.value("itemprop", of: index)?.lowercased() ?? ""
    let isMarked =
      property == "datepublished" || tree.attribute("pubdate", of: index) != nil
      || hasWord(["published", "pubdate"], tree.attribute("class", of: index))
    if isMarked { markedTime = markedTime ?? date }
  }

  /// Reads an element that may name the author or the date.
  private mutating func readCredit(_ tree: HTMLTree, _ index: Int) {
    var isMarked = false
    var isNamed = false
    var isDate = false
    tree.forEachAttribute(of: index) { name, value in
      let name = tree.bytes[name]
      let value = tree.bytes[value]
      if name.equalsIgnoringCase("rel") {
        isMarked = isMarked || value.equalsIgnoringCase("author")
      } else if name.equalsIgnoringCase("itemprop") {
        isMarked = isMarked || value.equalsIgnoringCase("author")
        isDate = isDate || value.equalsIgnoringCase("datePublished")
      } else if name.equalsIgnoringCase("class") {
        isNamed = isNamed || hasWord(Self.authorWords, value)
        isDate = isDate || hasWord(Self.dateWords, value)
      }
      return true
    }
    if isDate, dateLine == nil { readDateLine(tree, index) }
    guard isMarked ? markedAuthors.count < 8 : isNamed && namedAuthor == nil else { return }
    let line = name(tree, index)
    guard (2...100).contains(line.utf8.count) else { return }
    if !isMarked {
      namedAuthor = line
    } else if !markedAuthors.contains(line) {
      markedAuthors.append(line)
    }
  }

  private mutating func readDateLine(_ tree: HTMLTree, _ index: Int) {
    let given = (tree.value("content", of: index) ?? tree.value("title", of: index)).flatMap(PageDate.iso)
    let line = tree.line(of: index, limit: 300)
    // Clocks of twelve hours and nameless zones: the day is what is sure.
    guard line.utf8.count <= 120, let date = given ?? PageDate.iso(line).map({ String($0.prefix(10)) }) else { return }
    dateLine = date
  }

  private static let authorWords = ["byline", "author"]
  private static let dateWords = [
    "date", "dateline", "published", "pubdate", "posted", "timestamp", "time", "datetime",
  ]

  /// The text of an author's element up to a piece with digits, which gives a date or an address.
  private func name(_ tree: HTMLTree, _ index: Int) -> String {
    var pieces: [String] = []
    for node in tree.descendants(of: index) where tree.nodes[node].tag == .text {
      if tree.bytes[tree.nodes[node].range].contains(where: \.isASCIIDigit) || pieces.count > 20 { break }
      let piece = PageText.line(of: tree.bytes[tree.nodes[node].range])
      if !piece.isEmpty, piece != "|" { pieces.append(piece) }
    }
    return pieces.joined(separator: " ").replacing(" ,", with: ",")
  }

  /// Whether one of `words` is a word of the class list `value`.
  private func hasWord(_ words: [String], _ value: ArraySlice<UInt8>?) -> Bool {
    guard let value, value.count < 500 else { return false }
    return value.split { !$0.isASCIILetter }.contains { part in
      words.contains { $0.utf8.count == part.count && zip(part, $0.utf8).allSatisfy { $0.lowercasedASCII == $1 } }
    }
  }

  private static let authorNames: Set<String> = [
    "author", "article:author", "article:author_name", "parsely-author", "sailthru.author", "dc.creator",
    "dcterms.creator", "byl",
    "citation_author", "authors", "og:article:author",
  ]

  private func firstMeta(_ names: [String]) -> String? {
    for name in names { if let content = meta[name] { return content } }
    return nil
  }

  // MARK: Results

  /// The body of the article as JSON-LD has it.
  var body: String? { linkedData?.body }

  /// The headline: the page's top heading where its title agrees, else what the metadata say.
  ///
  /// - Parameter page: the text of the page, in which the headline stands on a line of its own.
  func title(in page: PageBlocks) -> String? {
    let given = [linkedData?.headline, firstMeta(["og:title", "twitter:title", "dc.title", "title"]), documentTitle]
      .compactMap {
        $0.flatMap { $0.isEmpty ? nil : $0 }
      }
    if let heading = onlyHeading(like: given.map(withoutPublisher)) { return heading }
    if given.count == 1, let line = documentTitle.flatMap({ part(of: $0, in: page) }) { return line }
    let keys = given.map(Self.key)
    let site = publisher.map(Self.key)
    var best: (heading: String, length: Int)?
    for heading in headings {
      let key = Self.key(heading)
      guard key.count >= 8, key != site, key.count > best?.length ?? 0 else { continue }
      if keys.contains(where: { LinePattern.end(of: key, in: $0[...]) != nil }) { best = (heading, key.count) }
    }
    if let best { return best.heading }
    return given.first.map(withoutPublisher) ?? headings.first
  }

  /// The page's one top heading, where it has words enough in common with a title of the page to be another wording of it.
  private func onlyHeading(like given: [String]) -> String? {
    guard let heading = headings.first, headings.allSatisfy({ $0 == heading }) else { return nil }
    func words(_ text: String) -> Set<[UInt8]> {
      Set(text.split(separator: " ").map { Self.key(String($0)) }.filter { $0.count > 1 })
    }
    let own = words(heading)
    return given.contains { own.intersection(words($0)).count >= 3 } ? heading : nil
  }

  /// The longest part of a page's title, of three words or more, that stands on a line of the page.
  private func part(of title: String, in page: PageBlocks) -> String? {
    var parts: [String] = []
    for mark in Self.titleMarks {
      let pieces = title.split(separator: mark)
      guard pieces.count > 1 else { continue }
      parts += [pieces.dropLast().joined(separator: mark), pieces.dropFirst().joined(separator: mark)]
    }
    parts.removeAll { $0.split(separator: " ").count < 3 }
    guard !parts.isEmpty else { return nil }
    let keys = Set(parts.map(Self.key))
    var found: Set<[UInt8]> = []
    for block in page.blocks where block.text.count <= 4 * title.utf8.count {
      for line in page.text[block.text].split(separator: 0x0A) {
        let key = Self.key(String(decoding: line, as: UTF8.self))
        if keys.contains(key) { found.insert(key) }
      }
    }
    return parts.filter { found.contains(Self.key($0)) }.max { $0.utf8.count < $1.utf8.count }
  }

  /// What stands between a headline and the name of its publisher.
  private static let titleMarks = [" | ", " - ", " – ", " — ", " : ", " :: ", " · ", ": "]

  /// Letters and digits in lower case: what has to be the same for two titles to be.
  static func key(_ text: String) -> [UInt8] {
    text.utf8.filter { $0 >= 0x80 || $0.isASCIILetter || $0.isASCIIDigit }.map(\.lowercasedASCII)
  }

  /// A title without " | Publisher", " - Publisher" at its end, where the metadata or the address have such a name.
  private func withoutPublisher(_ title: String) -> String {
    let names = [publisher, uri.map { String($0.split(separator: "/").dropFirst().first ?? "") }].compactMap {
      $0.map(Self.key)
    }
    for mark in Self.titleMarks.dropLast() {
      let parts = title.split(separator: mark)
      guard parts.count > 1, let last = parts.last.map({ Self.key(String($0)) }), last.count > 2 else { continue }
      if names.contains(where: {
        LinePattern.end(of: last, in: $0[...]) != nil || (!$0.isEmpty && last.starts(with: $0))
      }) {
        return parts.dropLast().joined(separator: mark)
      }
    }
    return title
  }

  /// Who wrote the article, with commas between several.
  var byline: String? {
    let candidates = [linkedData?.authors ?? [], metaAuthors, markedAuthors, namedAuthor.map { [$0] } ?? []]
    for names in candidates {
      // Who publishes is no author.
      let names = names.map(Self.name).map(withoutEmployer).filter { !$0.isEmpty && $0 != publisher }
      if !names.isEmpty {
        var distinct: [String] = []
        for name in names where !distinct.contains(name) { distinct.append(name) }
        return distinct.joined(separator: ", ")
      }
    }
    return nil
  }

  /// A name without the publisher's behind it: "Ana Berg, The Post".
  private func withoutEmployer(_ name: String) -> String {
    guard let publisher, name.hasSuffix(", " + publisher) else { return name }
    return String(name.dropLast(publisher.count + 2))
  }

  /// A name without "By" before it; empty where it is an address.
  private static func name(_ text: String) -> String {
    if text.contains("://") || text.hasPrefix("@") || text.hasPrefix("www.") { return "" }
    var words = text.split(separator: " ")
    // "By", "Posted by"
    if let by = words.prefix(2).firstIndex(where: { ["by", "by:"].contains($0.lowercased()) }) {
      words.removeFirst(by + 1)
    }
    return words.joined(separator: " ")
  }

  /// When the article came out by the markup, and which part of it says so.
  var published: (date: String, basis: HTMLPage.DateBasis)? {
    if let date = linkedData?.published.flatMap(PageDate.iso) { return (date, .linkedData) }
    for name in Self.dateNames { if let date = meta[name].flatMap(PageDate.iso) { return (date, .meta) } }
    if let date = markedTime ?? time { return (date, .timeElement) }
    if let dateLine { return (dateLine, .dateLine) }
    return nil
  }

  var dateInAddress: (date: String, basis: HTMLPage.DateBasis)? {
    (uri ?? address).flatMap(PageDate.inPath).map { ($0, .address) }
  }

  private static let dateNames = [
    "article:published_time", "og:published_time", "og:article:published_time", "article:published", "datepublished",
    "parsely-pub-date", "sailthru.date", "pubdate", "publishdate", "publish-date", "publish_date", "publication_date",
    "publicationdate", "cxenseparse:recs:publishtime", "date", "dc.date", "dc.date.issued", "dcterms.date",
    "dcterms.created",
    "dcterms.issued", "citation_publication_date", "article.published", "originalpublicationdate",
    "rnews:datepublished",
    "ptime", "displaydate", "dc.date.created", "datecreated", "article:created", "created", "creation_date",
    "article_date_original",
    "release_date",
  ]

  /// When the article was last changed.
  var modified: String? {
    if let date = linkedData?.modified.flatMap(PageDate.iso) { return date }
    let names = [
      "article:modified_time", "og:updated_time", "datemodified", "article:updated", "lastmod", "dcterms.modified",
      "last-modified", "dc.date.modified", "utime",
    ]
    for name in names { if let date = meta[name].flatMap(PageDate.iso) { return date } }
    return nil
  }

  var publisher: String? {
    let name =
      linkedData?.publisher
      ?? firstMeta([
        "og:site_name", "dc.publisher", "dcterms.publisher", "publisher", "application-name", "cre",
        "article:publisher",
      ])
    return name.flatMap { $0.contains("://") ? nil : $0 }
  }

  /// BCP 47.
  var language: String? {
    let found =
      documentLanguage ?? linkedData?.language
      ?? firstMeta(["og:locale", "content-language", "dc.language", "language"])
    guard let tag = found?.split(separator: ",").first.map({ String($0).replacing("_", with: "-") }),
      (2...12).contains(tag.utf8.count),
      tag.utf8.allSatisfy({ $0.isASCIILetter || $0.isASCIIDigit || $0 == UInt8(ascii: "-") })
    else { return nil }
    return tag
  }

  /// The address by which the page wants to be known, else that at which it was found.
  var uri: String? {
    for found in [canonical, meta["og:url"]] {
      if let found, found.hasPrefix("http://") || found.hasPrefix("https://"), !leadsHome(found) { return found }
    }
    return address
  }

  /// Whether `found` is the front page, while this page is not: a mistake of many.
  private func leadsHome(_ found: String) -> Bool {
    func hasPath(_ address: String) -> Bool {
      guard let start = address.firstRange(of: "://")?.upperBound, let slash = address[start...].firstIndex(of: "/")
      else {
        return false
      }
      return address[slash...].utf8.count > 1
    }
    return !hasPath(found) && (address.map(hasPath) ?? false)
  }

  /// The address of the text that this one repeats.
  var isBasedOn: String? { linkedData?.isBasedOn ?? firstMeta(["original-source", "syndication-source"]) }
}
