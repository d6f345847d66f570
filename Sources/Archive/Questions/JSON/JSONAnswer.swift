public import Record

/// An answer that can be written as JSON: an object with `question`, which says what was asked, and the answer's lists.
///
/// A field without a value is left out, as in records.
public protocol JSONAnswer: Sendable {
  func write(into writer: inout JSONWriter)
}

extension JSONAnswer {
  /// The answer as UTF-8, on one line or indented.
  public func json(pretty: Bool = false) -> [UInt8] {
    var writer = JSONWriter(pretty: pretty)
    write(into: &writer)
    return writer.bytes
  }
}
