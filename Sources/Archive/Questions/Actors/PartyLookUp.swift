import GRDB

/// Whom a name means.
struct PartyLookUp: Question {
  var name: String
  var finder: PartyFinder

  func answer(in database: Database) throws -> Party { try finder.party(name, in: database) }
}
