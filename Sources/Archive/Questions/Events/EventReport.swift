/// An event as one article tells of it.
public struct EventReport: Sendable, Equatable {
  /// The event's id in its record.
  public var id: String
  /// The archive's row.
  public var row: Int64
  /// PLOVER's type, mode and the nearest CAMEO code.
  public var type: String
  public var mode: String?
  public var cameo: String?
  public var quad: String?
  public var score: Double?
  public var status: String
  /// When it happens: the first and the last day that the text can mean.
  public var day: String?
  public var dayEnd: String?
  /// How exactly the text says so; `reported` where it is the day of the article.
  public var precision: String?
  /// The day that it is listed under: its own, else that of the article.
  public var dated: String?
  public var place: String?
  public var placeCountry: String?
  public var actors: [ActorReference]
  public var recipients: [ActorReference]
  public var confidence: Double
  /// Whether a person has corrected the record there.
  public var isCorrected: Bool
  /// The articles that tell of it in the same words, as copies of one text do.
  public var articles = 1
  /// The sentence that tells of it.
  public var citation: Citation

  /// All who have a part in it.
  public var parties: [ActorReference] { actors + recipients }
}
