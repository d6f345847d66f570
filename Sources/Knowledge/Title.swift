public import Record

/// A title of office, rank or courtesy as it stands before or after a name.
public struct Title: Sendable, Equatable {
  /// In small letters; a `*` stands for any one word.
  public let words: String
  /// Other forms: "sen.", "lt. col.".
  public let abbreviations: [String]
  /// What office it is; `nil` for titles of courtesy.
  public let office: OfficeKind?
  /// The PLOVER sector that it gives its bearer, where it gives one.
  public let sector: String?
  public let scope: Scope
  /// Whether it stands right before a name ("President Clinton").
  public let isPrenominal: Bool
  /// The bearer's sex, where the title tells.
  public let sex: Sex?

  /// What a title's office belongs to.
  public enum Scope: String, Sendable, Codable {
    /// A state: "foreign minister".
    case state
    /// A ministry, party, company or international body: "secretary-general".
    case organization
    /// Either: "spokesman", "president".
    case any
    /// Nothing: "Mr.".
    case none = "-"
  }

  init(row: Table.Row) throws(KnowledgeError) {
    words = try row.required(0, "title").lowercased()
    abbreviations = row.list(1)
    if let kind = row.value(2) {
      guard let office = OfficeKind(rawValue: kind) else {
        throw row.error(
          "\"\(kind)\" is no office; write one of \(OfficeKind.allCases.map(\.rawValue).joined(separator: ", ")) or -")
      }
      self.office = office
    } else {
      office = nil
    }
    sector = row.value(3)
    guard let scope = Scope(rawValue: row.value(4) ?? "-") else {
      throw row.error("column 5 (scope) has to be state, organization, any or -")
    }
    self.scope = scope
    switch row.value(5) {
    case "yes": isPrenominal = true
    case "no": isPrenominal = false
    default: throw row.error("column 6 (prenominal) has to be yes or no")
    }
    if let sex = row.value(6) {
      guard let sex = Sex(rawValue: sex) else { throw row.error("column 7 (sex) has to be m, f or -") }
      self.sex = sex
    } else {
      sex = nil
    }
  }
}
