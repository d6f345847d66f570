import Record

extension Anchor {
  /// `{"spans":[[0,9]],"type":"CONSULT"}`; the kind has a column of its own.
  var json: String {
    var writer = JSONWriter()
    writer.object { writer in
      writer.key("spans")
      writer.spans(spans)
      if !cue.isEmpty {
        writer.key("cue")
        writer.spans(cue)
      }
      writer.field("type", type)
      writer.field("party", party)
    }
    return writer.text
  }

  /// Reads what ``json`` writes.
  ///
  /// - Throws: `RecordError`.
  init(kind: Correction.Kind, json: String) throws(RecordError) {
    let value = try JSONValue(json.utf8)
    self.init(
      kind: kind, spans: try Self.spans(value, "spans"), type: value["type"]?.string, party: value["party"]?.string)
    cue = try Self.spans(value, "cue")
  }

  private static func spans(_ value: JSONValue, _ key: String) throws(RecordError) -> [Span] {
    var spans: [Span] = []
    for span in value[key]?.array ?? [] {
      guard let bounds = span.array, bounds.count == 2, let start = bounds[0].integer, let end = bounds[1].integer,
        0 <= start, start <= end
      else { throw RecordError(path: "anchor.\(key)", message: "is not a list of spans [start, end]") }
      spans.append(Span(start: start, end: end))
    }
    return spans
  }
}

extension JSONWriter {
  fileprivate mutating func spans(_ spans: [Span]) {
    array(spans) { writer, span in writer.array([span.start, span.end]) { $0.number($1) } }
  }
}
