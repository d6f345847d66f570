/// One statement with all its wordings and those who passed it on.
public struct LinkedStatement: Sendable, Hashable {
  /// By the number of their article, then as the article has them.
  public let reports: [QuotedStatement]

  public var speaker: ActorKey { reports[0].speaker }

  /// The different wordings, the most frequent first, with the positions in `reports` of those who have it.
  public var wordings: [(wording: String, reports: [Int])] {
    Dictionary(grouping: reports.indices, by: { reports[$0].words })
      .values.sorted { ($1.count, $0[0]) < ($0.count, $1[0]) }
      .map { (reports[$0[0]].wording, $0) }
  }

  /// Everyone who passed it on, in any article.
  public var relays: [ActorKey] { Set(reports.flatMap(\.relays)).sorted() }
}
