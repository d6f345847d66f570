import Record

/// Statements of many articles, put together where they are one. Those of one speaker are compared that share a run of quoted
/// words or a word that this speaker seldom uses; the order of the input does not matter.
public struct LinkedStatements: Sendable {
  /// By their first report.
  public let statements: [LinkedStatement]

  /// A word that more of a speaker's statements have does not bring two of them together.
  private static let mostHolders = 64

  public init(_ reports: [QuotedStatement]) {
    let reports = reports.sorted {
      ($0.article, $0.content.first?.start ?? 0, $0.statement) < (
        $1.article, $1.content.first?.start ?? 0, $1.statement
      )
    }
    var holders: [UInt64: [Int]] = [:]
    for (index, report) in reports.enumerated() {
      let speaker = StableHash.of(report.speaker.description)
      for key in Set(report.words + Shingles.of(report.quoted, width: StatementLink.runLength)) {
        holders[StableHash.mix(speaker ^ key), default: []].append(index)
      }
    }
    var sets = DisjointSets(count: reports.count)
    for members in holders.values where members.count > 1 {
      let reach = members.count <= Self.mostHolders ? members.count : 1
      for (place, first) in members.enumerated() {
        for second in members[(place + 1)...].prefix(reach)
        where sets.root(of: first) != sets.root(of: second) && StatementLink(reports[first], reports[second]) != nil {
          sets.join(first, second)
        }
      }
    }
    statements = sets.groups().map { LinkedStatement(reports: $0.map { reports[$0] }) }
  }
}
