package import Record

/// Somebody or something that the story speaks of.
package struct Entity: Sendable, Equatable {
  /// The knowledge base's name where it knows the entity, else the fullest form in the text.
  package var name: String
  package var type: EntityType
  /// ISO 3166-1 alpha-3 of the state that it belongs to or stands for.
  package var country: String?
  /// The PLOVER/CAMEO code of a body that is no state's (`UNO`, `EUR`, `IGO`).
  package var code: String?
  /// What it held on the day of the article, the best known first.
  package var offices: [Office]
  /// The PLOVER sector where no office gives one (GOV, MIL, REB, …).
  package var sector: String?
  package var wikidata: String?
  package var basis: Basis

  /// An office held.
  package struct Office: Sendable, Equatable {
    package var title: String
    package var office: OfficeKind
    package var sector: String?
    package var country: String?
    /// The entity of the organization that it is held in.
    package var organization: Int?
    package var from: String?
    package var to: String?
    package var basis: Basis

    package init(
      title: String, office: OfficeKind, sector: String? = nil, country: String? = nil, organization: Int? = nil,
      from: String? = nil, to: String? = nil, basis: Basis
    ) {
      self.title = title
      self.office = office
      self.sector = sector
      self.country = country
      self.organization = organization
      self.from = from
      self.to = to
      self.basis = basis
    }
  }

  package init(
    name: String, type: EntityType, country: String? = nil, code: String? = nil, offices: [Office] = [],
    sector: String? = nil, wikidata: String? = nil, basis: Basis = .text
  ) {
    self.name = name
    self.type = type
    self.country = country
    self.code = code
    self.offices = offices
    self.sector = sector
    self.wikidata = wikidata
    self.basis = basis
  }
}
