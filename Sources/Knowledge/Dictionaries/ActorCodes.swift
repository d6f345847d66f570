internal import Record

/// What the groups of three letters mean of which CAMEO makes the codes of actors.
struct ActorCodes: Sendable {
  /// What a whole code says of an actor.
  struct Meaning: Sendable, Equatable {
    /// ISO 3166-1 alpha-3.
    var country: String?
    /// PLOVER's code for an actor that is no state.
    var body: String?
    /// PLOVER's sector.
    var sector: String?
    var office: OfficeKind?
    var title: String?
    /// Whether the code is for what is no actor.
    var isNobody = false
  }

  private var codes: [String: Meaning] = [:]

  init(_ table: Table) throws(KnowledgeError) {
    for row in table.rows {
      let code = try row.required(0, "code")
      var meaning = Meaning()
      switch try row.required(1, "kind") {
      case "state": meaning.country = try row.required(2, "value")
      case "body": meaning.body = try row.required(2, "value")
      case "sector":
        meaning.sector = row.value(2)
        meaning.office = row.value(3).flatMap(OfficeKind.init(rawValue:))
        meaning.title = row.value(4)
        guard (meaning.office == nil) == row.isEmpty(3), (meaning.office == nil) == (meaning.title == nil) else {
          throw row.error("columns 4 and 5 (office, title) have to be an office and its title, or both -")
        }
      case "nobody": meaning.isNobody = true
      default: throw row.error("column 2 (kind) has to be state, body, sector or nobody")
      }
      codes[code] = meaning
    }
  }

  /// Takes groups of letters for what PLOVER means by them, where that is something else.
  mutating func usePloverSectors() { codes["MED"]?.sector = "MED" }

  /// What `code` means, or `nil` where it begins with no state, kind of actor or sector.
  func meaning(of code: String, states: States) -> Meaning? {
    var meaning = Meaning()
    for (index, group) in groups(code).enumerated() {
      if let known = codes[group] {
        meaning.country = meaning.country ?? known.country
        meaning.body = meaning.body ?? known.body
        if meaning.sector == nil {
          (meaning.sector, meaning.office, meaning.title) = (known.sector, known.office, known.title)
        }
        if index == 0 { meaning.isNobody = known.isNobody }
      } else if index == 0 {
        guard let state = states.state(code: group) else { return nil }
        meaning.country = state.code
      }
    }
    return meaning
  }

  private func groups(_ code: String) -> [String] {
    let bytes = Array(code.utf8)
    return stride(from: 0, to: bytes.count - 2, by: 3).map { String(decoding: bytes[$0..<($0 + 3)], as: UTF8.self) }
  }
}
