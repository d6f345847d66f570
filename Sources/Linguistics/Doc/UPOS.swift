/// A universal part of speech (Universal Dependencies v2, with spaCy's `SPACE` and the empty tag).
public enum UPOS: UInt8, Sendable, CaseIterable {
  case none
  case adj, adp, adv, aux, cconj, conj, det, intj, noun, num, part, pron, propn, punct, sconj, sym, verb, x, space

  /// The tag as Universal Dependencies writes it, `PROPN` for instance; empty for ``none``.
  public var name: String { self == .none ? "" : String(describing: self).uppercased() }

  /// The part of speech that `name` (`"PROPN"`) stands for, or `nil`.
  public init?(name: String) {
    guard let match = UPOS.allCases.first(where: { $0.name == name }) else { return nil }
    self = match
  }
}
