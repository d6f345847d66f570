/// How much running text the elements of a page hold, of those blocks that count.
struct PageMass {
  /// For each node the mass of the blocks that begin before it.
  private var before: [Int]
  /// For each node how many of those blocks begin before it, and how many blocks of any length.
  private var paragraphsBefore: [Int32]
  private var blocksBefore: [Int32]
  /// For each node whether running text stands in it rather than in an element inside it.
  private var holdsText: [Bool]
  private let ends: [Int]

  /// - Parameter isCounted: for each block of `page` whether it counts.
  init(_ tree: HTMLTree, _ page: PageBlocks, isCounted: [Bool]) {
    ends = tree.nodes.map { Int($0.end) }
    before = [Int](repeating: 0, count: tree.nodes.count + 1)
    paragraphsBefore = [Int32](repeating: 0, count: tree.nodes.count + 1)
    blocksBefore = paragraphsBefore
    holdsText = [Bool](repeating: false, count: tree.nodes.count)
    count(page, isCounted: isCounted)
  }

  /// Counts anew.
  mutating func count(_ page: PageBlocks, isCounted: [Bool]) {
    for index in before.indices { (before[index], paragraphsBefore[index], blocksBefore[index]) = (0, 0, 0) }
    for index in holdsText.indices { holdsText[index] = false }
    for (block, isCounted) in zip(page.blocks, isCounted) where isCounted {
      blocksBefore[block.start + 1] += 1
      guard block.mass > 0 else { continue }
      before[block.start + 1] += block.mass
      paragraphsBefore[block.start + 1] += 1
      holdsText[block.node] = true
    }
    for index in 1..<before.count {
      before[index] += before[index - 1]
      paragraphsBefore[index] += paragraphsBefore[index - 1]
      blocksBefore[index] += blocksBefore[index - 1]
    }
  }

  /// The mass of what begins in the node `index`.
  func mass(of index: Int) -> Int { before[ends[index]] - before[index] }

  /// How many blocks of running text begin in the node `index`.
  func paragraphs(of index: Int) -> Int { Int(paragraphsBefore[ends[index]] - paragraphsBefore[index]) }

  /// How many blocks of any length begin in the node `index`.
  func blocks(of index: Int) -> Int { Int(blocksBefore[ends[index]] - blocksBefore[index]) }

  /// The mass of what begins before the node `index`.
  func mass(before index: Int) -> Int { before[index] }

  func holdsText(_ index: Int) -> Bool { holdsText[index] }
}
