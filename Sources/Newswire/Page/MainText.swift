/// Finds the story on a page.
struct MainText {
  private let tree: HTMLTree
  private let page: PageBlocks
  private let title: [UInt8]
  /// For each block whether no element around it speaks against it.
  private var isGood: [Bool]
  private var mass: PageMass

  /// - Parameter title: the headline, if the page gives one.
  init(_ tree: HTMLTree, _ page: PageBlocks, title: String?) {
    self.tree = tree
    self.page = page
    self.title = title.map(PageMetadata.key) ?? []
    isGood = [Bool](repeating: true, count: page.blocks.count)
    mass = PageMass(tree, page, isCounted: isGood)
  }

  /// Where less than this is left beside the comments, in bytes, they are no comments.
  private static let leastStory = 80

  /// The blocks of the story, in order, as indices.
  mutating func blocks() -> [Int] {
    let blocks = certainBlocks()
    if !blocks.isEmpty { return blocks }
    // A page of few words has no long paragraph to go by.
    let rest = page.blocks.indices.filter { isGood[$0] }
    return rest.isEmpty ? Array(page.blocks.indices) : rest
  }

  private mutating func certainBlocks() -> [Int] {
    reject { $0.doubt == .byElement }
    sum()
    let all = mass(of: 0)
    reject { [self] in $0.doubt == .comments && all - mass(of: $0.node) > Self.leastStory }
    rejectCaptions()
    sum()
    rejectItems()
    let total = mass(of: 0)
    let body = markedBody()
    let kinds = massOfKinds()
    reject { [self] element in
      element.doubt == .byWords && mass(of: element.node) * 2 <= total && kinds[element.kind, default: 0] * 2 <= total
        && !(body.map { tree.descendants(of: element.node).contains($0) } ?? false)
    }
    mark(page.posts, isGood: true)
    sum()
    rejectAboveTitle()
    let root = container()
    let range = root..<Int(tree.nodes[root].end)
    let blocks = page.blocks.indices.filter { isGood[$0] && range.contains(page.blocks[$0].start) }
    let places = StoryPlaces(tree, page, mass: mass)
    let own = places.withoutBoxes(blocks)
    return root == markedBody() ? own : places.withoutEdges(own)
  }

  /// Marks what says the same as a picture's text for those who cannot see it, with or without a credit.
  private mutating func rejectCaptions() {
    var captions: [ArraySlice<UInt8>: [UInt8]] = [:]
    for (index, node) in tree.nodes.enumerated() where node.tag == .img {
      guard let key = tree.value("alt", of: index).map(PageMetadata.key), key.count >= Self.leastCaption else {
        continue
      }
      captions[key.prefix(Self.leastCaption)] = key
    }
    guard !captions.isEmpty else { return }
    for index in page.blocks.indices where isGood[index] {
      let key = PageMetadata.key(String(decoding: page.text[page.blocks[index].text], as: UTF8.self))
      guard let caption = captions[key.prefix(Self.leastCaption)] else { continue }
      let common = zip(key, caption).prefix { $0 == $1 }.count
      if common * 5 >= key.count * 4 { isGood[index] = false }
    }
  }

  /// The fewest letters and digits by which a caption is known, in bytes.
  private static let leastCaption = 32

  /// Marks lists of teasers and of comments, where a story is left without them.
  private mutating func rejectItems() {
    let items = RepeatedItems(tree, page, mass: mass, isCounted: isGood).items()
    guard mass(of: 0) - items.reduce(0, { $0 + mass(of: $1) }) > Self.leastStory else { return }
    mark(items, isGood: false)
    sum()
  }

  /// Marks what stands above the headline.
  private mutating func rejectAboveTitle() {
    guard title.count >= 8 else { return }
    let isTitle = { [self] (block: PageBlock) in
      tree.nodes[block.node].tag.headingLevel != nil && block.text.count <= 4 * title.count
        && PageMetadata.key(String(decoding: page.text[block.text], as: UTF8.self)) == title
    }
    guard let start = page.blocks.firstIndex(where: isTitle) else { return }
    // Where much of the text comes before it, it is a heading of something else.
    guard mass.mass(before: page.blocks[start].start) * 3 < mass(of: 0) else { return }
    for index in 0..<start { isGood[index] = false }
    sum()
    rejectNextStories(after: start)
  }

  /// Marks what begins with the next headline of the kind of the block `title`, where the story is in an element beside its element.
  private mutating func rejectNextStories(after title: Int) {
    let tag = tree.nodes[page.blocks[title].node].tag
    for next in page.blocks.indices[(title + 1)...] where tree.nodes[page.blocks[next].node].tag == tag {
      let (own, other) = branches(page.blocks[title].node, page.blocks[next].node)
      guard own != other, tree.nodes[own].tag == tree.nodes[other].tag, mass(of: own) > Self.leastStory else {
        continue
      }
      for index in next..<page.blocks.count { isGood[index] = false }
      return sum()
    }
  }

