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
  /// The PLOVER sector that the office gives, where it is not the one of its kind.
  public let sector: String?
  /// The first day in office; the first of the year 1 where it is not known.
  public let from: PartialDate
  /// The last day in office, or `nil` for those in office when the data were made.
  public let to: PartialDate?

  /// Whether the office was, or may have been, held on a day of `date`.
  public func held(on date: PartialDate) -> Bool {
    from.earliest <= date.latest && to.map { $0.latest >= date.earliest } ?? true
  }

  /// The first day in office, or `nil` where it is not known.
  package var begin: PartialDate? { from == Self.longAgo ? nil : from }

  private static let longAgo = PartialDate(year: 1)

  /// Somebody's time in an office that a dictionary tells of; `from` is `nil` where it is not known.
  init(
    country: String?, organization: String?, offices: [OfficeKind], title: String, name: String, family: String,
    sex: Sex,
    sector: String?, from: PartialDate?, to: PartialDate?
  ) {
    self.country = country
    self.organization = organization
    self.offices = offices
    self.title = title
    self.name = name
    self.family = family
    aliases = []
    self.sex = sex
    self.sector = sector
    self.from = from ?? Self.longAgo
    self.to = to
  }

  init(_ term: Term) {
    country = term.isOfState ? term.code : nil
    organization = term.isOfState ? nil : term.code
    offices = term.offices
    title = term.row.value(1) ?? ""
    name = term.row.value(2) ?? ""
    family = term.row.value(3) ?? ""
    aliases = term.row.list(4)
    sex = term.sex
    sector = nil
    from = term.from
    to = term.to
  }
}
