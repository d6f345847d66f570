internal import Linguistics

/// Finds quotations and, by a quick look at the words around them, who is quoted.
///
/// Enough for "I" to find its speaker; the reading of statements looks closer.
struct QuoteFinder {
  let words: Words
  /// The tokens of each passage, in order.
  let passages: [Range<Int>]

  private static let reach = 14

  func find() -> [QuotedStretch] {
    var quotes: [QuotedStretch] = []
    for (index, passage) in passages.enumerated() {
      var start: Int?
      for token in passage {
        switch mark(token, isOpen: start != nil) {
        case .open where start == nil: start = token
        case .close:
          if let from = start { quotes.append(QuotedStretch(tokens: from..<token + 1, passage: index)) }
          start = nil
        default: break
        }
      }
      // A quotation that goes on in the next paragraph.
      if let from = start { quotes.append(QuotedStretch(tokens: from..<passage.upperBound, passage: index)) }
    }
    for index in quotes.indices { quotes[index].speaker = speaker(of: quotes[index]) }
    // What has no attribution of its own belongs to who spoke before, in the paragraph or right before it.
    for index in quotes.indices where quotes[index].speaker == nil && quotes[index].tokens.count > 6 {
      if let same = quotes.indices.dropFirst(index + 1).prefix(2).first(where: {
        quotes[$0].passage == quotes[index].passage && quotes[$0].speaker != nil
      }) {
        quotes[index].speaker = quotes[same].speaker
      }
      if index > 0, quotes[index].speaker == nil, quotes[index].passage - quotes[index - 1].passage <= 1 {
        quotes[index].speaker = quotes[index - 1].speaker
      }
    }
    return quotes
  }

  private enum Mark { case open, close, none }

  private func mark(_ token: Int, isOpen: Bool) -> Mark {
    switch words.text[token] {
    case "“": return .open
    case "”": return .close
    case "\"", "''", "``": return isOpen ? .close : .open
    default: return .none
    }
  }

  private func speaker(of quote: QuotedStretch) -> Int? {
    let doc = words.doc
    // The verb that the quoted words hang on.
    for start in [quote.tokens.lowerBound + 1, quote.tokens.upperBound - 2] where quote.tokens.contains(start) {
      var token = doc[start]
      var steps = 0
      while quote.tokens.contains(token.index), !token.isRoot, steps < 40 {
        token = token.head
        steps += 1
      }
      if !quote.tokens.contains(token.index), let subject = subject(of: token, outside: quote.tokens) { return subject }
    }
    // "…," the minister said; said the minister; he said: "…"
    let passage = passages[quote.passage]
    let after = quote.tokens.upperBound..<min(quote.tokens.upperBound + Self.reach, passage.upperBound)
    for token in after {
      if words.text[token] == "“" || words.text[token] == "\"" { break }
      if words.kinds[token] == .verb, let subject = subject(of: doc[token], outside: quote.tokens) { return subject }
    }
    let before = max(quote.tokens.lowerBound - Self.reach, passage.lowerBound)..<quote.tokens.lowerBound
    for token in before.reversed() {
      if words.text[token] == "”" || words.text[token] == "\"" { break }
      if words.kinds[token] == .verb, let subject = subject(of: doc[token], outside: quote.tokens) { return subject }
    }
    return nil
  }

  private func subject(of verb: Token, outside quote: Range<Int>) -> Int? {
    guard verb.pos == .verb || verb.pos == .aux else { return nil }
    var verb = verb
    for _ in 0..<4 {
      // "Peskov quoted Erdogan as writing": the quoted man speaks.
      if verb.label == "pcomp", verb.head.lower == "as", let object = verb.head.head.child("dobj", "nsubjpass") {
        return object.index
      }
      if let subject = verb.child("nsubj", "nsubjpass"), !quote.contains(subject.index) { return subject.index }
      guard !verb.isRoot, ["conj", "advcl", "xcomp", "acl", "relcl", "ccomp", "prep"].contains(verb.label) else {
        return nil
      }
      if verb.label == "acl" || verb.label == "relcl" { return quote.contains(verb.head.index) ? nil : verb.head.index }
      verb = verb.head
    }
    return nil
  }
}
