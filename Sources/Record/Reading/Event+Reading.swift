extension Readout.Event {
  init(_ fields: FieldReader) throws(RecordError) {
    self.init(
      id: try fields.string("id"), sentence: try fields.integer("sentence"), trigger: try fields.spans("trigger"),
      type: try fields.word("type"), status: try fields.word("status"), confidence: try fields.double("confidence"))
    modes = try fields.oneOrMore("mode")
    contexts = try fields.strings("contexts")
    cameo = try fields.optionalString("cameo")
    quad = try fields.optionalWord("quad")
    score = try fields.optionalDouble("score")
    actors = try fields.list("actors", Readout.Participant.init)
    recipients = try fields.list("recipients", Readout.Participant.init)
    time = try fields.optionalString("time")
    place = try fields.optionalString("place")
    within = try fields.optionalString("within")
    occasion = try fields.optionalString("occasion")
    mentions = try fields.list("mentions") { fields throws(RecordError) in
      Readout.EventMention(sentence: try fields.integer("sentence"), trigger: try fields.spans("trigger"))
    }
  }
}

extension Readout.Participant {
  init(_ fields: FieldReader) throws(RecordError) {
    self.init(
      entity: try fields.string("entity"), span: try fields.span("span"),
      country: try fields.optionalString("country"), sector: try fields.optionalString("sector"))
  }
}