  /// The elements beside each other in which the nodes `a` and `b`, `a` before `b`, stand.
  private func branches(_ a: Int, _ b: Int) -> (Int, Int) {
    var (a, b) = (a, b)
    while !tree.descendants(of: Int(tree.nodes[a].parent)).contains(b) { a = Int(tree.nodes[a].parent) }
    while tree.nodes[b].parent != tree.nodes[a].parent { b = Int(tree.nodes[b].parent) }
    return (a, b)
  }

  /// The mass of all elements of a kind whose words speak against them, of those kinds that hold several paragraphs each: a page
  /// may set its whole story in pieces of such a kind.
  private func massOfKinds() -> [UInt64: Int] {
    var masses: [UInt64: (mass: Int, elements: Int, paragraphs: Int)] = [:]
    for element in page.doubtful where element.doubt == .byWords && mass(of: element.node) > 0 {
      let paragraphs = mass.paragraphs(of: element.node)
      let (mass, elements, before) = masses[element.kind, default: (0, 0, 0)]
      masses[element.kind] = (mass + self.mass(of: element.node), elements + 1, before + paragraphs)
    }
    return masses.compactMapValues { $0.paragraphs >= 2 * $0.elements ? $0.mass : nil }
  }

  /// Marks the blocks inside those doubtful elements that `isRejected` names.
  private mutating func reject(where isRejected: (PageBlocks.Doubtful) -> Bool) {
    var next = 0
    for element in page.doubtful where isRejected(element) {
      let end = Int(tree.nodes[element.node].end)
      while next < page.blocks.count, page.blocks[next].start < element.node { next += 1 }
      while next < page.blocks.count, page.blocks[next].start < end {
        isGood[next] = false
        next += 1
      }
    }
  }

  /// Marks the blocks inside `elements`, which are in the order of the page.
  private mutating func mark(_ elements: [Int], isGood: Bool) {
    var next = 0
    for node in elements {
      while next < page.blocks.count, page.blocks[next].start < node { next += 1 }
      while next < page.blocks.count, page.blocks[next].start < Int(tree.nodes[node].end) {
        self.isGood[next] = isGood
        next += 1
      }
    }
  }

  private mutating func sum() { mass.count(page, isCounted: isGood) }

  private func mass(of node: Int) -> Int { mass.mass(of: node) }

  /// The heaviest element that is marked as an article's body, if it holds much of the page's text; where some beside each other
  /// are marked, what they stand in.
  private func markedBody() -> Int? {
    var parts: [Int32: Int] = [:]
    for body in page.bodies where mass(of: body) > 0 { parts[tree.nodes[body].parent, default: 0] += 1 }
    let bodies = page.bodies.map { body in
      let parent = tree.nodes[body].parent
      return parts[parent, default: 0] > 1 ? Int(parent) : body
    }
    guard let body = bodies.max(by: { (mass(of: $0), $1) < (mass(of: $1), $0) }), mass(of: body) * 3 > mass(of: 0)
    else { return nil }
    return body
  }

  /// The smallest element that holds most of the good text.
  private func container() -> Int {
    var node = markedBody() ?? 0
    while let inner = heaviestChild(of: node) ?? article(in: node) { node = inner }
    return node
  }

  /// The child of `node` that holds most of its text, if what it leaves is little or scattered.
  private func heaviestChild(of node: Int) -> Int? {
    let whole = mass(of: node)
    guard whole > 0 else { return nil }
    var heaviest = (child: node, mass: 0)
    var second = 0
    var isParagraphs = false
    var child = node + 1
    while child < Int(tree.nodes[node].end) {
      let tag = tree.nodes[child].tag
      // Where text stands in the element itself, what is in its lines is no part of its own.
      let mass = tag == .text || (tag.isInline && self.mass.holdsText(node)) ? 0 : mass(of: child)
      if mass > heaviest.mass {
        second = heaviest.mass
        heaviest = (child, mass)
      } else {
        second = max(second, mass)
      }
      // Text that stands in the child itself makes it a paragraph.
      if self.mass.holdsText(child) { isParagraphs = true }
      child = Int(tree.nodes[child].end)
    }
    guard heaviest.mass > 0, tree.nodes[heaviest.child].tag != .p else { return nil }
    if heaviest.mass * 100 >= whole * 80 { return heaviest.child }
    return !isParagraphs && heaviest.mass * 2 > whole && second * 8 < heaviest.mass ? heaviest.child : nil
  }

  /// The `article` in `node` that holds much of its text and far more than any other: others of a live report are equals.
  private func article(in node: Int) -> Int? {
    var heaviest = (article: node, mass: 0)
    var second = 0
    var next = node + 1
    while next < Int(tree.nodes[node].end) {
      guard tree.nodes[next].tag == .article else {
        next += 1
        continue
      }
      let mass = mass(of: next)
      if mass > heaviest.mass {
        second = heaviest.mass
        heaviest = (next, mass)
      } else {
        second = max(second, mass)
      }
      next = Int(tree.nodes[next].end)
    }
    let whole = mass(of: node)
    return heaviest.mass * 3 > whole && heaviest.mass < whole && second * 3 < heaviest.mass ? heaviest.article : nil
  }
}
