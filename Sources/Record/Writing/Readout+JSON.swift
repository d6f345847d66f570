extension Readout {
  /// The readout as JSON, UTF-8: on one line, as JSON Lines wants it, or indented where `pretty`. No line break follows.
  ///
  /// Keys come in the order of the record format. The sections are always there, empty or not; fields without a value
  /// are left out. The same readout gives the same bytes.
  public func json(pretty: Bool = false) -> [UInt8] {
    var writer = JSONWriter(pretty: pretty)
    write(to: &writer)
    return writer.bytes
  }

  /// Writes the readout as one object.
  public func write(to writer: inout JSONWriter) {
    writer.object { writer in
      writer.field("version", Readout.version)
      writer.key("coder")
      coder.write(to: &writer)
      writer.key("document")
      document.write(to: &writer)
      writer.list("entities", entities) { $1.write(to: &$0) }
      writer.list("times", times) { $1.write(to: &$0) }
      writer.list("places", places) { $1.write(to: &$0) }
      writer.list("statements", statements) { $1.write(to: &$0) }
      writer.list("events", events) { $1.write(to: &$0) }
      writer.list("positions", positions) { $1.write(to: &$0) }
      writer.list("commitments", commitments) { $1.write(to: &$0) }
      writer.list("agenda", agenda) { $1.write(to: &$0) }
      writer.list("warnings", warnings) { $1.write(to: &$0) }
    }
  }
}

extension JSONWriter {
  /// A span as `[start, end]`.
  mutating func span(_ value: Span) {
    inline { writer in
      writer.array([value.start, value.end]) { $0.number($1) }
    }
  }

  mutating func field(_ key: StaticString, _ value: Span?) {
    guard let value else { return }
    self.key(key)
    span(value)
  }

  /// A list of spans, on one line, there even where it is empty.
  package mutating func field(_ key: StaticString, _ values: [Span]) {
    self.key(key)
    inline { writer in writer.array(values) { $0.span($1) } }
  }

  /// A list of objects, there even where it is empty.
  mutating func list<Element>(
    _ key: StaticString, _ values: [Element], _ write: (inout JSONWriter, Element) -> Void
  ) {
    self.key(key)
    array(values, write)
  }
}
