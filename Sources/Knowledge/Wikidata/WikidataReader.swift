import FoundationEssentials

/// Reads who held which office when from a Wikidata dump or from the result of a query.
struct WikidataReader {
  /// The times in office, in the order of the file.
  private(set) var tenures: [WikidataTenure] = []
  /// How many statements of a position are no office that the tables have, or have no begin.
  private(set) var leftOut = 0

  private let knowledge: Knowledge
  private let path: String

  /// Reads the file at `path`: a JSON dump with an item a line, packed with gzip or not, or a query result in
  /// `application/sparql-results+json`.
  ///
  /// - Throws: ``KnowledgeError`` where it is neither.
  init(path: String, knowledge: Knowledge) throws(KnowledgeError) {
    self.knowledge = knowledge
    self.path = path
    if try Self.isQueryResult(path) { try readQueryResult() } else { try readDump() }
  }

  // MARK: - Query results

  private static func isQueryResult(_ path: String) throws(KnowledgeError) -> Bool {
    var lines = try GzipLines(path: path)
    while let line = try lines.next() {
      guard let first = line.first(where: { $0 > UInt8(ascii: " ") }) else { continue }
      // A dump begins with "[", or with an item.
      return first == UInt8(ascii: "{") && !contains(line, "\"claims\":")
    }
    return false
  }

  private struct QueryResult: Decodable {
    let results: Results
    struct Results: Decodable { let bindings: [[String: Binding]] }
    struct Binding: Decodable { let value: String }
  }

  private mutating func readQueryResult() throws(KnowledgeError) {
    var bytes: [UInt8] = []
    var lines = try GzipLines(path: path)
    while let line = try lines.next() { bytes += line + [UInt8(ascii: "\n")] }
    let bindings: [[String: QueryResult.Binding]]
    do {
      bindings = try JSONDecoder().decode(QueryResult.self, from: Data(bytes)).results.bindings
    } catch {
      throw KnowledgeError(
        file: path, message: "is neither a Wikidata dump nor a query result in JSON")
    }
    for binding in bindings {
      func value(_ name: String) -> String? { binding[name]?.value }
      func item(_ name: String) -> String? {
        value(name)?.split(separator: "/").last.map(String.init)
      }
      let state =
        (value("iso") ?? value("code")).flatMap { knowledge.states.state(code: $0)?.code }
        ?? value("countryLabel").flatMap { knowledge.states.state(named: $0)?.code }
      guard let person = item("person"), let name = value("personLabel"),
        let label = value("positionLabel"),
        let position = WikidataPosition(label: label, country: state, knowledge: knowledge),
        let from = WikidataTime.date(value("start"))
      else {
        leftOut += 1
        continue
      }
      let sex: Sex? =
        switch item("sex") ?? value("sexLabel") {
        case "Q6581072", "female": .female
        case "Q6581097", "male": .male
        default: nil
        }
      tenures.append(
        WikidataTenure(
          person: person, name: name, aliases: [], sex: sex, position: position, from: from,
          to: WikidataTime.date(value("end"))))
    }
  }

  // MARK: - Dumps

  private mutating func readDump() throws(KnowledgeError) {
    // First the states and the positions, which may stand after those who held them.
    var codes: [String: String] = [:]
    var labels: [String: (label: String, jurisdictions: [String])] = [:]
    try forEachItem(containing: ["\"P298\"", "\"P1001\"", "\"P1308\""]) { item in
      if let code = item.countryCode {
        codes[item.id] = code
      } else if let label = item.label {
        labels[item.id] = (label, item.jurisdictions)
      }
    }
    var positions: [String: WikidataPosition] = [:]
    for (id, described) in labels {
      let states = described.jurisdictions.compactMap { codes[$0] }.compactMap {
        knowledge.states.state(code: $0)?.code
      }
      positions[id] = WikidataPosition(
        label: described.label, country: states.first, knowledge: knowledge)
    }
    var tenures: [WikidataTenure] = []
    var leftOut = 0
    try forEachItem(containing: ["\"P39\""]) { item in
      for statement in item.positions {
        guard let position = statement.item.flatMap({ positions[$0] }), let from = statement.start,
          let name = item.label,
          statement.end != nil || !statement.isOver
        else {
          leftOut += 1
          continue
        }
        tenures.append(
          WikidataTenure(
            person: item.id, name: name, aliases: item.otherLabels, sex: item.sex,
            position: position, from: from,
            to: statement.end))
      }
    }
    self.tenures = tenures
    self.leftOut = leftOut
  }

  /// Calls `body` with each item whose line has one of `words` in it.
  private func forEachItem(containing words: [String], _ body: (WikidataItem) -> Void)
    throws(KnowledgeError)
  {
    var lines = try GzipLines(path: path)
    let decoder = JSONDecoder()
    var isOfItems = false
    while var line = try lines.next() {
      while let last = line.last, last <= UInt8(ascii: " ") || last == UInt8(ascii: ",") {
        line.removeLast()
      }
      guard line.first(where: { $0 > UInt8(ascii: " ") }) == UInt8(ascii: "{") else { continue }
      isOfItems = true
      guard words.contains(where: { Self.contains(line, $0) }),
        let item = try? decoder.decode(WikidataItem.self, from: Data(line))
      else { continue }
      body(item)
    }
    guard isOfItems else {
      throw KnowledgeError(
        file: path,
        message: "is neither a Wikidata dump, an item a line, nor a query result in JSON")
    }
  }

  private static func contains(_ line: [UInt8], _ word: String) -> Bool {
    let word = Array(word.utf8)
    return line.withUnsafeBufferPointer { line in
      guard let first = word.first, line.count >= word.count else { return false }
      return (0...(line.count - word.count)).contains { start in
        line[start] == first && word.indices.allSatisfy { line[start + $0] == word[$0] }
      }
    }
  }
}
