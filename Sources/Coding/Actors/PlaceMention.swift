/// A place name in the text, located where the knowledge base knows it.
package struct PlaceMention: Sendable, Equatable {
  package var tokens: Range<Int>
  package var bytes: Range<Int>
  package var name: String
  package var country: String?
  package var latitude: Double?
  package var longitude: Double?
  package var geonames: Int?

  package init(
    tokens: Range<Int>, bytes: Range<Int>, name: String, country: String? = nil, latitude: Double? = nil,
    longitude: Double? = nil, geonames: Int? = nil
  ) {
    self.tokens = tokens
    self.bytes = bytes
    self.name = name
    self.country = country
    self.latitude = latitude
    self.longitude = longitude
    self.geonames = geonames
  }
}
