import Record

/// What an entity of a record is called across records: `state:JPN`, `person:shinzo abe/JPN`, `organization:world bank`.
enum ActorKey {
  /// The key of `entity`; `nil` where nothing but nouns and pronouns refer to it, such as "officials".
  static func key(of entity: Readout.Entity) -> String? {
    let isNamed = entity.mentions.contains { [.name, .metonym, .demonym].contains($0.kind) }
    guard isNamed || entity.basis == .knowledge else { return nil }
    if entity.type == .country, let country = entity.country { return "state:\(country)" }
    let name = entity.name.lowercased().split { $0 == " " || $0 == "\n" || $0 == "\t" }.joined(separator: " ")
    guard !name.isEmpty else { return nil }
    return "\(entity.type.rawValue):\(name)" + (entity.country.map { "/\($0)" } ?? "")
  }
}
