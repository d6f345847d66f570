internal import Knowledge
internal import Linguistics
internal import Record

/// Tells deeds from statements: "recalled its ambassadors" and "imposed new duties" are events, and say nothing.
struct Deeds {
  let doc: Doc
  let quotations: Quotations
  let frames: Frames

  /// Whether a proposal's cue is a verb that, with what it takes for its content, tells of something done.
  ///
  /// What asks, offers or refuses is an act of speech whatever it is about: "ordered the deployment".
  func isDeed(_ proposal: Proposal) -> Bool {
    let verb = doc[proposal.head]
    guard verb.pos == .verb, proposal.act == .state, proposal.relays.isEmpty,
      !proposal.content.contains(where: isQuoted),
      let object = proposal.content.lazy.compactMap({ object(of: verb, in: $0) }).first
    else { return false }
    return frames.isDeed(verb.lowerLemma, object: object.lowerLemma, isCue: proposal.rule != .tagger)
  }

  private func isQuoted(_ content: Range<Int>) -> Bool { content.contains { quotations.stretch(at: $0) != nil } }

  private func object(of verb: Token, in content: Range<Int>) -> Token? {
    verb.children.first { ["dobj", "nsubjpass"].contains($0.label) && content.contains($0.index) }
  }
}
