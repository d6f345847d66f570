/// Given names that tell a person's sex.
public struct GivenNames: Sendable {
  private var sexes: [UInt64: Sex] = [:]

  /// How many spellings there are.
  public var count: Int { sexes.count }

  package init(_ table: Table) throws(KnowledgeError) {
    var folding = Folding()
    sexes.reserveCapacity(table.rows.count)
    for row in table.rows {
      let name = try row.required(0, "name")
      guard let sex = row.value(1).flatMap(Sex.init(rawValue:)) else {
        throw row.error("column 2 (sex) has to be m or f")
      }
      folding.read(name.utf8)
      if let other = sexes.updateValue(sex, forKey: Spelling(person: folding).hash), other != sex {
        throw row.error("\"\(name)\" stands in the table as the other sex too; leave out names that both bear")
      }
    }
  }

  /// The sex of those who bear `name`, or `nil` where it does not tell. Accents, case and hyphens do not count.
  public func sex(of name: String) -> Sex? {
    var folding = Folding()
    folding.read(name.utf8)
    return sexes[Spelling(person: folding).hash]
  }
}
