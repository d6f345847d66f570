internal import Linguistics

/// An issue that the table lacks, named by the noun phrase at the head of what is said.
///
/// The name is the same for "the release of the prisoners" and "prisoner release": the lemma of the noun after that of
/// the noun which says of what it is. A noun alone ("the decision") names nothing that other articles would share.
struct NamedIssue {
  /// `prisoner-release`.
  let keyword: String
  /// `prisoner release`.
  let label: String
  /// The noun and what stands with it.
  let tokens: Range<Int>

  /// The issue that `content` of `doc` is about: its head noun, or the object of its head verb.
  init?(in content: Range<Int>, of doc: Doc) {
    guard !content.isEmpty else { return nil }
    var head = doc[doc.head(of: content)]
    if head.pos == .adp, let object = head.child("pobj", "pcomp") { head = object }
    if head.pos == .verb {
      guard let object = head.child("dobj", "nsubjpass") else { return nil }
      head = object
    }
    guard content.contains(head.index), let noun = NamedIssue.word(head),
      let modifier = NamedIssue.modifier(of: head, in: content)
    else { return nil }
    let words = [modifier.lowerLemma, noun]
    keyword = words.joined(separator: "-")
    label = words.joined(separator: " ")
    tokens = min(modifier.index, head.index)..<max(modifier.index, head.index) + 1
  }

  /// The noun that says of what `noun` is: the nearest before it, or the one after its first "of".
  private static func modifier(of noun: Token, in content: Range<Int>) -> Token? {
    let children = noun.children
    let before = children.filter { $0.label == "compound" && $0.index < noun.index && word($0) != nil }.last
    let after = children.first { $0.label == "prep" && $0.lower == "of" }?.child("pobj")
    guard let found = before ?? after, content.contains(found.index), word(found) != nil else { return nil }
    return found
  }

  /// The lemma of a common noun that names a thing.
  private static func word(_ token: Token) -> String? {
    let lemma = token.lowerLemma
    guard token.tag == "NN" || token.tag == "NNS", lemma.utf8.count > 2,
      lemma.utf8.allSatisfy({ ($0 >= UInt8(ascii: "a") && $0 <= UInt8(ascii: "z")) })
    else { return nil }
    return lemma
  }
}
