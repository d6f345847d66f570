/// Given names that tell a person's sex.
public struct GivenNames: Sendable {
  private var sexes: [UInt64: Sex] = [:]

  /// How many spellings there are.
  public var count: Int { sexes.count }

  package init(_ table: Table) throws(KnowledgeError) {
    var folding = Folding()
    sexes.reserveCapacity(table.rows.count)
    for row in table.rows {
      try row.require(0, "name")
      guard let sex = Sex(utf8: row.bytes(1)) else { throw row.error("column 2 (sex) has to be m or f") }
      folding.read(row.bytes(0))
      if let other = sexes.updateValue(sex, forKey: Spelling(person: folding).hash), other != sex {
        throw row.error("\"\(row.fields[0])\" stands in the table as the other sex too; leave out names that both bear")
      }
    }
  }

  /// The sex of those who bear `name`, or `nil` where it does not tell. Accents, case and hyphens do not count.
  public func sex(of name: String) -> Sex? {
    var folding = Folding()
    folding.read(ArraySlice(name.utf8))
    return sexes[Spelling(person: folding).hash]
  }
}
