/// Why a question cannot be asked as it stands, with what to do about it.
public struct QuestionError: Error, Sendable, Equatable, CustomStringConvertible {
  public var kind: Kind
  public var message: String

  public enum Kind: Sendable {
    /// A date or period that is none.
    case period
    /// Free words that are no query.
    case words
    /// A name that nobody in the archive has.
    case unknownActor
    /// A name that several have.
    case ambiguousActor
    /// An issue that no record is about.
    case unknownIssue
    /// A value that the record's vocabulary lacks, or options that do not go together.
    case option
  }

  public init(_ kind: Kind, _ message: String) {
    self.kind = kind
    self.message = message
  }

  public var description: String { message }
}
