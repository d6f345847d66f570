/// Organizations, groups and forums, found by name or by what stands for them.
public struct Organizations: Sendable, RandomAccessCollection {
  private var organizations: [Organization] = []
  private var codes: [String: Int] = [:]
  private var names = NameIndex()
  private var metonyms = NameIndex()

  public var startIndex: Int { organizations.startIndex }
  public var endIndex: Int { organizations.endIndex }
  public subscript(position: Int) -> Organization { organizations[position] }

  /// Reads the bodies and what stands for them ("Turtle Bay": metonym, code, source).
  package init(_ table: Table, metonyms metonymTable: Table? = nil) throws(KnowledgeError) {
    var folding = Folding()
    for row in table.rows {
      let organization = try Organization(row: row)
      if let taken = codes.updateValue(organizations.count, forKey: organization.code) {
        throw row.error("the code \(organization.code) belongs to \(organizations[taken].name); give each row its own")
      }
      for name in [organization.name] + organization.aliases {
        names.insert(name, row: organizations.count, folding: &folding)
      }
      organizations.append(organization)
    }
    guard let metonymTable else { return }
    for row in metonymTable.rows {
      let code = try row.required(1, "code")
      guard let index = codes[code] else {
        throw row.error("\(code) is no code of organizations.tsv; correct it or add the body there")
      }
      metonyms.insert(try row.required(0, "metonym"), row: index, folding: &folding)
    }
  }

  /// Adds a body, after those that are there.
  mutating func add(_ organization: Organization) {
    var folding = Folding()
    for name in organization.aliases { names.insert(name, row: organizations.count, folding: &folding) }
    codes[organization.code] = codes[organization.code] ?? organizations.count
    organizations.append(organization)
  }

  /// The organization with `code` as its key in the tables.
  public func organization(code: String) -> Organization? { codes[code].map { organizations[$0] } }

  /// The organization that `name` is a name of, with or without "the"; the first of the table where several share it.
  public func organization(named name: String) -> Organization? { organization(named: NameKey(name)) }
  package func organization(named name: NameKey) -> Organization? { names.row(named: name).map { organizations[$0] } }

  /// All organizations that `name` is a name of ("Senate").
  public func organizations(named name: String) -> [Organization] {
    names.rows(named: name).map { organizations[$0] }
  }

  /// The organization that a city, street or building stands for ("Brussels").
  public func organization(metonym: String) -> Organization? {
    metonyms.rows(named: metonym).first.map { organizations[$0] }
  }
}
