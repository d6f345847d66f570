/// A named entity as the model's `ner` component found it: a label and the tokens that it covers.
public struct NamedEntity: Sendable, Hashable {
  /// The label of the model's scheme, for OntoNotes `PERSON`, `GPE`, `NORP`, `DATE` and so on.
  public let label: String
  /// The tokens, half-open.
  public let tokens: Range<Int>

  public init(label: String, tokens: Range<Int>) {
    self.label = label
    self.tokens = tokens
  }
}
