package import Record

/// The event codes of CAMEO, and what statements and actors are among its codes.
package struct CameoCodes: Sendable {
  private var codes: [String: Code] = [:]
  private var acts: [Act: String] = [:]
  private var bodies: [String: Actor] = [:]
  private var sectors: [String: Actor] = [:]

  /// An event code; a member is `nil` where there is nothing of the kind.
  package struct Code: Sendable, Equatable {
    /// Three or four digits, the first of which may be a zero.
    package let code: String
    /// CAMEO's words for it.
    package let label: String
    /// The code of the same thing while it is still ahead.
    package let planned: String?
    /// The code of the same thing as the other side's, for what two sides do together.
    package let mirror: String?
    /// GDELT's quadrant, 1 to 4.
    package let quad: Int
    package let goldstein: Double?

    /// The first two digits.
    package var root: String { String(code.prefix(2)) }
    /// The first three digits.
    package var base: String { String(code.prefix(3)) }
  }

  /// What a PLOVER body or sector is elsewhere.
  package struct Actor: Sendable, Equatable {
    package let cameo: String?
    package let icews: String?
  }

  /// Reads `cameo-codes.tsv` (7 columns), `act-codes.tsv` (2) and `cameo-actors.tsv` (4).
  package init(_ table: Table, acts actCodes: Table, actors: Table) throws(KnowledgeError) {
    for row in table.rows {
      let code = try Code(row)
      guard codes.updateValue(code, forKey: code.code) == nil else {
        throw row.error("the code \(code.code) has a row already; keep one")
      }
    }
    for row in table.rows {
      for (column, name) in [(2, "planned"), (3, "mirror")] {
        if let other = row.value(column), codes[other] == nil {
          throw row.error("column \(column + 1) (\(name)) is no code of this table: \(other)")
        }
      }
    }
    for row in actCodes.rows {
      guard let act = Act(rawValue: row.fields[0]) else { throw row.error("\(row.fields[0]) is no act of the record") }
      let code = try row.required(1, "cameo")
      guard codes[code] != nil else { throw row.error("column 2 (cameo) is no code of cameo-codes.tsv: \(code)") }
      acts[act] = code
    }
    for row in actors.rows {
      let actor = Actor(cameo: row.value(2), icews: row.value(3))
      switch row.fields[0] {
      case "body": bodies[try row.required(1, "plover")] = actor
      case "sector": sectors[try row.required(1, "plover")] = actor
      default: throw row.error("column 1 (kind) is neither body nor sector: \(row.fields[0])")
      }
    }
  }

  package subscript(code: String) -> Code? { codes[code] }

  /// The code of a statement that tells of no event.
  package func code(of act: Act) -> String? { acts[act] }

  /// What an actor that is no state is elsewhere, by PLOVER's code (`UNO`).
  package func body(_ plover: String) -> Actor? { bodies[plover] }

  /// What a sector is elsewhere, by PLOVER's code (`GOV`).
  package func sector(_ plover: String) -> Actor? { sectors[plover] }
}

extension CameoCodes.Code {
  fileprivate init(_ row: Table.Row) throws(KnowledgeError) {
    code = try row.required(0, "cameo")
    guard (3...4).contains(code.utf8.count), code.utf8.allSatisfy({ 0x30...0x39 ~= $0 }) else {
      throw row.error("column 1 (cameo) is no code of three or four digits: \(code)")
    }
    planned = row.value(2)
    mirror = row.value(3)
    guard let quad = try row.number(4, "quad"), 1...4 ~= quad else {
      throw row.error("column 5 (quad) has to be 1, 2, 3 or 4")
    }
    self.quad = quad
    goldstein = try row.value(5).map { field throws(KnowledgeError) in
      guard let number = Double(field), -10...10 ~= number else {
        throw row.error("column 6 (goldstein) is no number from -10 to 10: \(field)")
      }
      return number
    }
    label = try row.required(6, "label")
  }
}
