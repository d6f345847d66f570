/// Finds lists of teasers and of comments by their shape: several elements beside each other, each of a paragraph or two and of as
/// many short lines, some of which are links or stand in other items too ("Reply").
struct RepeatedItems {
  private let tree: HTMLTree
  private let page: PageBlocks
  /// For each node how many blocks of the kind begin before it.
  private var blocks: [Int32]
  private var paragraphs: [Int32]
  private var links: [Int32]
  private var headings: [Int32]
  private var images: [Int32]
  private let mass: PageMass

  /// The fewest items that make a list.
  private static let fewest = 3
  /// The most running text of an item, in bytes.
  private static let longest = 1_000
  /// The longest line that says the same in several items, in bytes.
  private static let longestRepeated = 60

  /// - Parameter isCounted: for each block of `page` whether it counts.
  init(_ tree: HTMLTree, _ page: PageBlocks, mass: PageMass, isCounted: [Bool]) {
    self.tree = tree
    self.page = page
    self.mass = mass
    blocks = [Int32](repeating: 0, count: tree.nodes.count + 1)
    paragraphs = blocks
    links = blocks
    headings = blocks
    images = blocks
    count(isCounted)
  }

  private mutating func count(_ isCounted: [Bool]) {
    var seen: [ArraySlice<UInt8>: Int] = [:]
    let short = page.blocks.indices.filter { isCounted[$0] && page.blocks[$0].text.count <= Self.longestRepeated }
    for index in short { seen[page.text[page.blocks[index].text], default: 0] += 1 }
    for index in page.blocks.indices where isCounted[index] {
      let block = page.blocks[index]
      let at = block.start + 1
      blocks[at] += 1
      if block.mass > 0 {
        paragraphs[at] += 1
      } else if block.linkBytes * 2 >= block.text.count {
        links[at] += 1
      } else if block.text.count <= Self.longestRepeated, seen[page.text[block.text], default: 0] >= Self.fewest {
        links[at] += 1
      } else if tree.nodes[block.node].tag.headingLevel != nil {
        headings[at] += 1
      }
    }
    for (index, node) in tree.nodes.enumerated() where node.tag == .img || node.tag == .picture {
      images[index + 1] = 1
    }
    for index in 1..<blocks.count {
      images[index] += images[index - 1]
      blocks[index] += blocks[index - 1]
      paragraphs[index] += paragraphs[index - 1]
      links[index] += links[index - 1]
      headings[index] += headings[index - 1]
    }
  }

  private func sum(_ counts: [Int32], _ node: Int) -> Int32 { counts[Int(tree.nodes[node].end)] - counts[node] }

  /// The items, in the order of the page; those inside others are left out.
  func items() -> [Int] {
    var items: [Int] = []
    var node = 0
    while node < tree.nodes.count {
      if let end = items.last.map({ Int(tree.nodes[$0].end) }), node < end {
        node = end
        continue
      }
      if tree.nodes[node].tag != .text, sum(blocks, node) >= Self.fewest { items += self.items(of: node) }
      node += 1
    }
    return items.sorted()
  }

  /// The items among the children of `node`.
  private func items(of node: Int) -> [Int] {
    var found: [HTMLTag: (items: [Int], others: Int)] = [:]
    var child = node + 1
    while child < Int(tree.nodes[node].end) {
      let tag = tree.nodes[child].tag
      if tag != .text, sum(blocks, child) > 0 {
        if isItem(child) {
          found[tag, default: ([], 0)].items.append(child)
        } else {
          found[tag, default: ([], 0)].others += 1
        }
      }
      child = Int(tree.nodes[child].end)
    }
    return found.values.filter { $0.items.count >= Self.fewest && $0.items.count >= $0.others }.flatMap(\.items)
  }

  private func isItem(_ node: Int) -> Bool {
    let paragraphs = sum(paragraphs, node)
    let blocks = sum(blocks, node)
    guard mass.mass(of: node) <= Self.longest, sum(headings, node) == 0 else { return false }
    return paragraphs > 0 && sum(links, node) > 0 && blocks >= 2 * paragraphs
      || sum(images, node) > 0 && paragraphs <= 1 && blocks <= 4
  }
}
