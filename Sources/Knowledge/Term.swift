internal import Record

/// A checked row of an office's table; what look-ups do not ask for stays in the row.
struct Term: Sendable {
  let row: Table.Row
  /// Of the state or organization.
  let code: String
  let isOfState: Bool
  let offices: [OfficeKind]
  let sex: Sex
  let from: PartialDate
  let to: PartialDate?

  init(row: Table.Row, code: String, isOfState: Bool) throws(KnowledgeError) {
    self.row = row
    self.code = code
    self.isOfState = isOfState
    offices = try Self.offices(row)
    try row.require(1, "title")
    try row.require(2, "name")
    try row.require(3, "family")
    guard let sex = Sex(utf8: row.bytes(5)) else { throw row.error("column 6 (sex) has to be m or f") }
    self.sex = sex
    guard let from = try row.date(6, "from") else {
      throw row.error("column 7 (from) is empty; give the day, month or year in which the office was taken up")
    }
    self.from = from
    to = try row.date(7, "to")
    if let to, from.earliest > to.latest {
      throw row.error("the time in office ends (\(to)) before it begins (\(from)); correct one of them")
    }
  }

  /// Whether the office was, or may have been, held on a day of `date`.
  func held(on date: PartialDate) -> Bool {
    from.earliest <= date.latest && to.map { $0.latest >= date.earliest } ?? true
  }

  /// What the first column can hold. An organization's head is an official to the record.
  private static let known: [(name: [UInt8], offices: [OfficeKind])] = [
    (Array("headOfState".utf8), [.headOfState]),
    (Array("headOfGovernment".utf8), [.headOfGovernment]),
    (Array("headOfState+headOfGovernment".utf8), [.headOfState, .headOfGovernment]),
    (Array("foreignMinister".utf8), [.foreignMinister]),
    (Array("defenseMinister".utf8), [.defenseMinister]),
    (Array("intelligenceChief".utf8), [.intelligenceChief]),
    (Array("head".utf8), [.official]),
  ]

  private static func offices(_ row: Table.Row) throws(KnowledgeError) -> [OfficeKind] {
    let field = row.bytes(0)
    if let known = known.first(where: { $0.name.count == field.count && field.elementsEqual($0.name) }) {
      return known.offices
    }
    // The rarer pairs.
    var offices: [OfficeKind] = []
    for part in try row.required(0, "office").split(separator: "+") {
      guard let known = known.first(where: { part.utf8.elementsEqual($0.name) }) else {
        throw row.error(
          "\"\(part)\" is no office; write headOfState, headOfGovernment, foreignMinister, defenseMinister, "
            + "intelligenceChief or head")
      }
      offices += known.offices
    }
    return offices
  }
}
