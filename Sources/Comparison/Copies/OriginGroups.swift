/// Which of some articles are one report told again: copies of each other, and texts that share passages and credit the same
/// wire. Ten papers that carry one agency's story are one independent origin.
public struct OriginGroups: Sendable, Hashable {
  /// One independent report.
  public struct Group: Sendable, Hashable {
    /// Positions in the input, in ascending order.
    public var articles: [Int]
    /// The wire that it goes back to, where one is credited.
    public var wire: String?
    /// The outlets that carry it, folded, in alphabetical order.
    public var outlets: [String]
  }

  /// By their first article.
  public let groups: [Group]

  /// At least this part of the shorter text is in the other where both credit one wire.
  static let sharedOfWire = 0.2
  /// Where more articles than this have a run of words, each is held only against the next that has it.
  static let mostHolders = 24

  /// The number of independent origins.
  public var count: Int { groups.count }

  /// - Parameter articles: text and origin of each. Only those that share a run of words are compared.
  public init(_ articles: [(text: String, origin: Origin)]) {
    let words = articles.map { WordList($0.text) }
    var sets = DisjointSets(count: articles.count)
    for pair in Self.pairs(words) {
      if sets.root(of: pair.first) == sets.root(of: pair.second) { continue }
      let comparison = CopyComparison(words[pair.first], words[pair.second])
      let shared = max(comparison.firstInSecond, comparison.secondInFirst)
      let (a, b) = (articles[pair.first].origin, articles[pair.second].origin)
      if comparison.kind != nil || shared >= Self.sharedOfWire && Self.creditsOneWire(a, b) {
        sets.join(pair.first, pair.second)
      }
    }
    groups = sets.groups().map { members in
      let origins = members.map { articles[$0].origin }
      return Group(
        articles: members, wire: origins.compactMap(\.wire).min(), outlets: Set(origins.compactMap(\.outlet)).sorted())
    }
  }

  private static func creditsOneWire(_ a: Origin, _ b: Origin) -> Bool {
    guard let first = a.source, let second = b.source else { return false }
    return first == second || a.relied.contains(second) || b.relied.contains(first)
  }

  private struct Pair: Hashable {
    var first: Int
    var second: Int
  }

  /// Those that share at least a tenth of the runs of words of the shorter.
  private static func pairs(_ words: [WordList]) -> [Pair] {
    let shingles = words.map { Set(Shingles.of($0.keys, width: CopySignature.shingleWidth)) }
    var holders: [UInt64: [Int]] = [:]
    for (article, runs) in shingles.enumerated() {
      for run in runs { holders[run, default: []].append(article) }
    }
    var shared: [Pair: Int] = [:]
    for members in holders.values where members.count > 1 {
      let reach = members.count <= mostHolders ? members.count : 1
      for (place, first) in members.enumerated() {
        for second in members[(place + 1)...].prefix(reach) {
          shared[Pair(first: first, second: second), default: 0] += 1
        }
      }
    }
    return shared.filter { pair, count in
      count * 10 >= min(shingles[pair.first].count, shingles[pair.second].count)
    }.keys.sorted { ($0.first, $0.second) < ($1.first, $1.second) }
  }
}
