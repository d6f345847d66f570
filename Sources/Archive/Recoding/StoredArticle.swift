/// An article as it is stored, to be coded anew.
public struct StoredArticle: Sendable, Equatable {
  public var id: Int64
  public var text: String
  /// What was known of it beside the text: title and publisher only where they did not stand in the text.
  public var ref: String?
  public var uri: String?
  public var title: String?
  public var byline: String?
  public var publisher: String?
  /// The day of publication, where the input or an option gave it, and which of both did.
  public var published: String?
  public var isPublishedByOption = false
  public var language: String?
}
