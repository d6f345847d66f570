/// Finds the story on a page.
struct MainText {
  private let tree: HTMLTree
  private let page: PageBlocks
  /// For each block whether no element around it speaks against it.
  private var isGood: [Bool]
  /// The mass of the good blocks in the elements before each node.
  private var massBefore: [Int]

  init(_ tree: HTMLTree, _ page: PageBlocks) {
    self.tree = tree
    self.page = page
    isGood = [Bool](repeating: true, count: page.blocks.count)
    massBefore = [Int](repeating: 0, count: tree.nodes.count + 1)
  }

  /// Where less than this is left beside the comments, in bytes, they are no comments.
  private static let leastStory = 200

  /// The blocks of the story, in order, as indices.
  mutating func blocks() -> [Int] {
    let blocks = certainBlocks()
    if !blocks.isEmpty { return blocks }
    // A page of few words has no long paragraph to go by.
    let rest = page.blocks.indices.filter { isGood[$0] }
    return rest.isEmpty ? Array(page.blocks.indices) : rest
  }

  private mutating func certainBlocks() -> [Int] {
    sum()
    reject { doubt, _ in doubt == .byElement }
    sum()
    let all = mass(of: 0)
    reject { [self] doubt, node in doubt == .comments && all - mass(of: node) > Self.leastStory }
    sum()
    let total = mass(of: 0)
    let body = markedBody()
    reject { [self] doubt, node in
      doubt == .byWords && mass(of: node) * 2 <= total
        && !(body.map { tree.descendants(of: node).contains($0) } ?? false)
    }
    accept(page.posts)
    sum()
    let root = container()
    let range = root..<Int(tree.nodes[root].end)
    return page.blocks.indices.filter { isGood[$0] && range.contains(page.blocks[$0].node) }
  }

  /// Marks the blocks inside those doubtful elements that `isRejected` names.
  private mutating func reject(where isRejected: (ElementRole.Doubt, Int) -> Bool) {
    var next = 0
    for (node, doubt) in page.doubtful where isRejected(doubt, node) {
      let end = Int(tree.nodes[node].end)
      while next < page.blocks.count, page.blocks[next].node < node { next += 1 }
      while next < page.blocks.count, page.blocks[next].node < end {
        isGood[next] = false
        next += 1
      }
    }
  }

  /// Marks the blocks inside `elements`, which are in the order of the page.
  private mutating func accept(_ elements: [Int]) {
    var next = 0
    for node in elements {
      while next < page.blocks.count, page.blocks[next].node < node { next += 1 }
      while next < page.blocks.count, page.blocks[next].node < Int(tree.nodes[node].end) {
        isGood[next] = true
        next += 1
      }
    }
  }

  private mutating func sum() {
    for index in massBefore.indices { massBefore[index] = 0 }
    for (block, isGood) in zip(page.blocks, isGood) where isGood { massBefore[block.node + 1] += block.mass }
    for index in 1..<massBefore.count { massBefore[index] += massBefore[index - 1] }
  }

  private func mass(of node: Int) -> Int { massBefore[Int(tree.nodes[node].end)] - massBefore[node] }

  /// The heaviest element that is marked as an article's body, if it holds much of the page's text.
  private func markedBody() -> Int? {
    guard let body = page.bodies.max(by: { (mass(of: $0), $1) < (mass(of: $1), $0) }), mass(of: body) * 3 > mass(of: 0)
    else { return nil }
    return body
  }

  /// The smallest element that holds most of the good text.
  private func container() -> Int {
    var node = 0
    if let body = markedBody() { node = body }
    while true {
      let whole = mass(of: node)
      guard whole > 0 else { return node }
      var child = node + 1
      var heaviest: Int?
      while child < Int(tree.nodes[node].end) {
        if tree.nodes[child].tag != .text, mass(of: child) * 100 >= whole * 85 { heaviest = child }
        child = Int(tree.nodes[child].end)
      }
      if let heaviest, tree.nodes[heaviest].tag != .p {
        node = heaviest
      } else if heaviest == nil, let article = article(in: node) {
        node = article
      } else {
        return node
      }
    }
  }

  /// The first `article` in `node` that holds much of its text, where several articles share a page.
  private func article(in node: Int) -> Int? {
    let whole = mass(of: node)
    return tree.descendants(of: node).first { tree.nodes[$0].tag == .article && mass(of: $0) * 3 > whole }
  }
}
