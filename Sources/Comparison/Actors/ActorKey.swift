public import Record

/// Who somebody is across articles, as a string that is the same wherever the same actor is known as well:
/// `state:JPN`, `person:Q132345`, `person:shinzo abe/JPN`, `office:foreignMinister/JPN`, `organization:nato`.
///
/// Names are folded: lower case, no diacritics, hyphens and points as blanks, no titles, no initials between names. The country
/// follows a stroke where it is known. Variants that only other articles show to be one are ``ActorIdentities``' matter.
public struct ActorKey: Sendable, Hashable {
  /// What kind of actor a key names.
  public enum Kind: String, Sendable, CaseIterable {
    case state
    case person
    /// Whoever holds an office, where the article gives no name.
    case office
    /// Ministries, parliaments, companies, bodies of states, forums.
    case organization
    case group
    case place
    case agreement
  }

  public let kind: Kind
  /// The folded name, a Wikidata id, an office or a state's code.
  public let name: String
  /// ISO 3166-1 alpha-3.
  public let country: String?

  init(_ kind: Kind, _ name: String, country: String? = nil) {
    self.kind = kind
    self.name = name
    self.country = country
  }

  /// The key of an entity; `nil` where nothing tells it from others of its kind in another article ("a diplomat", "protesters").
  public init?(_ entity: Readout.Entity) {
    let isNamed = entity.basis == .knowledge || entity.mentions.contains { $0.kind == .name }
    let name = entity.wikidata ?? FoldedName(entity.name, dropsInitials: entity.type == .person).text
    guard !name.isEmpty else { return nil }
    let country = entity.wikidata == nil ? entity.country : nil
    switch entity.type {
    case .country: self.init(.state, entity.country ?? name)
    case .person where isNamed: self.init(.person, name, country: country)
    case .person:
      guard let office = entity.offices.first(where: { Self.isSingular($0.office) && $0.country != nil }) else {
        return nil
      }
      self.init(.office, office.office.rawValue, country: office.country)
    case .government, .organization, .forum:
      guard isNamed || country != nil else { return nil }
      self.init(.organization, name, country: country)
    case .group where isNamed: self.init(.group, name, country: country)
    case .group: return nil
    case .place: self.init(.place, name, country: country)
    case .agreement: self.init(.agreement, name)
    }
  }

  /// Whether a state has one holder of the office at a time.
  private static func isSingular(_ office: OfficeKind) -> Bool {
    switch office {
    case .headOfState, .headOfGovernment, .foreignMinister, .defenseMinister, .intelligenceChief: true
    default: false
    }
  }

  /// Whether two people of one state can be the same: "lavrov" and "sergei lavrov".
  func canBe(_ other: ActorKey) -> Bool {
    if self == other { return true }
    guard kind == .person, other.kind == .person, country == other.country else { return false }
    let (words, others) = (name.split(separator: " "), other.name.split(separator: " "))
    guard let family = words.last, family == others.last else { return false }
    return words.allSatisfy(others.contains) || others.allSatisfy(words.contains)
  }

  /// The state that the actor is or belongs to.
  public var state: String? { kind == .state ? name : country }
}

extension ActorKey: LosslessStringConvertible, Comparable {
  public var description: String {
    "\(kind.rawValue):\(name)" + (country.map { "/\($0)" } ?? "")
  }

  /// Reads what ``description`` writes; `nil` where it is not of that form.
  public init?(_ description: String) {
    guard let colon = description.firstIndex(of: ":"), let kind = Kind(rawValue: String(description[..<colon])) else {
      return nil
    }
    let parts = description[description.index(after: colon)...].split(separator: "/", omittingEmptySubsequences: false)
    guard (1...2).contains(parts.count), parts.allSatisfy({ !$0.isEmpty }) else { return nil }
    self.init(kind, String(parts[0]), country: parts.count == 2 ? String(parts[1]) : nil)
  }

  public static func < (a: ActorKey, b: ActorKey) -> Bool { a.description < b.description }
}
