import Record

/// Where an event is, as far as that can be held against other articles' places.
public struct EventPlace: Sendable, Hashable {
  /// `state:OMN` where the article names no more than the state, else `place:muscat/OMN`.
  public var key: ActorKey
  /// Hundredths of degrees north and east.
  var point: Point?

  struct Point: Sendable, Hashable {
    var north: Int
    var east: Int
  }

  /// So many hundredths of a degree apart (50 km and more) are two places, and not a city and its suburb.
  private static let apart = 50

  /// - Parameter stateNames: codes of states by their folded names.
  init(_ place: Readout.Place, stateNames: [String: String]) {
    let name = FoldedName(place.name).text
    key = stateNames[name].map { ActorKey(.state, $0) } ?? ActorKey(.place, name, country: place.country)
    if let latitude = place.latitude, let longitude = place.longitude, abs(latitude) <= 90, abs(longitude) <= 180 {
      point = Point(north: Int((latitude * 100).rounded()), east: Int((longitude * 100).rounded()))
    }
  }

  init(key: ActorKey, point: Point?) {
    self.key = key
    self.point = point
  }

  /// Whether it is more exact than a state.
  var isCity: Bool { key.kind == .place }

  /// Whether both cannot be right: other states, or cities far from each other. A hall and its city can.
  func contradicts(_ other: EventPlace) -> Bool {
    if key == other.key { return false }
    if let state = key.state, let otherState = other.key.state, state != otherState { return true }
    guard isCity, other.isCity, let point, let otherPoint = other.point else { return false }
    return abs(point.north - otherPoint.north) >= Self.apart || abs(point.east - otherPoint.east) >= Self.apart
  }
}
