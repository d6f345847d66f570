/// A page to be handed on: what records of a period tell of a pair of parties, of one, or of an issue.
///
/// Each line stands on words of an article, which it cites; there is no line without.
public struct Brief: Sendable, Equatable {
  /// What it is about, as it was asked for.
  public var subject: String
  /// The days that it is of, in words.
  public var period: String
  public var sections: [Section]
  /// The articles cited; a line's number is the place in this list, from 1 on.
  public var sources: [Source]

  public struct Section: Sendable, Equatable {
    public var heading: String
    public var lines: [Line]
  }

  public struct Line: Sendable, Equatable {
    public var day: String?
    /// What the records assert.
    public var text: String
    public var quotes: [Quote]
  }

  /// Words of an article.
  public struct Quote: Sendable, Equatable {
    /// A place in ``Brief/sources``, from 1 on.
    public var source: Int
    public var citation: Citation
  }
}
