/// The capitals of the states and other places much in the news.
public struct Places: Sendable, RandomAccessCollection {
  private var places: [Place] = []
  private var names = NameIndex(capacity: 1 << 12)

  public var startIndex: Int { places.startIndex }
  public var endIndex: Int { places.endIndex }
  public subscript(position: Int) -> Place { places[position] }

  package init(_ table: Table, states: States) throws(KnowledgeError) {
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
  }

  private mutating func append(_ place: Place, folding: inout Folding) {
    for name in [place.name] + place.aliases { names.insert(name, row: places.count, folding: &folding) }
    places.append(place)
  }

  /// The place that news means by `name`: a capital before others, then the first of the table.
  public func place(named name: String) -> Place? { place(named: NameKey(name)) }
  package func place(named name: NameKey) -> Place? { names.row(named: name).map { places[$0] } }

  /// All places of that name.
  public func places(named name: String) -> [Place] { names.rows(named: name).map { places[$0] } }
}
