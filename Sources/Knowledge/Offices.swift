import FoundationEssentials
public import Record

/// Who held which office when.
public struct Offices: Sendable, RandomAccessCollection {
  private var holders: [Holder] = []
  /// The holders of each state's and organization's offices.
  private var ranges: [String: Range<Int>] = [:]
  private var names = NameIndex()
  private var families = NameIndex()

  public var startIndex: Int { holders.startIndex }
  public var endIndex: Int { holders.endIndex }
  public subscript(position: Int) -> Holder { holders[position] }

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
    let start = holders.count
    for row in table.rows {
      let holder = try Holder(row: row, country: isState ? code : nil, organization: isState ? nil : code)
      names.insert(person: holder.name, row: holders.count, folding: &folding)
      for alias in holder.aliases { names.insert(person: alias, row: holders.count, folding: &folding) }
      families.insert(person: holder.family, row: holders.count, folding: &folding)
      holders.append(holder)
    }
    ranges[code] = start..<holders.count
  }

  /// Who held `office` in a state on a day of `date`, in the order of the file.
  ///
  /// - Parameter country: ISO 3166-1 alpha-3.
  public func holders(office: OfficeKind, country: String, on date: PartialDate) -> [Holder] {
    holders(of: country).filter { $0.offices.contains(office) && $0.held(on: date) }
  }

  /// Who headed an organization on a day of `date`.
  ///
  /// - Parameter organization: The key of the organization (``Organization/code``).
  public func heads(of organization: String, on date: PartialDate) -> [Holder] {
    holders(of: organization).filter { $0.organization != nil && $0.held(on: date) }
  }

  /// All who held an office of a state or organization, with `code` as in the file's name.
  public func holders(of code: String) -> ArraySlice<Holder> { holders[ranges[code] ?? 0..<0] }

  /// The times in office of those whom a whole name can mean, in any of its spellings; of those with that family name
  /// where it is nobody's whole name.
  ///
  /// Accents, case, hyphens, Arabic articles and initials do not count: "Recep Tayyip Erdogan", "Abdel-Fattah al-Sisi".
  public func holders(named name: String) -> [Holder] {
    for rows in [names.rows(person: name), names.rows(personWithoutMiddle: name)] where !rows.isEmpty {
      return rows.map { holders[$0] }
    }
    return holders(family: name)
  }

  /// The times in office of those who are called `family` on second mention.
  public func holders(family: String) -> [Holder] { families.rows(person: family).map { holders[$0] } }
}
