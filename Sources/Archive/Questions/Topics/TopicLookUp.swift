import GRDB

/// What a word means: an issue, else somebody.
struct TopicLookUp: Question {
  var name: String
  var finder: PartyFinder

  func answer(in database: Database) throws -> Topic {
    let issues = IssueFinder()
    if let issue = try issues.issue(name, in: database) { return .issue(issue) }
    do { return .party(try finder.party(name, in: database)) } catch let error as QuestionError
      where error.kind == .unknownActor
    {
      throw try issues.unknown(name, in: database)
    }
  }
}
