/// Tells the places in which the paragraphs of a story stand from what stands between and behind them.
struct StoryPlaces {
  private let tree: HTMLTree
  private let page: PageBlocks
  private let mass: PageMass

  init(_ tree: HTMLTree, _ page: PageBlocks, mass: PageMass) {
    self.tree = tree
    self.page = page
    self.mass = mass
  }

  // MARK: Boxes

  /// The most that a box between paragraphs holds: bytes of running text, and blocks.
  private static let largestBox = (mass: 500, blocks: 8)

  /// `blocks` without boxes between the paragraphs and without what follows them in elements of another kind, where most paragraphs
  /// stand in one element.
  func withoutBoxes(_ blocks: [Int]) -> [Int] {
    var masses: [Int: Int] = [:]
    var total = 0
    for index in blocks where page.blocks[index].mass > 0 {
      masses[site(of: page.blocks[index].node), default: 0] += page.blocks[index].mass
      total += page.blocks[index].mass
    }
    guard let (main, most) = masses.max(by: { ($0.value, $1.key) < ($1.value, $0.key) }), most * 10 >= total * 6 else {
      return blocks
    }
    var known: [Int: Bool] = [:]
    return blocks.filter { index in
      guard site(of: page.blocks[index].node) != main else { return true }
      let (own, branch) = branches(main, page.blocks[index].start)
      if let isOutside = known[branch] { return !isOutside }
      let isOutside = own == main ? isBox(branch, in: total) : branch > own && isOther(branch, beside: own, in: total)
      known[branch] = isOutside
      return !isOutside
    }
  }

  /// Whether `node`, which stands between paragraphs, holds little, not all of it running text, and no quotation.
  private func isBox(_ node: Int, in total: Int) -> Bool {
    let own = mass.mass(of: node)
    let blocks = mass.blocks(of: node)
    return own > 0 && own * 5 <= total && own <= Self.largestBox.mass && blocks <= Self.largestBox.blocks
      && blocks > mass.paragraphs(of: node) && !tree.nodes[node].tag.isPartOfText
      && !tree.descendants(of: node).contains { tree.nodes[$0].tag == .blockquote }
  }

  /// Whether `node`, which follows the story's element `own`, holds far less and is of another class.
  private func isOther(_ node: Int, beside own: Int, in total: Int) -> Bool {
    let held = mass.mass(of: node)
    guard held > 0, held * 3 <= total else { return false }
    guard tree.nodes[node].tag == tree.nodes[own].tag, let kind = tree.attribute("class", of: own) else { return true }
    return tree.attribute("class", of: node) != kind
  }

  /// The element in which a block of the element `node` stands with others; what holds one block only is that block.
  private func site(of node: Int) -> Int {
    var site = place(of: node)
    while site > 0, mass.blocks(of: site) <= 1 { site = Int(tree.nodes[site].parent) }
    return site
  }

  /// The elements beside each other in which the nodes `main` and `node` stand; `main` itself and the element in it where `node`
  /// stands in `main`.
  private func branches(_ main: Int, _ node: Int) -> (own: Int, other: Int) {
    var own = main
    var common = main
    while !tree.descendants(of: common).contains(node), common > 0 {
      own = common
      common = Int(tree.nodes[common].parent)
    }
    var other = node
    while other > 0, Int(tree.nodes[other].parent) != common { other = Int(tree.nodes[other].parent) }
    return (own, other)
  }

  // MARK: Edges

  /// `blocks` without the short ones before the first long paragraph and after the last that stand in places of their own.
  func withoutEdges(_ blocks: [Int]) -> [Int] {
    let long = blocks.indices.filter { page.blocks[blocks[$0]].mass > 0 }
    guard let first = long.first, let last = long.last else { return blocks }
    let places = Set(long.map { place(of: page.blocks[blocks[$0]].node) })
    return blocks.indices.filter {
      (first...last).contains($0) || places.contains(place(of: page.blocks[blocks[$0]].node))
    }
    .map { blocks[$0] }
  }

  /// The element that a paragraph stands in together with its neighbours.
  private func place(of node: Int) -> Int {
    var place = node
    while place > 0, tree.nodes[place].tag.isPartOfText { place = Int(tree.nodes[place].parent) }
    // Some write each paragraph as a division.
    if place == node, tree.nodes[node].tag == .div, mass.blocks(of: node) <= 1 { place = Int(tree.nodes[node].parent) }
    return place
  }
}
