/// An article that an answer cites.
public struct Source: Sendable, Hashable {
  /// The article's row in the archive.
  public var article: Int64
  /// `sha256:` and the digest of the text.
  public var document: String
  /// 1 for the first version of the article that the archive has.
  public var version: Int
  /// The article that stands for all copies of this text, itself where it is none.
  public var origin: Int64
  public var ref: String?
  public var uri: String?
  public var title: String?
  public var agency: String?
  public var publisher: String?
  /// The day of publication, as exactly as it is known.
  public var day: String?

  /// What a line calls it: publisher or agency, else the address.
  public var outlet: String { publisher ?? agency ?? uri ?? ref ?? document }
}
