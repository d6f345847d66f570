extension Readout.Entity {
  init(_ fields: FieldReader) throws(RecordError) {
    self.init(
      id: try fields.string("id"), name: try fields.string("name"), type: try fields.word("type"),
      basis: try fields.word("basis"))
    country = try fields.optionalString("country")
    code = try fields.optionalString("code")
    sector = try fields.optionalString("sector")
    offices = try fields.list("offices", Readout.Office.init)
    wikidata = try fields.optionalString("wikidata")
    mentions = try fields.list("mentions", Readout.Mention.init)
  }
}

extension Readout.Office {
  init(_ fields: FieldReader) throws(RecordError) {
    self.init(
      title: try fields.string("title"), office: try fields.word("office"), basis: try fields.word("basis"))
    sector = try fields.optionalString("sector")
    country = try fields.optionalString("country")
    organization = try fields.optionalString("organization")
    from = try fields.optionalString("from")
    to = try fields.optionalString("to")
  }
}

extension Readout.Mention {
  init(_ fields: FieldReader) throws(RecordError) {
    self.init(
      span: try fields.span("span"), kind: try fields.word("kind"), members: try fields.strings("members"))
  }
}

extension Readout.Time {
  init(_ fields: FieldReader) throws(RecordError) {
    self.init(
      id: try fields.string("id"), span: try fields.span("span"), type: try fields.word("type"),
      value: try fields.string("value"), basis: try fields.word("basis"))
    end = try fields.optionalString("end")
    anchor = try fields.optionalString("anchor")
  }
}

extension Readout.Place {
  init(_ fields: FieldReader) throws(RecordError) {
    self.init(id: try fields.string("id"), span: try fields.span("span"), name: try fields.string("name"))
    country = try fields.optionalString("country")
    latitude = try fields.optionalDouble("latitude")
    longitude = try fields.optionalDouble("longitude")
    geonames = try fields.optionalInteger("geonames")
  }
}
