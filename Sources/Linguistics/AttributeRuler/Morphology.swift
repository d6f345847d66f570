/// Morphological features in the notation of Universal Dependencies.
enum Morphology {
  /// What the lemmatizer asks for.
  struct Traits: OptionSet, Sendable {
    let rawValue: UInt8
    static let singular = Traits(rawValue: 1)
    static let numbered = Traits(rawValue: 2)
    static let infinitive = Traits(rawValue: 4)
    static let finite = Traits(rawValue: 8)
    static let formless = Traits(rawValue: 16)
    static let present = Traits(rawValue: 32)
    static let positive = Traits(rawValue: 64)
  }

  /// The features sorted, `A=B,C|D=E`; empty for `_`. Source: spaCy 3.8, `Morphology.normalize_features`.
  static func normalized(_ features: String) -> String {
    if features.isEmpty || features == "_" { return "" }
    var values: [String: String] = [:]
    for (field, value) in pairs(features) { values[field] = value }
    return values.map { "\($0.key)=\($0.value)" }.sorted().joined(separator: "|")
  }

  /// The traits of normalized features.
  static func traits(of features: String) -> Traits {
    var traits: Traits = []
    for (field, value) in pairs(features) {
      switch (field, value) {
      case ("Number", "Sing"): traits.formUnion([.singular, .numbered])
      case ("Number", _): traits.insert(.numbered)
      case ("VerbForm", "Inf"): traits.insert(.infinitive)
      case ("VerbForm", "Fin"): traits.insert(.finite)
      case ("VerbForm", "None"): traits.insert(.formless)
      case ("Tense", "Pres"): traits.insert(.present)
      case ("Degree", "Pos"): traits.insert(.positive)
      default: break
      }
    }
    return traits
  }

  private static func pairs(_ features: String) -> [(field: String, value: String)] {
    features.split(separator: "|").map { feature in
      let parts = feature.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
      let values = parts.count > 1 ? parts[1].split(separator: ",").sorted().joined(separator: ",") : ""
      return (String(parts[0]), values)
    }
  }
}
