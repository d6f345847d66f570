/// The capitals of the states and other places much in the news.
public struct Places: Sendable, RandomAccessCollection {
  private var places: [Place] = []
  private var names = NameIndex(capacity: 1 << 12)
  private var regions: [String: Place] = [:]

  public var startIndex: Int { places.startIndex }
  public var endIndex: Int { places.endIndex }
  public subscript(position: Int) -> Place { places[position] }

  package init(_ table: Table, abbreviations: Table? = nil, states: States) throws(KnowledgeError) {
    var folding = Folding()
    for state in states {
      if let capital = Place(capitalOf: state) { append(capital, folding: &folding) }
    }
    for row in table.rows {
      let place = try Place(row: row)
      if let country = place.country, states.state(code: country) == nil {
        throw row.error("\(country) is no code of states.tsv; correct it or write -")
      }
      append(place, folding: &folding)
    }
    if let abbreviations { try readRegions(abbreviations, states: states) }
  }

  private mutating func readRegions(_ abbreviations: Table, states: States) throws(KnowledgeError) {
    for row in abbreviations.rows {
      let name = try row.required(1, "region")
      let country = try row.required(2, "country")
      guard states.state(code: country) != nil else {
        throw row.error("\(country) is no code of states.tsv; correct it")
      }
      regions[try row.required(0, "short")] =
        places(named: name).first { $0.kind == .region && $0.country == country }
        ?? Place(name: name, kind: .region, country: country, coordinates: nil, geonames: nil)
    }
  }

  private mutating func append(_ place: Place, folding: inout Folding) {
    for name in [place.name] + place.aliases { names.insert(name, row: places.count, folding: &folding) }
    places.append(place)
  }

  /// The place that news means by `name`: a capital before others, then the first of the table.
  public func place(named name: String) -> Place? { place(named: NameKey(name)) }
  package func place(named name: NameKey) -> Place? { names.row(named: name).map { places[$0] } }

  /// The state or province that an address shortens so after a town: "Mass.".
  package func region(abbreviated short: String) -> Place? { regions[short] }

  /// All places of that name.
  public func places(named name: String) -> [Place] { names.rows(named: name).map { places[$0] } }
}
