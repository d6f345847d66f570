extension Readout {
  /// Somebody or something that the article speaks of.
  public struct Entity: Sendable, Equatable {
    public var id: String
    public var name: String
    public var type: EntityType
    /// ISO 3166-1 alpha-3 of the state that it belongs to or stands for.
    public var country: String?
    /// The PLOVER/CAMEO code of a body that is no state's.
    public var code: String?
    /// The PLOVER sector where no office gives one.
    public var sector: String?
    public var offices: [Office] = []
    public var wikidata: String?
    public var mentions: [Mention] = []
    public var basis: Basis

    public init(id: String, name: String, type: EntityType, basis: Basis) {
      self.id = id
      self.name = name
      self.type = type
      self.basis = basis
    }
  }

  /// An office held on the day of the article.
  public struct Office: Sendable, Equatable {
    public var title: String
    public var office: OfficeKind
    public var sector: String?
    public var country: String?
    /// The id of the organization that it is held in.
    public var organization: String?
    public var from: String?
    public var to: String?
    public var basis: Basis

    public init(title: String, office: OfficeKind, basis: Basis) {
      self.title = title
      self.office = office
      self.basis = basis
    }
  }

  /// One place in the text that refers to an entity.
  public struct Mention: Sendable, Equatable {
    public var span: Span
    public var kind: MentionKind
    /// For a collective: the ids of the entities that it stands for.
    public var members: [String]

    public init(span: Span, kind: MentionKind, members: [String] = []) {
      self.span = span
      self.kind = kind
      self.members = members
    }
  }
}
