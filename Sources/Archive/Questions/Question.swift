import GRDB

/// Something that can be asked of an archive.
///
/// Answers rest on the articles that stand: the current version of each, neither withheld nor cancelled.
protocol Question: Sendable {
  associatedtype Answer: Sendable

  /// Asks the database; what it needs is read in the one transaction that the caller opens.
  ///
  /// - Throws: ``QuestionError`` where the question cannot be asked as it stands, GRDB's errors where the file cannot be read.
  func answer(in database: Database) throws -> Answer
}
