/// Members 0 ..< count in sets that can be joined (union-find with path halving).
struct DisjointSets {
  private var parents: [Int]

  init(count: Int) { parents = Array(0..<count) }

  mutating func root(of member: Int) -> Int {
    var member = member
    while parents[member] != member {
      parents[member] = parents[parents[member]]
      member = parents[member]
    }
    return member
  }

  /// The lower root stays the root, so that the order of joining does not show.
  mutating func join(_ a: Int, _ b: Int) {
    let (a, b) = (root(of: a), root(of: b))
    parents[max(a, b)] = min(a, b)
  }

  /// The sets, each in ascending order, by their first member.
  mutating func groups() -> [[Int]] {
    var order: [Int: Int] = [:]
    var groups: [[Int]] = []
    for member in parents.indices {
      let root = root(of: member)
      if let index = order[root] {
        groups[index].append(member)
      } else {
        order[root] = groups.count
        groups.append([member])
      }
    }
    return groups
  }
}
