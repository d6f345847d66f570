import GRDB

/// Which issue a word means.
struct IssueLookUp: Question {
  var name: String

  func answer(in database: Database) throws -> IssueReference {
    let issues = IssueFinder()
    if let issue = try issues.issue(name, in: database) { return issue }
    throw try issues.unknown(name, in: database)
  }
}
