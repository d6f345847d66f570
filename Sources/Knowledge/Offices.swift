import FoundationEssentials
public import Record

/// Who held which office when.
public struct Offices: Sendable, RandomAccessCollection {
  private var terms: [Term] = []
  /// The terms of each state's and organization's offices.
  private var ranges: [String: Range<Int>] = [:]
  private var names = NameIndex(capacity: 1 << 14)
  private var families = NameIndex(capacity: 1 << 12)
  /// Those of whom dictionaries tell, and their whole names; the tables know them not.
  private var others: [Holder] = []
  private var otherNames = NameIndex(capacity: 1)

  public var startIndex: Int { terms.startIndex }
  public var endIndex: Int { terms.endIndex }
  public subscript(position: Int) -> Holder { Holder(terms[position]) }

  /// Reads all tables of `folder`, each named after the code of its state or organization.
  init(contentsOf folder: String, states: States, organizations: Organizations) throws(KnowledgeError) {
    let files: [String]
    do { files = try FileManager.default.contentsOfDirectory(atPath: folder) } catch {
      throw KnowledgeError(file: folder, message: "cannot be listed; is the data folder complete?")
    }
    var folding = Folding()
    for file in files.sorted() where file.hasSuffix(".tsv") {
      let table = try Table(path: "\(folder)/\(file)", columns: 9)
      try append(table, code: String(file.dropLast(4)), states: states, organizations: organizations, folding: &folding)
    }
  }

  /// Reads one table, the offices of the state or organization with `code`.
  package init(
    _ table: Table, code: String, states: States, organizations: Organizations
  ) throws(KnowledgeError) {
    var folding = Folding()
    try append(table, code: code, states: states, organizations: organizations, folding: &folding)
  }

  private mutating func append(
    _ table: Table, code: String, states: States, organizations: Organizations, folding: inout Folding
  ) throws(KnowledgeError) {
    let isState = states.state(code: code) != nil
    guard isState || organizations.organization(code: code) != nil else {
      throw KnowledgeError(
        file: table.file,
        message: "\(code) is neither a state of states.tsv nor a body of organizations.tsv; name the file after one")
    }
    let start = terms.count
    for row in table.rows {
      let term = try Term(row: row, code: code, isOfState: isState)
      let index = terms.count
      names.insert(person: row.bytes(2), row: index, folding: &folding)
      row.forEach(in: 4) { names.insert(person: $0, row: index, folding: &folding) }
      families.insert(person: row.bytes(3), row: index, folding: &folding)
      terms.append(term)
    }
    ranges[code] = start..<terms.count
  }

  /// Who held `office` in a state on a day of `date`, in the order of the file.
  ///
  /// - Parameter country: ISO 3166-1 alpha-3.
  public func holders(office: OfficeKind, country: String, on date: PartialDate) -> [Holder] {
    terms(of: country).filter { $0.isOfState && $0.offices.contains(office) && $0.held(on: date) }.map(Holder.init)
  }

  /// Who headed an organization on a day of `date`.
  ///
  /// - Parameter organization: The key of the organization (``Organization/code``).
  public func heads(of organization: String, on date: PartialDate) -> [Holder] {
    terms(of: organization).filter { !$0.isOfState && $0.held(on: date) }.map(Holder.init)
  }

  /// All who held an office of a state or organization, with `code` as in the file's name.
  public func holders(of code: String) -> [Holder] { terms(of: code).map(Holder.init) }

  /// Adds somebody of whom a dictionary tells.
  mutating func add(_ holders: [Holder], names: [String]) {
    var folding = Folding()
    for index in others.count..<others.count + holders.count {
      for name in names { otherNames.insert(person: ArraySlice(name.utf8), row: index, folding: &folding) }
    }
    others += holders
  }

  /// Whether the tables have somebody of that whole name.
  func knows(_ name: String) -> Bool { !names.rows(person: name).isEmpty }

  private func terms(of code: String) -> ArraySlice<Term> { terms[ranges[code] ?? 0..<0] }

  /// The times in office of those whom a whole name can mean, in any of its spellings; of those with that family name
  /// where it is nobody's whole name.
  ///
  /// Accents, case, hyphens, Arabic articles and initials do not count: "Recep Tayyip Erdogan", "Abdel-Fattah al-Sisi".
  public func holders(named name: String) -> [Holder] {
    for rows in [names.rows(person: name), names.rows(personWithoutMiddle: name)] where !rows.isEmpty {
      return rows.map { Holder(terms[$0]) }
    }
    if !others.isEmpty {
      let rows = otherNames.rows(person: name)
      if !rows.isEmpty { return rows.map { others[$0] } }
    }
    return holders(family: name)
  }

  /// The times in office of those who are called `family` on second mention.
  public func holders(family: String) -> [Holder] { families.rows(person: family).map { Holder(terms[$0]) } }
}
