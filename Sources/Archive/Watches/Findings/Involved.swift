/// Who takes part in something: who speaks, is spoken to or of, acts or is acted upon, and the parties of its issues.
struct Involved {
  /// Local ids.
  var entities: Set<String>
  /// Codes of states and bodies.
  var countries: Set<String>

  init(_ entities: [String?], issues: [String] = [], countries: [String?] = [], in article: WatchedArticle) {
    self.entities = Set(entities.compactMap { $0 })
    self.countries = Set(countries.compactMap { $0 })
    for entity in self.entities { if let country = article.country(entity) { self.countries.insert(country) } }
    for issue in issues {
      guard let slash = issue.firstIndex(of: "/") else { continue }
      for party in issue[issue.index(after: slash)...].split(separator: "-") { self.countries.insert(String(party)) }
    }
  }
}

extension Involved {
  func holds(_ dyad: WatchScope.Dyad) -> Bool { countries.contains(dyad.first) && countries.contains(dyad.second) }
}

extension WatchScope {
  /// Whether parties, people and words are those that the watch names.
  func holds(_ involved: Involved, words: @autoclosure () -> String, in article: WatchedArticle) -> Bool {
    guard dyads.isEmpty || dyads.contains(where: involved.holds),
      countries.isEmpty || countries.contains(where: involved.countries.contains)
    else { return false }
    guard people.isEmpty || people.contains(where: { article.isNamed($0, among: involved.entities) }) else {
      return false
    }
    guard !self.words.isEmpty else { return true }
    let wording = Wording(words())
    return self.words.contains { $0.occurs(in: wording) }
  }

  /// Whether one of the issues is one that the watch names, or it names none.
  func isAbout(_ issues: [String]) -> Bool {
    self.issues.isEmpty
      || issues.contains { issue in
        self.issues.contains { $0 == issue || $0.lowercased() == issue.prefix { $0 != "/" } }
      }
  }
}
