import FoundationEssentials

/// Goes through the tables of a data folder and says, line by line, what is wrong with them.
///
/// Loading stops at the first row that cannot be used; a check goes on, and sees what loading does not mind: two holders
/// of one office on one day, a name that stands for two things, a row without its basis.
package struct DataCheck: Sendable {
  /// What is wrong, by file and line.
  package private(set) var findings: [KnowledgeError] = []
  /// How many rows of each kind there are.
  package private(set) var counts: [Count] = []

  /// How much there is of something.
  package struct Count: Sendable, Equatable {
    package let what: String
    package let number: Int
  }

  let folder: String

  /// Checks the data folder at `folder`.
  package init(folder: String) {
    self.folder = folder
    let states = checkStates()
    let organizations = checkOrganizations(states: states)
    checkPlaces(states: states)
    checkOffices(owners: states.union(organizations))
    checkRest()
    findings.sort { ($0.file, $0.line ?? 0, $0.message) < ($1.file, $1.line ?? 0, $1.message) }
  }

  // MARK: - What the parts of the check share

  /// The rows of a table; none, and a finding, where it cannot be read.
  mutating func table(_ name: String, columns: Int) -> [Table.Row] {
    let path = "\(folder)/\(name)"
    return attempt { () throws(KnowledgeError) in try Array(Table(path: path, columns: columns).rows) } ?? []
  }

  /// What `body` makes, or `nil` and a finding.
  mutating func attempt<Value>(_ body: () throws(KnowledgeError) -> Value) -> Value? {
    do { return try body() } catch {
      findings.append(error)
      return nil
    }
  }

  mutating func report(_ row: Table.Row, _ message: String) { findings.append(row.error(message)) }

  mutating func report(file: String, _ message: String) {
    findings.append(KnowledgeError(file: file, message: message))
  }

  mutating func count(_ what: String, _ number: Int) { counts.append(Count(what: what, number: number)) }

  /// A row has to name a reference in `column` where it can be checked.
  mutating func checkBasis(_ row: Table.Row, column: Int) {
    if row.isEmpty(column) { report(row, "names no source; give a public reference where the row can be checked") }
  }

  /// What loading alone checks.
  private mutating func checkRest() {
    let folder = folder
    guard findings.isEmpty, let knowledge = attempt({ () throws(KnowledgeError) in try Knowledge(contentsOf: folder) })
    else { return }
    count("given names", knowledge.givenNames.count)
    count("titles", knowledge.titles.count)
    count("frames", knowledge.frames.all.count)
  }
}
