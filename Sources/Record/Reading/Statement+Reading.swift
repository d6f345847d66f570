extension Readout.Statement {
  init(_ fields: FieldReader) throws(RecordError) {
    self.init(
      id: try fields.string("id"), sentence: try fields.integer("sentence"), quotation: try fields.word("quotation"),
      cue: try fields.object("cue", Readout.Cue.init), content: try fields.spans("content"),
      act: try fields.word("act"), confidence: try fields.double("confidence"))
    speaker = try fields.optionalObject("speaker", Readout.Party.init)
    polarity = try fields.word("polarity")
    addressees = try fields.strings("addressees")
    relays = try fields.list("relays", Readout.Relay.init)
    within = try fields.optionalString("within")
    occasion = try fields.optionalString("occasion")
    time = try fields.optionalString("time")
    place = try fields.optionalString("place")
    about = try fields.strings("about")
    issues = try fields.strings("issues")
    conditions = try fields.list("conditions", Readout.Condition.init)
    echoes = try fields.optionalString("echoes")
    evidence = try fields.optionalObject("evidence", Readout.Evidence.init)
  }
}

extension Readout.Cue {
  init(_ fields: FieldReader) throws(RecordError) {
    self.init(spans: try fields.spans("spans"), lemma: try fields.optionalString("lemma") ?? "")
  }
}

extension Readout.Relay {
  init(_ fields: FieldReader) throws(RecordError) {
    self.init(
      entity: try fields.optionalString("entity"), span: try fields.optionalSpan("span"),
      cue: try fields.object("cue", Readout.Cue.init))
  }
}

extension Readout.Condition {
  init(_ fields: FieldReader) throws(RecordError) {
    self.init(condition: try fields.span("if"), consequence: try fields.span("then"))
  }
}

extension Readout.Evidence {
  init(_ fields: FieldReader) throws(RecordError) {
    self.init(
      rule: try fields.word("rule"), entry: try fields.optionalString("entry") ?? "",
      sure: try fields.double("sure"))
    contentPath = try fields.optionalString("contentPath")
    speakerPath = try fields.optionalString("speakerPath")
    tagger = try fields.optionalObject("tagger") { fields throws(RecordError) in
      Tagger(
        cue: try fields.double("cue"), content: try fields.double("content"), link: try fields.double("link"),
        source: try fields.double("source"))
    }
  }
}
