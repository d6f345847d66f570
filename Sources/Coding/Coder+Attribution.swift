internal import Knowledge

extension Coder {
  /// How a coder finds who said what. A tagger is another case, with its model as its value.
  public enum Attribution: Sendable {
    /// Rules over the parse, with a lexicon of cues.
    case rules

    /// What readouts call it in `coder.attribution`: `rules`, or a model's name and version.
    public var name: String {
      switch self {
      case .rules: "rules"
      }
    }

    func reader(cues: Cues) -> any StatementReader {
      switch self {
      case .rules: RuleStatementReader(cues: cues)
      }
    }
  }
}
