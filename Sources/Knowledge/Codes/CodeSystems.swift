/// The code systems that other people's data are written in, and the tables that tell places apart.
public struct CodeSystems: Sendable {
  package let countries: CountryCodes
  package let cameo: CameoCodes
  package let plover: Plover
  package let states: States
  package let places: Places

  /// Loads what it needs of the data folder, which is quick: no offices and no event lexicon.
  ///
  /// - Throws: ``KnowledgeError`` with file and line where a table is missing or a row cannot be used.
  public init(contentsOf folder: String) throws(KnowledgeError) {
    let codes = try Table(path: "\(folder)/cameo-codes.tsv", columns: 7)
    countries = try CountryCodes(Table(path: "\(folder)/country-codes.tsv", columns: 7))
    cameo = try CameoCodes(
      codes, acts: Table(path: "\(folder)/act-codes.tsv", columns: 2),
      actors: Table(path: "\(folder)/cameo-actors.tsv", columns: 4))
    plover = try Plover(
      Table(path: "\(folder)/plover.tsv", columns: 5), cameo: Table(path: "\(folder)/cameo.tsv", columns: 4),
      codes: codes)
    states = try States(Table(path: "\(folder)/states.tsv", columns: 16))
    places = try Places(Table(path: "\(folder)/places.tsv", columns: 8), states: states)
  }
}
