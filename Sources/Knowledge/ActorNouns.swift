package import Record

/// The nouns by which news speaks of people, bodies and groups without naming them.
package struct ActorNouns: Sendable {
  /// A noun for a person by what he or she does.
  package struct Role: Sendable, Equatable {
    /// In the singular and in small letters: "foreign minister".
    package let phrase: String
    package let office: OfficeKind?
    package let sector: String?
    /// Offices whose holder the noun may stand for on second mention.
    package let refers: [OfficeKind]
    /// Whether it may stand for anybody of its sex ("the man").
    package let isAnybody: Bool
    /// Whether it is who holds elsewhere what the possessor holds ("his counterpart").
    package let isCounterpart: Bool
    package let sex: Sex?
    /// Whose holder the noun means without a name beside it.
    package let sole: Sole?

    package enum Sole: Sendable, Equatable {
      /// The state or body of that code, the only one that has such an office: "the pope".
      case of(String)
      /// The head of whatever body the phrase names: "the IMF chief".
      case anyBody
    }
  }

  /// A noun for a body, a group, a forum, an agreement, or for a state.
  package struct Body: Sendable, Equatable {
    package let phrase: String
    package let type: EntityType
    package let sector: String?
    /// Whether it counts only as the last word of a capitalised name.
    package let isNamedOnly: Bool
  }

  /// A noun for several parties at once: "sides".
  package struct Collective: Sendable, Equatable {
    package let noun: String
    package let parties: Parties
    package let refers: [OfficeKind]
    /// Whether the party whose view the sentence takes is not one of them ("neighbours").
    package let leavesOutHolder: Bool

    package enum Parties: String, Sendable {
      case country, person, body, any
    }
  }

  package private(set) var roles = PhraseIndex<Role>()
  package private(set) var bodies = PhraseIndex<Body>()
  package private(set) var collectives = PhraseIndex<Collective>()

  package init(roles: Table, bodies: Table, collectives: Table) throws(KnowledgeError) {
    for row in roles.rows {
      let phrase = try row.required(0, "phrase")
      let refers = row.list(3)
      let role = Role(
        phrase: phrase, office: try row.value(1).map { name throws(KnowledgeError) in try Self.office(name, row) },
        sector: row.value(2), refers: try Self.offices(refers.filter { $0 != "*" && $0 != "=" }, row),
        isAnybody: refers.contains("*"), isCounterpart: refers.contains("="),
        sex: row.value(4).flatMap(Sex.init(rawValue:)), sole: row.value(5).map { $0 == "*" ? .anyBody : .of($0) })
      self.roles.insert(phrase, role)
    }
    for row in bodies.rows {
      let phrase = try row.required(0, "phrase")
      guard let type = EntityType(rawValue: try row.required(1, "type")) else {
        throw row.error("column 2 (type) is no type of entity; see the header")
      }
      let body = Body(
        phrase: phrase, type: type, sector: row.value(2), isNamedOnly: try row.required(3, "use") == "named")
      self.bodies.insert(phrase, body)
    }
    for row in collectives.rows {
      let noun = try row.required(0, "noun")
      guard let parties = Collective.Parties(rawValue: try row.required(1, "parties")) else {
        throw row.error("column 2 (parties) has to be country, person, body or any")
      }
      let collective = Collective(
        noun: noun, parties: parties, refers: try Self.offices(row.list(2), row),
        leavesOutHolder: row.value(3) == "yes")
      self.collectives.insert(noun, collective)
    }
  }

  /// Adds a noun for a person, after those that are there.
  mutating func add(_ role: Role) { roles.insert(role.phrase, role) }

  private static func offices(_ names: [String], _ row: Table.Row) throws(KnowledgeError) -> [OfficeKind] {
    var offices: [OfficeKind] = []
    for name in names { offices.append(try office(name, row)) }
    return offices
  }

  private static func office(_ name: String, _ row: Table.Row) throws(KnowledgeError) -> OfficeKind {
    guard let office = OfficeKind(rawValue: name) else {
      throw row.error("\"\(name)\" is no office; see the header")
    }
    return office
  }
}
