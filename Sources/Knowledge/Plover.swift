package import Record

/// PLOVER's own tables: which modes a type has, quadrants, conflict-cooperation scores, and the nearest CAMEO codes.
package struct Plover: Sendable {
  private struct Entry: Sendable {
    var quad: QuadClass
    var score: Double?
  }

  private var entries: [EventType: [String: Entry]] = [:]
  private var cameo: [EventType: [String: [String: String]]] = [:]
  private var codes: Set<String>
  private var needsRecipient: Set<EventType> = []

  /// Reads `plover.tsv` (5 columns), `cameo.tsv` (4 columns) and `cameo-codes.tsv` (7 columns).
  package init(_ types: Table, cameo nearest: Table, codes: Table) throws(KnowledgeError) {
    self.codes = []
    for row in codes.rows {
      switch row.fields[1] {
      case "event": self.codes.insert(row.fields[0])
      case "speech": continue
      default: throw row.error("column 2 (kind) is neither event nor speech: \(row.fields[1])")
      }
    }
    for row in types.rows {
      let type = try row.eventType(0)
      guard let quad = QuadClass(rawValue: row.fields[2]) else {
        throw row.error("column 3 (quad) is not a quadrant: \(row.fields[2])")
      }
      var score: Double?
      if let field = row.value(3) {
        guard let number = Double(field) else { throw row.error("column 4 (score) is not a number: \(field)") }
        score = number
      }
      switch row.fields[4] {
      case "required": needsRecipient.insert(type)
      case "optional": break
      default: throw row.error("column 5 (recipient) is neither required nor optional: \(row.fields[4])")
      }
      entries[type, default: [:]][row.value(1) ?? ""] = Entry(quad: quad, score: score)
    }
    for type in EventType.allCases where entries[type]?[""] == nil {
      throw KnowledgeError(
        file: types.rows.first?.file ?? "plover.tsv", message: "has no row for \(type.rawValue) without a mode; add it")
    }
    for row in nearest.rows {
      let type = try row.eventType(0)
      let mode = row.value(1) ?? ""
      guard entries[type]?[mode] != nil else { throw row.error("\(type.rawValue) has no mode \(mode)") }
      let code = try row.required(3, "cameo")
      guard has(cameo: code) else { throw row.error("column 4 (cameo) is no code of cameo-codes.tsv: \(code)") }
      cameo[type, default: [:]][mode, default: [:]][row.value(2) ?? ""] = code
    }
  }

  /// Whether `mode` is one of the modes of `type`.
  package func has(mode: String, of type: EventType) -> Bool { !mode.isEmpty && entries[type]?[mode] != nil }

  /// Whether `code` is a CAMEO code of three or four digits that stands for an event.
  package func has(cameo code: String) -> Bool { codes.contains(code) }

  /// Whether the codebook codes no event of `type` without a recipient.
  package func needsRecipient(_ type: EventType) -> Bool { needsRecipient.contains(type) }

  /// The quadrant of `type`.
  package func quad(of type: EventType) -> QuadClass? { entries[type]?[""]?.quad }

  /// The conflict-cooperation score, -10 to 10: the first of `modes` that has one of its own, else the type's.
  package func score(of type: EventType, modes: [String]) -> Double? {
    for mode in modes { if let score = entries[type]?[mode]?.score { return score } }
    return entries[type]?[""]?.score
  }

  /// The nearest CAMEO code.
  package func cameo(of type: EventType, modes: [String], contexts: [String]) -> String? {
    for mode in modes + [""] {
      guard let codes = cameo[type]?[mode] else { continue }
      for context in contexts { if let code = codes[context] { return code } }
      if let code = codes[""] { return code }
    }
    return nil
  }
}

extension Table.Row {
  /// The PLOVER type that a column names.
  func eventType(_ column: Int) throws(KnowledgeError) -> EventType {
    guard let type = EventType(rawValue: fields[column]) else {
      throw error("column \(column + 1) is not a PLOVER type: \(fields[column]); write one of the 16 in capitals")
    }
    return type
  }
}
