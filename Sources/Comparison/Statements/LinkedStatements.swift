/// Which statements of one speaker are one, given by several articles.
public struct LinkedStatements: Sendable {
  /// The numbers of those that are one, each once, in ascending order; by their first.
  public let groups: [[Int64]]

  /// Two statements are compared that share so many telling words.
  private static let fewestShared = 2

  /// Links `statements` with each other and with `others`, which are not linked among themselves: a page of statements with those of
  /// the days around. The order of either does not matter.
  public init(_ statements: [QuotedStatement], among others: [QuotedStatement]) {
    let all = statements + others
    var holders: [UInt64: [Int]] = [:]
    let wanted = statements.reduce(into: Set<UInt64>()) { $0.formUnion($1.telling) }
    for (index, statement) in all.enumerated() {
      for key in statement.telling where wanted.contains(key) { holders[key, default: []].append(index) }
    }
    var sets = DisjointSets(count: all.count)
    for (index, statement) in statements.enumerated() {
      var shared = [Int](repeating: 0, count: all.count)
      for key in statement.telling {
        for other in holders[key] ?? [] { shared[other] += 1 }
      }
      for (other, count) in shared.enumerated() where count >= Self.fewestShared && other != index {
        guard sets.root(of: index) != sets.root(of: other), StatementLink(statement, all[other]) != nil else {
          continue
        }
        sets.join(index, other)
      }
    }
    groups = sets.groups().map { members in Set(members.map { all[$0].number }).sorted() }
      .filter { $0.count > 1 }.sorted { $0[0] < $1[0] }
  }
}
