/// A point on the globe (WGS 84).
public struct Coordinates: Sendable, Hashable {
  /// Degrees north of the equator, -90 to 90.
  public let latitude: Double
  /// Degrees east of Greenwich, -180 to 180.
  public let longitude: Double

  public init(latitude: Double, longitude: Double) {
    self.latitude = latitude
    self.longitude = longitude
  }

  /// The point in two columns of `row`, or `nil` where they hold none.
  init?(row: Table.Row, latitude: Int, longitude: Int) throws(KnowledgeError) {
    let degreesNorth: Double? = try row.number(latitude, "latitude")
    let degreesEast: Double? = try row.number(longitude, "longitude")
    guard let degreesNorth, let degreesEast else { return nil }
    guard (-90...90).contains(degreesNorth), (-180...180).contains(degreesEast) else {
      throw row.error("no point of the globe has the coordinates \(degreesNorth), \(degreesEast); correct them")
    }
    self.init(latitude: degreesNorth, longitude: degreesEast)
  }
}
