internal import Record

/// An office of a state that a position of Wikidata is.
struct WikidataPosition: Sendable, Hashable {
  /// ISO 3166-1 alpha-3.
  let country: String
  /// What news calls whoever holds it.
  let title: String
  let office: OfficeKind

  /// Reads the position's label, "Prime Minister of Japan" or "French Foreign Minister".
  ///
  /// - Parameter country: The state that the position belongs to, by Wikidata's other statements.
  init?(label: String, country: String?, knowledge: Knowledge) {
    let words = label.split(separator: " ").map(String.init)
    // The state after the last "of", with the most words: "Minister of Foreign Affairs of the Republic of Korea".
    var named: (code: String, title: ArraySlice<String>)?
    for (index, word) in words.enumerated()
    where ["of", "for"].contains(word) && index > 0 && index + 1 < words.count {
      if let state = knowledge.states.state(named: words[(index + 1)...].joined(separator: " ")),
        state.to == nil
      {
        named = (state.code, words[..<index])
        break
      }
    }
    if named == nil {
      for count in stride(from: min(3, words.count - 1), through: 1, by: -1) {
        if let state = knowledge.states.state(demonym: words[..<count].joined(separator: " ")),
          state.to == nil
        {
          named = (state.code, words[count...])
          break
        }
      }
    }
    if named == nil, let country { named = (country, words[...]) }
    guard let (code, rest) = named, !rest.isEmpty else { return nil }
    // A deputy, a spouse or an office of a part of the state is another thing: the whole title has to be known.
    let lower = rest.map { $0.lowercased() }
    guard let match = knowledge.titles.title(startingAt: lower), match.range.count == lower.count,
      let office = match.title.office, Self.kinds.contains(office)
    else { return nil }
    self.country = country ?? code
    self.office = office
    title = Self.usual(rest, office)
  }

  private static let kinds: Set<OfficeKind> = [
    .headOfState, .headOfGovernment, .foreignMinister, .defenseMinister, .intelligenceChief,
  ]

  /// Ministers are called by the short form.
  private static func usual(_ title: ArraySlice<String>, _ office: OfficeKind) -> String {
    switch office {
    case .foreignMinister where title.first?.lowercased() == "minister": "Foreign Minister"
    case .defenseMinister where title.first?.lowercased() == "minister": "Defense Minister"
    default:
      title.map { word in
        ["of", "the", "and", "for"].contains(word)
          ? word : word.prefix(1).uppercased() + word.dropFirst()
      }
      .joined(separator: " ")
    }
  }
}
