extension Coder {
  /// How a coder finds who said what.
  public enum Attribution: Sendable {
    /// Rules over the parse, with a lexicon of cues.
    case rules
    /// A trained tagger, completed by the rules.
    case tagger(AttributionTagger)

    /// What readouts call it in `coder.attribution`: `rules`, or a model's name and version.
    public var name: String {
      switch self {
      case .rules: "rules"
      case .tagger(let tagger): tagger.name
      }
    }

    var tagger: AttributionTagger? {
      switch self {
      case .rules: nil
      case .tagger(let tagger): tagger
      }
    }
  }
}
