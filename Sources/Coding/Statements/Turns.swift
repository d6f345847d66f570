internal import Knowledge
internal import Linguistics
internal import Newswire

/// Direct speech that no marks enclose: the turns of a transcript ("MR. BERG: …", "Q: …"), and a whole document that is
/// somebody's word ("The below is attributable to …").
struct Turns: Sendable {
  /// Who speaks, by what words, and what, as tokens.
  struct Turn: Sendable {
    var speaker: Range<Int>
    var cue: Int
    var content: [Range<Int>]
    var kind: Kind

    enum Kind: Sendable { case question, answer, speech, document }
  }

  /// In text order.
  private(set) var turns: [Turn] = []
  /// How many tokens a label may have.
  private let longestLabel = 8

  init(story: Story, cues: Cues) {
    let doc = story.doc
    let passages = story.article.passages.map { doc.tokens(touching: $0) }
    if let bytes = story.article.attributedTo { readDocument(bytes, passages: passages, doc: doc) }
    if turns.isEmpty { readTranscript(passages, doc: doc, cues: cues) }
  }

  /// The first tokens after the labels: no sentence goes on across them.
  var starts: Set<Int> { Set(turns.compactMap { $0.kind == .document ? nil : $0.cue + 1 }) }

  private mutating func readDocument(_ bytes: Range<Int>, passages: [Range<Int>], doc: Doc) {
    let speaker = doc.tokens(touching: bytes)
    guard let first = speaker.first, let at = passages.firstIndex(where: { $0.contains(first) }) else { return }
    let content = passages[(at + 1)...].filter { !$0.isEmpty }
    guard !content.isEmpty else { return }
    let cue = span(passages[at].lowerBound, first).last { ["attributable", "attributed"].contains(doc[$0].lower) }
    turns = [
      Turn(speaker: speaker, cue: cue ?? max(passages[at].lowerBound, first - 1), content: content, kind: .document)
    ]
  }

  private mutating func readTranscript(_ passages: [Range<Int>], doc: Doc, cues: Cues) {
    var found: [Turn] = []
    var labels: [String: Int] = [:]
    for passage in passages {
      if let colon = label(of: passage, in: doc) {
        let speaker = passage.lowerBound..<colon
        let name = doc.text(ofUTF8: doc.utf8Range(of: speaker))
        labels[name, default: 0] += 1
        let asks = cues[doc[colon - 1].lower].contains { $0.takes(.asker) }
        let kind: Turn.Kind = asks ? .question : found.last?.kind == .question ? .answer : .speech
        let rest = span(colon + 1, passage.upperBound)
        found.append(Turn(speaker: speaker, cue: colon, content: rest.isEmpty ? [] : [rest], kind: kind))
      } else if !found.isEmpty, !passage.isEmpty {
        found[found.count - 1].content.append(passage)
      }
    }
    // One label is a list or a caption; a conversation has several, and one of them again.
    guard labels.count >= 2, found.count >= 3 || found.contains(where: { $0.kind == .question }) else { return }
    turns = found.filter { !$0.content.isEmpty }
  }

  /// The colon after a speaker's label in capitals that opens a passage: "MR. BERG:", "QUESTION:", "Q:".
  private func label(of passage: Range<Int>, in doc: Doc) -> Int? {
    guard let colon = passage.prefix(longestLabel).first(where: { doc[$0].text == ":" }), colon > passage.lowerBound,
      colon + 1 < passage.upperBound
    else { return nil }
    var letters = 0
    for i in passage.lowerBound..<colon {
      for byte in doc[i].text.utf8 {
        if byte >= 0x61 && byte <= 0x7A { return nil }
        if byte >= 0x41 && byte <= 0x5A { letters += 1 }
      }
    }
    return letters > 0 ? colon : nil
  }
}
