/// The text of a page in blocks, in the order of the page.
struct PageBlocks: Sendable {
  /// The text of all blocks, in UTF-8: one space for white space, line feeds for forced line breaks.
  private(set) var text: [UInt8] = []
  private(set) var blocks: [PageBlock] = []
  /// The elements that are marked as the body of an article.
  private(set) var bodies: [Int] = []
  /// The posts of social media that are quoted.
  private(set) var posts: [Int] = []
  /// The elements that hardly hold a part of the story, in the order of the page.
  private(set) var doubtful: [Doubtful] = []

  /// An element that hardly holds a part of the story.
  struct Doubtful {
    let node: Int
    let doubt: ElementRole.Doubt
    /// The same for elements of the same class.
    let kind: UInt64
  }

  private let tree: HTMLTree
  private var words = MarkupWords()
  private var block: PageBlock

  init(_ tree: HTMLTree) {
    self.tree = tree
    block = PageBlock(text: 0..<0, node: 0, start: 0, linkBytes: 0)
    text.reserveCapacity(tree.bytes.count / 8)
    collect()
  }

  /// The text of `blocks`, which are indices, with a blank line between each two.
  func text(of blocks: [Int]) -> String {
    var result: [UInt8] = []
    for block in blocks {
      if !result.isEmpty { result += [0x0A, 0x0A] }
      result += text[self.blocks[block].text]
    }
    return String(decoding: result, as: UTF8.self)
  }

  /// An element whose end is still to come.
  private struct Opening {
    let end: Int
    let node: Int
    let isInline: Bool
    let isPreformatted: Bool
  }

  private mutating func collect() {
    var openings: [Opening] = []
    var index = 1
    while index < tree.nodes.count {
      while let last = openings.last, last.end <= index {
        openings.removeLast()
        if !last.isInline { endBlock() }
        restore(openings.last)
      }
      let node = tree.nodes[index]
      switch node.tag {
      case .text: append(index, isPreformatted: openings.last?.isPreformatted ?? false)
      case .br: breakLine()
      case .hr: endBlock()
      default:
        var role = ElementRole(tag: node.tag)
        if !role.isSkipped, node.tag != .html, node.tag != .body, node.lower < node.upper {
          role.read(tree, index, words: &words)
        }
        if role.isSkipped {
          index = Int(node.end)
          continue
        }
        if role.isBody { bodies.append(index) }
        if role.isPost {
          posts.append(index)
          role.doubt = .none
        }
        let isInline = node.tag.isInline && !(role.doubt != .none && isAlone(index))
        if !isInline { endBlock() }
        let outer = openings.last
        if role.doubt != .none { doubtful.append(Doubtful(node: index, doubt: role.doubt, kind: role.kind)) }
        if Int(node.end) > index + 1 {
          openings.append(
            Opening(
              end: Int(node.end), node: isInline ? (outer?.node ?? 0) : index, isInline: isInline,
              isPreformatted: node.tag == .pre || (outer?.isPreformatted ?? false)))
          restore(openings.last)
        }
      }
      index += 1
    }
    endBlock()
  }

  /// Whether no text stands beside an element in its line, so that it may be a line of its own.
  private func isAlone(_ index: Int) -> Bool {
    guard text.count == block.text.lowerBound || text.last == 0x0A else { return false }
    let end = Int(tree.nodes[Int(tree.nodes[index].parent)].end)
    var next = Int(tree.nodes[index].end)
    // More than a few empty nodes do not follow each other; the limit keeps this linear.
    for _ in 0..<16 where next < end {
      let node = tree.nodes[next]
      if node.tag == .br || !node.tag.isInline { return true }
      if node.tag == .text, tree.bytes[node.range].contains(where: { !$0.isHTMLSpace }) { return false }
      next += 1
    }
    return next >= end
  }

  private mutating func restore(_ opening: Opening?) {
    // A block that has begun keeps the element that it began in.
    guard block.text.lowerBound == text.count else { return }
    block.node = opening?.node ?? 0
  }

  private mutating func append(_ index: Int, isPreformatted: Bool) {
    let node = tree.nodes[index]
    let start = text.count
    if block.text.lowerBound == start { block.start = index }
    let bytes = tree.bytes[node.range]
    if isPreformatted {
      for (number, line) in bytes.split(separator: 0x0A, omittingEmptySubsequences: false).enumerated() {
        if number > 0 { breakLine() }
        appendText(line)
      }
    } else {
      appendText(bytes)
    }
    let count = max(0, text.count - start)
    if node.isLink { block.linkBytes += count }
  }

  /// Appends text, with no space where a line begins.
  private mutating func appendText(_ bytes: ArraySlice<UInt8>) {
    let isLineStart = text.count == block.text.lowerBound || text.last == 0x0A
    let start = text.count
    // The writer knows nothing of blocks: a line feed keeps it from beginning with a space.
    if isLineStart, let first = bytes.firstIndex(where: { !$0.isHTMLSpace }) {
      PageText.append(bytes[first...], to: &text)
      if text.count > start, text[start] == 0x20 { text.remove(at: start) }
    } else if !isLineStart {
      PageText.append(bytes, to: &text)
    }
  }

  /// A `br`: one is a new line, a second a new block.
  private mutating func breakLine() {
    while text.count > block.text.lowerBound, text.last == 0x20 { text.removeLast() }
    guard text.count > block.text.lowerBound else { return }
    if text.last == 0x0A {
      endBlock()
    } else {
      text.append(0x0A)
    }
  }

  private mutating func endBlock() {
    while text.count > block.text.lowerBound, text.last == 0x20 || text.last == 0x0A { text.removeLast() }
    let range = block.text.lowerBound..<text.count
    if !range.isEmpty {
      block.text = range
      block.linkBytes = min(block.linkBytes, range.count)
      blocks.append(block)
    }
    block.text = text.count..<text.count
    block.linkBytes = 0
  }
}
