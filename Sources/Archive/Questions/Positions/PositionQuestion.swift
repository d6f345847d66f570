import GRDB

/// `ask positions`: where parties stand on an issue, and when that changed.
public struct PositionQuestion: Question {
  /// Whose positions: one party, or two to be set side by side; everybody's where it is empty.
  public var holders: [Party] = []
  public var issue: IssueReference?
  /// Which days are shown; what came before still tells what changed on them.
  public var period = Period.always
  /// States that the key of an issue has to name, as `normalization/JPN-PRK` does.
  var between: [String] = []

  public init() {}

  /// More rows than these are not looked through; the latest count.
  private static let most = 20_000

  func answer(in database: Database) throws -> PositionAnswer {
    guard issue != nil || !holders.isEmpty else {
      throw QuestionError(.option, "ask for a holder, an issue or both: all positions of an archive are too many")
    }
    let citations = CitationReader(database)
    let sides = holders.isEmpty ? [nil] : holders.map(Optional.some)
    return PositionAnswer(sides: try sides.map { try tracks(of: $0, citations, in: database) })
  }

  private func tracks(
    of holder: Party?, _ citations: CitationReader, in database: Database
  ) throws -> [PositionAnswer.Track] {
    // A position that no statement shows has no words to cite.
    var conditions: [SQL] = ["p.statement IS NOT NULL"]
    if let holder { conditions.append(holder.condition(actor: "p.holder", country: "p.country")) }
    if let issue { conditions.append(issue.condition("p")) }
    if issue == nil, period.first != nil {
      // The past of issues on which nothing was said in the period is not asked for.
      let issues = try issues(where: conditions + period.conditions(on: "p.day"), in: database)
      guard !issues.isEmpty else { return [] }
      conditions += ["p.keyword IN \(issues.map(\.keyword))", "p.issue IN \(issues.map(\.issue))"]
    }
    conditions += Period(last: period.last).conditions(on: "p.day")
    let rows = try Row.fetchAll(
      database,
      SQLRequest(
        literal: """
          SELECT \(PositionTrack.Taken.columns), p.issue, p.label, p.holder, p.holderEntity
          FROM positions p WHERE \(conditions.joined(operator: .and))
          ORDER BY p.day DESC, p.id DESC LIMIT \(Self.most)
          """))
    var tracks: [PositionTrack] = []
    var numbers: [PositionTrack.Key: Int] = [:]
    for row in rows.reversed() {
      let holder: Int64? = row[7]
      let key = PositionTrack.Key(holder: holder, entity: holder == nil ? row[8] : nil, issue: row[5])
      let number = numbers[key] ?? tracks.count
      if number == tracks.count {
        numbers[key] = number
        tracks.append(PositionTrack(key: key, label: row[6]))
      }
      tracks[number].add(PositionTrack.Taken(row))
    }
    return try tracks.compactMap { try $0.answer(in: period, citations, database) }
      .sorted { ($1.count, $0.issue) < ($0.count, $1.issue) }
  }

  /// The issues of certain positions, with their keywords.
  private func issues(where conditions: [SQL], in database: Database) throws -> [(issue: String, keyword: String)] {
    let rows = try Row.fetchAll(
      database,
      SQLRequest(
        literal: "SELECT DISTINCT p.issue, p.keyword FROM positions p WHERE \(conditions.joined(operator: .and))"))
    return rows.map { ($0["issue"], $0["keyword"]) }.filter { issue, _ in
      let parties = issue.split(separator: "/").last?.split(separator: "-").map(String.init) ?? []
      return between.allSatisfy(parties.contains)
    }
  }
}
