/// The states of the world, found by any of the names that news has for them.
public struct States: Sendable, RandomAccessCollection {
  private let states: [State]
  private let codes: [String: Int]
  private let alpha2Codes: [String: Int]
  private var names = NameIndex()
  private var shorthands = NameIndex()
  private var capitals = NameIndex()
  private var demonyms = NameIndex()
  private var metonyms = NameIndex()

  public var startIndex: Int { states.startIndex }
  public var endIndex: Int { states.endIndex }
  public subscript(position: Int) -> State { states[position] }

  package init(_ table: Table) throws(KnowledgeError) {
    var states: [State] = []
    var codes: [String: Int] = [:]
    var alpha2Codes: [String: Int] = [:]
    var folding = Folding()
    for row in table.rows {
      let state = try State(row: row)
      let index = states.count
      states.append(state)
      if let code = state.to == nil ? state.code : state.formerCode,
        let taken = codes.updateValue(index, forKey: code)
      {
        throw row.error("the code \(code) belongs to \(states[taken].name); give each row its own")
      }
      if let alpha2 = state.alpha2, alpha2Codes.updateValue(index, forKey: alpha2) != nil {
        throw row.error("the code \(alpha2) belongs to another state; give each row its own")
      }
      for name in [state.name] + state.aliases { names.insert(name, row: index, folding: &folding) }
      for name in state.shorthands { shorthands.insert(name, row: index, folding: &folding) }
      for name in state.capital where state.to == nil { capitals.insert(name, row: index, folding: &folding) }
      for name in state.adjectives + state.nationals { demonyms.insert(name, row: index, folding: &folding) }
      for name in state.metonyms { metonyms.insert(name, row: index, folding: &folding) }
    }
    self.states = states
    self.codes = codes
    self.alpha2Codes = alpha2Codes
  }

  /// Lets `metonym` stand for the government of the state with `code`, after what it stands for already.
  mutating func add(metonym: String, of code: String) {
    guard let index = codes[code] else { return }
    var folding = Folding()
    metonyms.insert(metonym, row: index, folding: &folding)
  }

  /// The state with an ISO 3166-1 alpha-3 code (or a former state's own: `SUN`).
  public func state(code: String) -> State? { codes[code].map { states[$0] } }

  /// The state with an ISO 3166-1 alpha-2 code.
  public func state(alpha2: String) -> State? { alpha2Codes[alpha2].map { states[$0] } }

  /// The state that `name` is a name of, with or without "the".
  public func state(named name: String) -> State? { state(named: NameKey(name)) }
  package func state(named name: NameKey) -> State? { names.row(named: name).map { states[$0] } }

  /// The state whose adjective or people `demonym` is, the one that news means where several share it ("Dominican").
  public func state(demonym: String) -> State? { state(demonym: NameKey(demonym)) }
  package func state(demonym: NameKey) -> State? { demonyms.row(named: demonym).map { states[$0] } }

  /// The states whose adjective or people `demonym` is.
  public func states(demonym: String) -> [State] { demonyms.rows(named: demonym).map { states[$0] } }

  /// The state whose government a palace, street or office stands for ("Downing Street").
  public func state(metonym: String) -> State? { state(metonym: NameKey(metonym)) }
  package func state(metonym: NameKey) -> State? { metonyms.row(named: metonym).map { states[$0] } }

  /// The state whose capital `name` is.
  public func state(capital name: String) -> State? { state(capital: NameKey(name)) }
  package func state(capital name: NameKey) -> State? { capitals.row(named: name).map { states[$0] } }

  /// The states that "the North" and its like can stand for; the text has to name one of them elsewhere.
  public func states(shorthand: String) -> [State] { shorthands.rows(named: shorthand).map { states[$0] } }
}
