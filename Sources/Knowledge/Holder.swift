public import Record

/// Somebody's time in an office.
public struct Holder: Sendable, Equatable {
  /// ISO 3166-1 alpha-3 of the state, where it is a state's office.
  public let country: String?
  /// The key of the organization (``Organization/code``), where it is an organization's office.
  public let organization: String?
  /// What the office is; an executive president is both head of state and head of government.
  public let offices: [OfficeKind]
  /// The title that English-language news uses.
  public let title: String
  /// The usual name in news.
  public let name: String
  /// The part of the name that stands alone on second mention.
  public let family: String
  /// Other spellings of the whole name.
  public let aliases: [String]
  public let sex: Sex
  /// The first day in office.
  public let from: PartialDate
  /// The last day in office, or `nil` for those in office when the data were made.
  public let to: PartialDate?

  /// Whether the office was, or may have been, held on a day of `date`.
  public func held(on date: PartialDate) -> Bool {
    from.earliest <= date.latest && to.map { $0.latest >= date.earliest } ?? true
  }

  init(row: Table.Row, country: String?, organization: String?) throws(KnowledgeError) {
    self.country = country
    self.organization = organization
    offices = try Self.offices(row)
    title = try row.required(1, "title")
    name = try row.required(2, "name")
    family = try row.required(3, "family")
    aliases = row.list(4)
    guard let sex = row.value(5).flatMap(Sex.init(rawValue:)) else {
      throw row.error("column 6 (sex) has to be m or f")
    }
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

  private static let known = [
    "headOfState", "headOfGovernment", "foreignMinister", "defenseMinister", "intelligenceChief",
  ]

  /// The offices in the first column, joined by `+`. An organization's head is an official to the record.
  private static func offices(_ row: Table.Row) throws(KnowledgeError) -> [OfficeKind] {
    var kinds: [OfficeKind] = []
    for part in try row.required(0, "office").split(separator: "+") {
      if part == "head" {
        kinds.append(.official)
      } else if known.contains(String(part)), let kind = OfficeKind(rawValue: String(part)) {
        kinds.append(kind)
      } else {
        throw row.error("\"\(part)\" is no office; write one of \(known.joined(separator: ", ")) or head")
      }
    }
    return kinds
  }
}
