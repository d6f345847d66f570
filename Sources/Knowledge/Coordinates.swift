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
    let degreesNorth = try row.degrees(latitude, "latitude")
    let degreesEast = try row.degrees(longitude, "longitude")
    guard let degreesNorth, let degreesEast else { return nil }
    guard (-90...90).contains(degreesNorth), (-180...180).contains(degreesEast) else {
      throw row.error("no point of the globe has the coordinates \(degreesNorth), \(degreesEast); correct them")
    }
    self.init(latitude: degreesNorth, longitude: degreesEast)
  }
}

extension Table.Row {
  /// The degrees in `column`, a decimal fraction without an exponent; `nil` where it holds none.
  fileprivate func degrees(_ column: Int, _ name: String) throws(KnowledgeError) -> Double? {
    if isEmpty(column) { return nil }
    var digits = 0
    var scale: Double?
    let field = bytes(column)
    for (index, byte) in zip(field.indices, field) {
      switch byte {
      // Both stay within 2⁵³, so that their quotient is the nearest number there is.
      case 0x30...0x39 where field.count <= 12:
        digits = 10 * digits + Int(byte - 0x30)
        scale = scale.map { 10 * $0 }
      case UInt8(ascii: "-") where index == field.startIndex: break
      case UInt8(ascii: ".") where scale == nil: scale = 1
      default: throw error("column \(column + 1) (\(name)) holds no degrees such as -12.3456; correct it or write -")
      }
    }
    return (field.first == UInt8(ascii: "-") ? -1 : 1) * Double(digits) / (scale ?? 1)
  }
}
