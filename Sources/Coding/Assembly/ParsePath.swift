package import Linguistics

/// The way from a token to another in the parse, to be read: `said >ccomp closed`.
///
/// `>label` goes down to a dependent, `<label` up from one to its head.
package struct ParsePath: Sendable {
  /// No way that tells anything is longer, in steps up and in steps down.
  private static let reach = 12

  package let text: String

  /// `nil` where the two are one token, lie in different sentences, or far apart.
  package init?(from start: Token, to end: Token) {
    guard start.index != end.index else { return nil }
    let up = Self.chain(from: start)
    let down = Self.chain(from: end)
    guard
      let (top, turn) = up.enumerated().lazy.compactMap({ step in
        down.firstIndex(of: step.element).map { (step.offset, $0) }
      }).first
    else { return nil }
    var text = start.text
    for step in 0..<top { text += " <\(up[step].label) \(up[step + 1].text)" }
    for step in (0..<turn).reversed() { text += " >\(down[step].label) \(down[step].text)" }
    self.text = text
  }

  /// The token and what is above it.
  private static func chain(from token: Token) -> [Token] {
    var chain = [token]
    while let last = chain.last, !last.isRoot, chain.count <= reach { chain.append(last.head) }
    return chain
  }
}
