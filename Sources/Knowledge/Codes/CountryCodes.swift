/// What other people's data call the states and territories.
package struct CountryCodes: Sendable, RandomAccessCollection {
  private var rows: [Row] = []
  private var byISO: [String: Int] = [:]
  private var byCOW: [String: Int] = [:]

  /// One state or territory; a code is `nil` where that system has none for it.
  package struct Row: Sendable, Equatable {
    /// ISO 3166-1 alpha-3; `KOS` for Kosovo.
    package let iso3: String
    /// ISO 3166-1 alpha-2; `XK` for Kosovo.
    package let iso2: String?
    /// FIPS 10-4.
    package let fips: String?
    /// The letters of the Correlates of War project.
    package let cow: String?
    /// Its number.
    package let cowNumber: Int?
    package let cameo: String
    package let plover: String

    init(_ row: Table.Row) throws(KnowledgeError) {
      iso3 = try row.code(0, "iso3", letters: 3)
      iso2 = row.isEmpty(1) ? nil : try row.code(1, "iso2", letters: 2)
      fips = row.isEmpty(2) ? nil : try row.code(2, "fips", letters: 2)
      cow = row.isEmpty(3) ? nil : try row.code(3, "cow", letters: 3)
      cowNumber = try row.number(4, "number")
      cameo = try row.code(5, "cameo", letters: 3)
      plover = try row.code(6, "plover", letters: 3)
      guard (cow == nil) == (cowNumber == nil) else {
        throw row.error("has one of the two codes of Correlates of War; give both or neither")
      }
    }
  }

  package var startIndex: Int { rows.startIndex }
  package var endIndex: Int { rows.endIndex }
  package subscript(position: Int) -> Row { rows[position] }

  /// Reads `country-codes.tsv` (7 columns).
  package init(_ table: Table) throws(KnowledgeError) {
    var taken: [String: String] = [:]
    for line in table.rows {
      let row = try Row(line)
      for (system, code) in [
        ("iso3", row.iso3), ("iso2", row.iso2), ("fips", row.fips), ("cow", row.cow), ("cameo", row.cameo),
        ("number", row.cowNumber.map(String.init)),
      ] {
        guard let code, let other = taken.updateValue(row.iso3, forKey: "\(system) \(code)") else { continue }
        throw line.error("the \(system) code \(code) is \(other)'s; give each row its own")
      }
      byISO[row.iso3] = rows.count
      if let cow = row.cow { byCOW[cow] = rows.count }
      rows.append(row)
    }
  }

  /// The codes of the state with an ISO 3166-1 alpha-3 code.
  package func row(iso3: String) -> Row? { byISO[iso3].map { rows[$0] } }

  /// The codes of the state with a code of Correlates of War in letters.
  package func row(cow: String) -> Row? { byCOW[cow].map { rows[$0] } }
}

extension Table.Row {
  /// A code of so many capital letters.
  fileprivate func code(_ column: Int, _ name: String, letters: Int) throws(KnowledgeError) -> String {
    let code = try required(column, name)
    guard code.utf8.count == letters, code.utf8.allSatisfy({ 0x41...0x5A ~= $0 }) else {
      throw error("column \(column + 1) (\(name)) is no code of \(letters) capital letters: \(code)")
    }
    return code
  }
}
