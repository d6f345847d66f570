extension Readout {
  /// Reads what ``json(pretty:)`` writes: record format, version 1. Keys that it does not know are passed over.
  ///
  /// - Parameter json: one object, UTF-8.
  /// - Throws: ``RecordError``, which names the field that is missing or not of the format.
  public init(json: some Sequence<UInt8>) throws(RecordError) {
    try self.init(JSONValue(json))
  }

  /// Reads a readout that was parsed already.
  ///
  /// - Throws: ``RecordError``, which names the field that is missing or not of the format.
  public init(_ value: JSONValue) throws(RecordError) {
    let fields = try FieldReader(value)
    let version = try fields.integer("version")
    guard version == Self.version else {
      throw RecordError(
        path: "version", message: "is \(version); this release reads record format \(Self.version)")
    }
    self.init(
      coder: try fields.object("coder", Provenance.init), document: try fields.object("document", Document.init))
    entities = try fields.list("entities", Entity.init)
    times = try fields.list("times", Time.init)
    places = try fields.list("places", Place.init)
    statements = try fields.list("statements", Statement.init)
    events = try fields.list("events", Event.init)
    positions = try fields.list("positions", Position.init)
    commitments = try fields.list("commitments", Commitment.init)
    agenda = try fields.list("agenda", AgendaItem.init)
    warnings = try fields.list("warnings", Warning.init)
  }
}

extension Readout.Provenance {
  init(_ fields: FieldReader) throws(RecordError) {
    self.init(
      name: try fields.string("name"), release: try fields.string("release"),
      model: try fields.optionalString("model"), attribution: try fields.optionalString("attribution"),
      knowledge: try fields.optionalString("knowledge"))
  }
}

extension Readout.Warning {
  init(_ fields: FieldReader) throws(RecordError) {
    self.init(
      code: try fields.string("code"), message: try fields.string("message"), span: try fields.optionalSpan("span"))
  }
}
