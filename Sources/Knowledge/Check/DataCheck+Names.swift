extension DataCheck {
  /// PLOVER's sectors, and its codes for actors that are no state (PLOVER manual, actor codes).
  private static let sectors: Set<String> = [
    "COP", "GOV", "JUD", "LEG", "MIL", "PRM", "PTY", "REB", "SPY", "UAF", "UNK", "AGR", "BUS", "CRM", "CVL", "EDU",
    "ELI",
    "JRN", "LAB", "MED", "REF", "OPP", "PRE", "REL", "SOC",
  ]
  private static let bodies: Set<String> = ["UNO", "EUR", "IGO", "NGO", "NGM", "ISM", "IMG", "MNC"]

  /// Checks the states; returns their codes.
  mutating func checkStates() -> Set<String> {
    let rows = table("states.tsv", columns: 16)
    var states: [(state: State, row: Table.Row)] = []
    for row in rows {
      checkBasis(row, column: 15)
      if let state = attempt({ () throws(KnowledgeError) in try State(row: row) }) { states.append((state, row)) }
    }
    var codes: [String: Int] = [:]
    var alpha2: [String: Int] = [:]
    var names: [String: [Int]] = [:]
    for (index, (state, row)) in states.enumerated() {
      if let from = state.from, let to = state.to, from.earliest > to.latest {
        report(row, "ends (\(to)) before it begins (\(from)); correct one of them")
      }
      if let code = state.to == nil ? state.code : state.formerCode, let other = codes.updateValue(index, forKey: code)
      {
        report(row, "the code \(code) belongs to \(states[other].state.name); give each row its own")
      }
      if let code = state.alpha2, let other = alpha2.updateValue(index, forKey: code) {
        report(row, "the code \(code) belongs to \(states[other].state.name); give each row its own")
      }
      for name in Set([state.name] + state.aliases) {
        for other in names[name, default: []] where Self.coexist(states[other].state, state) {
          report(
            row, "\"\(name)\" is a name of \(states[other].state.name) too (line \(states[other].row.line)); leave one")
        }
        names[name, default: []].append(index)
      }
    }
    for (state, row) in states where state.to != nil && codes[state.code] == nil {
      report(row, "\(state.code), which carries on its place, is no code of the table")
    }
    count("states and territories", states.count)
    return Set(codes.keys)
  }

  private static func coexist(_ one: State, _ other: State) -> Bool {
    (one.from?.latest ?? 0) < (other.to?.earliest ?? .max) && (other.from?.latest ?? 0) < (one.to?.earliest ?? .max)
  }

  /// Checks the organizations and the places that stand for them; returns their codes.
  mutating func checkOrganizations(states: Set<String>) -> Set<String> {
    var organizations: [(organization: Organization, row: Table.Row)] = []
    for row in table("organizations.tsv", columns: 10) {
      checkBasis(row, column: 9)
      if let organization = attempt({ () throws(KnowledgeError) in try Organization(row: row) }) {
        organizations.append((organization, row))
      }
    }
    var lines: [String: Int] = [:]
    var names: [String: Int] = [:]
    for (organization, row) in organizations {
      if states.contains(organization.code) { report(row, "\(organization.code) is a state's code; choose another") }
      if let line = lines.updateValue(row.line, forKey: organization.code) {
        report(row, "the code \(organization.code) stands in line \(line) already; give each row its own")
      }
      if let line = names.updateValue(row.line, forKey: "\(organization.name) \(organization.plover)") {
        report(row, "\"\(organization.name)\" stands in line \(line) already; leave one")
      }
      if !states.contains(organization.plover), !Self.bodies.contains(organization.plover) {
        report(
          row,
          "\(organization.plover) is neither a state's code nor one of \(Self.bodies.sorted().joined(separator: ", "))")
      }
      if let sector = organization.sector, !Self.sectors.contains(sector) {
        report(row, "\(sector) is no sector; write one of \(Self.sectors.sorted().joined(separator: ", ")) or -")
      }
      var own: Set<String> = []
      for name in [organization.name] + organization.aliases where !own.insert(name).inserted {
        report(row, "\"\(name)\" stands in the row twice; leave one")
      }
    }
    for (organization, row) in organizations {
      if let parent = organization.parent, lines[parent] == nil { report(row, "\(parent) is no code of the table") }
    }
    count("organizations", organizations.count)

    var metonyms: [String: Int] = [:]
    for row in table("metonyms.tsv", columns: 3) {
      checkBasis(row, column: 2)
      if let code = row.value(1), lines[code] == nil { report(row, "\(code) is no code of organizations.tsv") }
      if let line = row.value(0).flatMap({ metonyms.updateValue(row.line, forKey: $0) }) {
        report(row, "stands in line \(line) already; leave one")
      }
    }
    return Set(lines.keys)
  }

  mutating func checkPlaces(states: Set<String>) {
    let rows = table("places.tsv", columns: 8)
    var names: [String: Int] = [:]
    var identifiers: [Int: Int] = [:]
    for row in rows {
      checkBasis(row, column: 7)
      guard let place = attempt({ () throws(KnowledgeError) in try Place(row: row) }) else { continue }
      if let country = place.country, !states.contains(country) { report(row, "\(country) is no code of states.tsv") }
      if let line = names.updateValue(row.line, forKey: "\(place.name) \(place.country ?? "-")") {
        report(row, "\(place.name) stands in line \(line) already; leave one")
      }
      if let line = place.geonames.flatMap({ identifiers.updateValue(row.line, forKey: $0) }) {
        report(row, "the GeoNames identifier of \(place.name) stands in line \(line) already; join the two rows")
      }
    }
    count("places beside the capitals", rows.count)
  }
}
