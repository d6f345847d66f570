extension Readout.Document {
  init(_ fields: FieldReader) throws(RecordError) {
    self.init(id: try fields.string("id"), text: try fields.string("text"))
    ref = try fields.optionalString("ref")
    uri = try fields.optionalString("uri")
    title = try fields.optionalObject("title", Readout.Words.init)
    byline = try fields.optionalObject("byline", Readout.Words.init)
    agency = try fields.optionalObject("agency", Readout.Words.init)
    publisher = try fields.optionalObject("publisher", Readout.Words.init)
    dateline = try fields.optionalObject("dateline", Readout.Dateline.init)
    published = try fields.optionalString("published")
    publishedBasis = try fields.optionalString("publishedBasis")
    publishedWindow = try fields.optionalObject("publishedWindow", Readout.PublishedWindow.init)
    attributedTo = try fields.optionalObject("attributedTo", Readout.Party.init)
    language = try fields.optionalString("language")
    sentences = try fields.spans("sentences")
    paragraphs = try fields.spans("paragraphs")
    furniture = try fields.spans("furniture")
  }
}

extension Readout.Words {
  init(_ fields: FieldReader) throws(RecordError) {
    self.init(text: try fields.string("text"), span: try fields.optionalSpan("span"))
  }
}

extension Readout.Dateline {
  init(_ fields: FieldReader) throws(RecordError) {
    self.init(
      span: try fields.span("span"), place: try fields.optionalString("place"), time: try fields.optionalString("time"),
      agency: try fields.optionalString("agency"))
  }
}

extension Readout.PublishedWindow {
  init(_ fields: FieldReader) throws(RecordError) {
    self.init(
      from: try fields.string("from"), to: try fields.optionalString("to"), because: try fields.strings("because"))
  }
}

extension Readout.Party {
  init(_ fields: FieldReader) throws(RecordError) {
    self.init(entity: try fields.optionalString("entity"), span: try fields.optionalSpan("span"))
  }
}
