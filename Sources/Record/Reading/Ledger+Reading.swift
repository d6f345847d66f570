extension Readout.Position {
  init(_ fields: FieldReader) throws(RecordError) {
    self.init(
      holder: try fields.string("holder"), issue: try fields.string("issue"), label: try fields.string("label"),
      stance: try fields.word("stance"), statement: try fields.optionalString("statement"),
      change: try fields.optionalWord("change"))
  }
}

extension Readout.Commitment {
  init(_ fields: FieldReader) throws(RecordError) {
    self.init(
      by: try fields.string("by"), to: try fields.optionalString("to"), content: try fields.span("content"),
      kind: try fields.word("kind"), time: try fields.optionalString("time"),
      statement: try fields.optionalString("statement"))
  }
}

extension Readout.AgendaItem {
  init(_ fields: FieldReader) throws(RecordError) {
    self.init(
      event: try fields.optionalString("event"), time: try fields.optionalString("time"),
      expected: try fields.span("expected"), basis: try fields.word("basis"))
  }
}
