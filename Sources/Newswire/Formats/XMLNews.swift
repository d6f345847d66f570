/// News in XML: feeds, NewsML-G2 and NITF, told apart by their root.
enum XMLNews {
  /// The names of roots that are news, without prefixes.
  static let roots: Set<String> = [
    "rss", "RDF", "feed", "entry", "nitf", "newsItem", "newsMessage", "itemSet", "packageItem", "conceptItem",
    "knowledgeItem", "planningItem",
  ]

  /// The items, then what is wrong with the document, if anything is; and how much in it was no text.
  static func items(
    _ bytes: [UInt8], origin: Origin
  ) throws(NewswireError) -> (items: [Result<NewsItem, NewswireError>], skipped: Int) {
    let (root, fault) = try XMLReader.root(of: bytes, origin: origin)
    let end: [Result<NewsItem, NewswireError>] = fault.map { [.failure($0)] } ?? []
    switch root.name {
    case "rss", "RDF": return (RSS(root: root, origin: origin).items() + end, 0)
    case "feed", "entry": return (Atom(root: root, origin: origin).items() + end, 0)
    case "nitf":
      if let fault { throw fault }
      return ([.success(try NITF(root: root, origin: origin).item())], 0)
    case let name where roots.contains(name):
      let (items, skipped) = NewsML(root: root, origin: origin).items()
      return (items + end, skipped)
    case _ where origin.isFound: return ([], 1)
    case let name:
      throw origin.error("is XML of another kind (“\(name)”); news comes as RSS, Atom, NewsML-G2, NITF or XHTML")
    }
  }
}
