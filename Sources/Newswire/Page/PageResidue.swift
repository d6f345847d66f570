/// Tells what among the lines of a story is not the story's, by what it is made of: its title, and links to other pages.
///
/// What can only be told by its words ("Subscribe now") is left to ``ArticleReader``.
struct PageResidue {
  private let tree: HTMLTree
  private let page: PageBlocks
  private let title: [UInt8]

  /// - Parameter title: the headline, if the page gives one.
  init(_ tree: HTMLTree, _ page: PageBlocks, title: String?) {
    self.tree = tree
    self.page = page
    self.title = title.map(PageMetadata.key) ?? []
  }

  /// Those of `blocks`, which are indices, that are the story's own.
  func removed(from blocks: [Int]) -> [Int] {
    var isResidue = [Bool](repeating: false, count: blocks.count)
    markLinks(blocks, &isResidue)
    markTitle(blocks, &isResidue)
    markHeadings(blocks, &isResidue)
    markDates(blocks, &isResidue)
    return blocks.indices.filter { !isResidue[$0] }.map { blocks[$0] }
  }

  /// Lines that lead to other pages.
  private func markLinks(_ blocks: [Int], _ isResidue: inout [Bool]) {
    for (number, index) in blocks.enumerated() where isLink(page.blocks[index]) {
      // A heading above text may lead elsewhere too.
      let isAboveText =
        isHeading(page.blocks[index]) && !isListed(page.blocks[index]) && number + 1 < blocks.count
        && page.blocks[blocks[number + 1]].mass > 0
      if !isAboveText { isResidue[number] = true }
    }
  }

  /// The title where it stands above the text, however often.
  private func markTitle(_ blocks: [Int], _ isResidue: inout [Bool]) {
    guard !title.isEmpty else { return }
    for (number, index) in blocks.prefix(12).enumerated() {
      if page.blocks[index].text.count <= 4 * title.count, key(index) == title { isResidue[number] = true }
    }
  }

  /// Headings, and labels that end in a colon, above nothing but residue; headings with nothing below them.
  private func markHeadings(_ blocks: [Int], _ isResidue: inout [Bool]) {
    var isFollowed = false
    for number in blocks.indices.reversed() where !isResidue[number] {
      let block = page.blocks[blocks[number]]
      let isAboveResidue = number + 1 < blocks.count && isResidue[number + 1]
      if isHeading(block) {
        if !isFollowed || isAboveResidue { isResidue[number] = true }
      } else if isAboveResidue, block.text.count <= 60, page.text[block.text].last == UInt8(ascii: ":") {
        isResidue[number] = true
      } else {
        isFollowed = true
      }
    }
  }

  /// Lines above the first paragraph that tell the day.
  private func markDates(_ blocks: [Int], _ isResidue: inout [Bool]) {
    guard let first = blocks.prefix(12).firstIndex(where: { page.blocks[$0].mass > 0 }) else { return }
    for (number, index) in blocks[..<first].enumerated() {
      let text = page.text[page.blocks[index].text]
      if text.count <= Self.longestDate, PageDate.iso(String(decoding: text, as: UTF8.self)) != nil {
        isResidue[number] = true
      }
    }
  }

  /// In bytes.
  private static let longestDate = 60

  private func key(_ index: Int) -> [UInt8] {
    PageMetadata.key(String(decoding: page.text[page.blocks[index].text], as: UTF8.self))
  }

  private func isHeading(_ block: PageBlock) -> Bool { tree.nodes[block.node].tag.headingLevel != nil }

  private func isListed(_ block: PageBlock) -> Bool {
    tree.nodes[block.node].tag == .li || tree.nodes[Int(tree.nodes[block.node].parent)].tag == .li
  }

  /// Whether a block is little more than links, and no sentence.
  private func isLink(_ block: PageBlock) -> Bool {
    block.linkBytes * 10 >= block.text.count * 7 && block.text.count - block.linkBytes < 60 && !endsSentence(block.text)
  }

  private func endsSentence(_ range: Range<Int>) -> Bool {
    if Self.foreignStops.contains(where: { page.text[range].suffix($0.count).elementsEqual($0) }) { return true }
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

  /// The full stops, exclamation and question marks of East Asia, of Arabic and of Hindi.
  private static let foreignStops = ["。", "！", "？", "」", "؟", "।"].map { Array($0.utf8) }
}
