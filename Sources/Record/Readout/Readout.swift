/// The attributed record of one article (record format, version 1).
///
/// Ids (`e1`, `s1`, `v1`, `t1`, `l1`) are local to the readout, in order of first appearance in the text. Every id that
/// a field names belongs to a member of this readout.
public struct Readout: Sendable, Equatable {
  /// The version of the record format that this library writes.
  public static let version = 1

  public var coder: Provenance
  public var document: Document
  public var entities: [Entity] = []
  public var times: [Time] = []
  public var places: [Place] = []
  public var statements: [Statement] = []
  public var events: [Event] = []
  public var positions: [Position] = []
  public var commitments: [Commitment] = []
  public var agenda: [AgendaItem] = []
  public var warnings: [Warning] = []

  public init(coder: Provenance, document: Document) {
    self.coder = coder
    self.document = document
  }

  /// What made a readout: the program, the language model with its attribution, and the knowledge base.
  public struct Provenance: Sendable, Equatable {
    public var name: String
    public var release: String
    public var model: String?
    public var attribution: String?
    public var knowledge: String?

    public init(
      name: String, release: String, model: String? = nil, attribution: String? = nil, knowledge: String? = nil
    ) {
      self.name = name
      self.release = release
      self.model = model
      self.attribution = attribution
      self.knowledge = knowledge
    }
  }

  /// Something that could not be resolved, `relative-date-unanchored` for instance.
  public struct Warning: Sendable, Equatable {
    public var code: String
    public var message: String
    public var span: Span?

    public init(code: String, message: String, span: Span? = nil) {
      self.code = code
      self.message = message
      self.span = span
    }
  }
}
