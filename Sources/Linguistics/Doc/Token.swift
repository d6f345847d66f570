/// One token of a ``Doc``: a view, which holds the document and an index (spaCy's `Token`).
public struct Token: Sendable, Hashable {
  let storage: DocStorage
  /// The token's number in its document.
  public let index: Int

  public static func == (a: Token, b: Token) -> Bool { a.index == b.index && a.storage === b.storage }
  public func hash(into hasher: inout Hasher) { hasher.combine(index) }

  /// The bytes that the token covers, in UTF-8 offsets of the text.
  public var utf8Range: Range<Int> { Int(storage.columns.starts[index])..<Int(storage.columns.ends[index]) }
  /// The token as it stands in the text.
  public var text: String { String(decoding: storage.columns.utf8[utf8Range], as: UTF8.self) }
  /// The token in lower case.
  public var lower: String { storage.lowerWords[index] }
  /// Whether one plain space follows.
  public var isFollowedBySpace: Bool { storage.columns.spaceAfter[index] }
  /// Whether the token is white space only (line breaks, runs of spaces).
  public var isSpace: Bool { storage.columns.isSpace[index] }

  /// The lemma, "say" for "said".
  public var lemma: String { storage.columns.lemmaNames[Int(storage.columns.lemmas[index])] }
  /// The lemma in lower case.
  package var lowerLemma: String { storage.lowerLemmas[Int(storage.columns.lemmas[index])] }
  /// The fine-grained tag, of the Penn Treebank for English: `VBD`.
  public var tag: String { storage.columns.tagNames[Int(storage.columns.tags[index])] }
  /// The universal part of speech.
  public var pos: UPOS { storage.columns.pos[index] }
  /// The morphological features, `Number=Sing|Person=3`, in alphabetical order; empty where there are none.
  public var morphology: String { storage.columns.morphNames[Int(storage.columns.morphs[index])] }

  /// The label of the arc to the head, `nsubj` for instance; `ROOT` for a root.
  public var label: String { storage.columns.labelNames[Int(storage.columns.labels[index])] }
  /// The head; a root is its own head.
  public var head: Token { Token(storage: storage, index: Int(storage.columns.heads[index])) }
  /// Whether the token is the root of its sentence.
  public var isRoot: Bool { Int(storage.columns.heads[index]) == index }
  /// Whether a sentence begins here.
  public var isSentenceStart: Bool { storage.columns.isSentenceStart[index] }

  /// The children in the tree, in text order. Nothing is allocated.
  public var children: Children {
    Children(
      storage: storage, position: Int(storage.childStarts[index]), end: Int(storage.childStarts[index + 1]))
  }
  /// The first child with one of `labels`, or `nil`.
  public func child(_ labels: String...) -> Token? { children.first { labels.contains($0.label) } }
  /// The ancestors, from the head up to the root. Nothing is allocated.
  public var ancestors: Ancestors { Ancestors(current: self) }
  /// Whether this token is above `other` in the tree.
  public func isAncestor(of other: Token) -> Bool { other.ancestors.contains(self) }
  /// The tokens from the subtree's first to its last, half-open. In a projective tree that is the subtree.
  public var subtree: Range<Int> { Int(storage.leftEdges[index])..<Int(storage.rightEdges[index]) + 1 }

  /// The children of a token.
  public struct Children: Sequence, IteratorProtocol, Sendable {
    let storage: DocStorage
    var position: Int
    let end: Int
    public mutating func next() -> Token? {
      guard position < end else { return nil }
      defer { position += 1 }
      return Token(storage: storage, index: Int(storage.childList[position]))
    }
  }

  /// The ancestors of a token, nearest first.
  public struct Ancestors: Sequence, IteratorProtocol, Sendable {
    var current: Token
    public mutating func next() -> Token? {
      guard !current.isRoot else { return nil }
      current = current.head
      return current
    }
  }
}
