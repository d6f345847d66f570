import Knowledge
import Record

/// A place of the record with what the tables know of its kind.
struct LocatedPlace {
  let name: String
  let latitude: Double?
  let longitude: Double?
  let geonames: Int?
  /// The state that it lies in or is.
  let state: State?
  let fips: String?
  let kind: Kind

  enum Kind {
    case state, city
    /// A region, a sea, or nothing that the tables know.
    case other
  }

  init(_ place: Readout.Place, codes: CodeSystems) {
    name = place.name
    latitude = place.latitude
    longitude = place.longitude
    geonames = place.geonames
    state = place.country.flatMap { codes.states.state(code: $0) }
    fips = place.country.flatMap { codes.countries.row(iso3: $0)?.fips }
    if let state, codes.states.state(named: place.name)?.code == state.code {
      kind = .state
    } else {
      let known = codes.places.places(named: place.name).first { $0.country == place.country }
      kind = known?.kind == .city || known?.kind == .capital ? .city : .other
    }
  }

  /// The name with that of the state behind it.
  var fullName: String {
    guard kind != .state, let state else { return name }
    return "\(name), \(state.name)"
  }
}
