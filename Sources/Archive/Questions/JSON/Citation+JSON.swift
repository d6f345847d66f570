import Record

extension Citation {
  func write(into writer: inout JSONWriter) {
    writer.object { writer in
      writer.key("article")
      source.write(into: &writer)
      writer.key("span")
      writer.inline { writer in writer.array([span.start, span.end]) { $0.number($1) } }
      writer.field("words", words)
    }
  }
}

extension Source {
  func write(into writer: inout JSONWriter) {
    writer.object { writer in
      writer.field("id", Int(article))
      writer.field("document", document)
      writer.field("version", version)
      writer.field("ref", ref)
      writer.field("uri", uri)
      writer.field("title", title)
      writer.field("agency", agency)
      writer.field("publisher", publisher)
      writer.field("published", day)
    }
  }
}

extension JSONWriter {
  mutating func field(_ key: StaticString, _ citation: Citation?) {
    guard let citation else { return }
    self.key(key)
    citation.write(into: &self)
  }

  mutating func field(_ key: StaticString, _ actor: ActorReference?) {
    guard let actor else { return }
    self.key(key)
    write(actor)
  }

  mutating func field(_ key: StaticString, _ actors: [ActorReference]) {
    guard !actors.isEmpty else { return }
    self.key(key)
    array(actors) { $0.write($1) }
  }

  /// A list, which is left out where it is empty.
  mutating func field<Element>(
    _ key: StaticString, _ elements: [Element], _ write: (inout JSONWriter, Element) -> Void
  ) {
    guard !elements.isEmpty else { return }
    self.key(key)
    array(elements, write)
  }

  /// The first and the last day of something, and how exactly it is set.
  mutating func days(_ first: String?, _ last: String?, precision: String? = nil) {
    field("day", first)
    if last != first { field("lastDay", last) }
    field("precision", precision)
  }

  private mutating func write(_ actor: ActorReference) {
    inline { writer in
      writer.object { writer in
        writer.field("key", actor.key)
        writer.field("name", actor.name)
        writer.field("country", actor.country)
      }
    }
  }
}
