internal import Linguistics
internal import Record

extension Assembly {
  /// What a statement rests on, in words.
  func evidence(of statement: Statement) -> Readout.Evidence? {
    guard let evidence = statement.evidence else { return nil }
    var result = Readout.Evidence(
      rule: evidence.rule, entry: evidence.entry.joined(separator: " "), sure: evidence.sure)
    let doc = story.doc
    guard doc.indices.contains(statement.cue.head) else { return result }
    let cue = doc[statement.cue.head]
    func path(to token: Int?) -> String? {
      token.flatMap { doc.indices.contains($0) ? ParsePath(from: cue, to: doc[$0])?.text : nil }
    }
    result.contentPath = path(to: evidence.contentHead ?? statement.content.lazy.compactMap(head).first)
    result.speakerPath = path(to: evidence.speakerHead)
    result.tagger = evidence.tagger
    return result
  }

  /// The first of the tokens in `bytes` that hangs on none of them.
  private func head(of bytes: Range<Int>) -> Int? {
    let tokens = story.doc.tokens(touching: bytes)
    return tokens.first { index in
      let token = story.doc[index]
      return token.pos != .punct && !token.isSpace && (token.isRoot || !tokens.contains(token.head.index))
    }
  }
}
