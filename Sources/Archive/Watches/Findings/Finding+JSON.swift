import Record

extension Finding {
  /// One line of JSON, as files and webhooks get it.
  public func json() -> [UInt8] {
    var writer = JSONWriter()
    writer.object {
      $0.field("id", id)
      $0.field("watch", watch)
      $0.field("kind", kind)
      $0.field("what", what)
      $0.field("day", day)
      if let before {
        $0.key("before")
        $0.object {
          $0.field("value", before.value)
          $0.field("reported", before.reported)
          $0.field("title", before.title)
          $0.field("publisher", before.publisher)
        }
      }
      $0.key("article")
      $0.object {
        $0.field("number", Int(source.article))
        $0.field("title", source.title)
        $0.field("publisher", source.publisher)
        $0.field("published", source.published)
        $0.field("uri", source.uri)
      }
      $0.key("characters")
      $0.array([span.start, span.end]) { $0.number($1) }
      $0.field("words", words)
    }
    return writer.bytes
  }

  /// Reads what ``json()`` writes; `nil` where it is something else.
  init?(json: [UInt8]) {
    guard let value = try? JSONValue(json), let id = value["id"]?.string, let watch = value["watch"]?.string,
      let kind = (value["kind"]?.string).flatMap(Kind.init), let article = value["article"],
      let number = article["number"]?.integer, case .array(let ends)? = value["characters"], ends.count == 2,
      let start = ends[0].integer, let end = ends[1].integer
    else { return nil }
    self.init(
      id: id, watch: watch, kind: kind, what: value["what"]?.string ?? "", day: value["day"]?.string,
      source: FindingSource(
        article: Int64(number), title: article["title"]?.string, publisher: article["publisher"]?.string,
        published: article["published"]?.string, uri: article["uri"]?.string),
      span: Span(start: start, end: end), words: value["words"]?.string ?? "",
      before: value["before"].map {
        Before(
          value: $0["value"]?.string ?? "", reported: $0["reported"]?.string, title: $0["title"]?.string,
          publisher: $0["publisher"]?.string)
      })
  }
}
