/// A city, region or site much in the news.
public struct Place: Sendable, Equatable {
  /// The usual name in news.
  public let name: String
  public let aliases: [String]
  public let kind: Kind
  /// ISO 3166-1 alpha-3 of the state that holds or claims it; `nil` where it is no one's.
  public let country: String?
  /// `nil` where nobody gives them.
  public let coordinates: Coordinates?
  /// The GeoNames identifier.
  public let geonames: Int?

  /// What sort of place it is.
  public enum Kind: String, Sendable, Codable {
    case capital, city, region, island, water, site, area
  }

  /// A place of which no row tells.
  package init(name: String, kind: Kind, country: String?, coordinates: Coordinates?, geonames: Int?) {
    self.name = name
    aliases = []
    self.kind = kind
    self.country = country
    self.coordinates = coordinates
    self.geonames = geonames
  }

  init(row: Table.Row) throws(KnowledgeError) {
    name = try row.required(0, "name")
    aliases = row.list(1)
    guard let kind = row.value(2).flatMap(Kind.init(rawValue:)) else {
      throw row.error("column 3 (kind) has to be city, region, island, water, site or area")
    }
    self.kind = kind
    country = row.value(3)
    guard let coordinates = try Coordinates(row: row, latitude: 4, longitude: 5) else {
      throw row.error("columns 5 and 6 (latitude, longitude) are empty; give the place's coordinates")
    }
    self.coordinates = coordinates
    geonames = try row.number(6, "geonames")
  }

  /// The capital of `state`, or `nil` where the table gives it no coordinates.
  init?(capitalOf state: State) {
    guard let name = state.capital.first, let coordinates = state.capitalCoordinates, state.to == nil else {
      return nil
    }
    self.name = name
    aliases = Array(state.capital.dropFirst())
    kind = .capital
    country = state.code
    self.coordinates = coordinates
    geonames = nil
  }
}
