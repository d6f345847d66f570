extension Readout {
  /// A temporal expression (TIMEX3, ISO-TimeML).
  public struct Time: Sendable, Equatable {
    public var id: String
    public var span: Span
    public var type: TimeType
    /// As TIMEX3 writes it.
    public var value: String
    /// The last day of a stretch that began at `value`.
    public var end: String?
    /// `published` or another time's id.
    public var anchor: String?
    public var basis: Basis

    public init(id: String, span: Span, type: TimeType, value: String, basis: Basis) {
      self.id = id
      self.span = span
      self.type = type
      self.value = value
      self.basis = basis
    }
  }

  /// A place name, located where the knowledge base knows it.
  public struct Place: Sendable, Equatable {
    public var id: String
    public var span: Span
    public var name: String
    public var country: String?
    /// Degrees north.
    public var latitude: Double?
    /// Degrees east.
    public var longitude: Double?
    public var geonames: Int?

    public init(id: String, span: Span, name: String) {
      self.id = id
      self.span = span
      self.name = name
    }
  }
}
