package import Record

/// What somebody has bound themselves to.
package struct Commitment: Sendable, Equatable {
  /// Entities.
  package var by: Int
  package var to: Int?
  /// Bytes.
  package var content: Range<Int>
  package var kind: CommitmentKind
  package var time: Int?
  package var statement: Int?

  package init(
    by: Int, to: Int? = nil, content: Range<Int>, kind: CommitmentKind, time: Int? = nil, statement: Int? = nil
  ) {
    self.by = by
    self.to = to
    self.content = content
    self.kind = kind
    self.time = time
    self.statement = statement
  }
}
