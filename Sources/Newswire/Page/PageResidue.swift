/// Tells the lines among a story's that are not the story's: its title, links to other pages, and what the lexicon knows.
struct PageResidue {
  private let tree: HTMLTree
  private let page: PageBlocks
  private let lexicon: PressLexicon?
  private let title: String?

  /// - Parameter title: what the page gives as its title.
  init(_ tree: HTMLTree, _ page: PageBlocks, lexicon: PressLexicon?, title: String?) {
    self.tree = tree
    self.page = page
    self.lexicon = lexicon
    self.title = title
  }

  /// Those of `blocks`, which are indices, that are the story's own.
  func removed(from blocks: [Int]) -> [Int] {
    var isResidue = linesOfLexicon(among: blocks)
    for (number, index) in blocks.enumerated() where isLink(page.blocks[index]) {
      let next = number + 1 < blocks.count ? page.blocks[blocks[number + 1]] : nil
      // A heading above text may lead elsewhere too.
      let isAboveText = isHeading(page.blocks[index]) && !isListed(page.blocks[index]) && (next?.mass ?? 0) > 0
      if !isAboveText { isResidue[number] = true }
    }
    removeTitle(among: blocks, &isResidue)
    // A heading with nothing below it, or whose text is all gone, goes too.
    var isFollowed = false
    for number in blocks.indices.reversed() {
      let block = page.blocks[blocks[number]]
      if isResidue[number] { continue }
      if isHeading(block) {
        if !isFollowed { isResidue[number] = true }
      } else {
        isFollowed = true
      }
    }
    return blocks.indices.filter { !isResidue[$0] }.map { blocks[$0] }
  }

  /// The title where it stands above the text, however often.
  private func removeTitle(among blocks: [Int], _ isResidue: inout [Bool]) {
    guard let key = title.map(PageMetadata.key), !key.isEmpty else { return }
    for (number, index) in blocks.prefix(12).enumerated() {
      let text = page.blocks[index].text
      guard text.count < 400 else { return }
      if PageMetadata.key(String(decoding: page.text[text], as: UTF8.self)) == key { isResidue[number] = true }
    }
  }

  private func isHeading(_ block: PageBlock) -> Bool { tree.nodes[block.node].tag.headingLevel != nil }

  private func isListed(_ block: PageBlock) -> Bool { tree.nodes[Int(tree.nodes[block.node].parent)].tag == .li }

  private func linesOfLexicon(among blocks: [Int]) -> [Bool] {
    guard let lexicon else { return [Bool](repeating: false, count: blocks.count) }
    let lines = blocks.map { TextLines.Line(range: page.blocks[$0].text, followsBlank: true, indent: 0) }
    return FurnitureClassifier(lexicon: lexicon, utf8: page.text, includesResidue: false).furniture(among: lines)
  }

  /// Whether a block is little more than links, and no sentence.
  private func isLink(_ block: PageBlock) -> Bool {
    block.linkBytes * 10 >= block.text.count * 7 && block.text.count - block.linkBytes < 60 && !endsSentence(block.text)
  }

  private func endsSentence(_ range: Range<Int>) -> Bool {
    var end = range.upperBound
    while end > range.lowerBound {
      switch page.text[end - 1] {
      case UInt8(ascii: "."), UInt8(ascii: "!"), UInt8(ascii: "?"), UInt8(ascii: ":"), UInt8(ascii: ";"): return true
      case UInt8(ascii: "\""), UInt8(ascii: "'"), UInt8(ascii: ")"), 0x20: end -= 1
      case 0x9D where end - range.lowerBound > 3 && page.text[end - 3] == 0xE2: end -= 3
      default: return false
      }
    }
    return false
  }
}
