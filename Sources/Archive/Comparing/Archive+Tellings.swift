public import Comparison
import FoundationEssentials
import GRDB
import Record

extension Archive {
  /// So many articles are held against one another at most, those of the nearest days.
  private static let mostArticles = 160
  /// News of an event goes on for so many days.
  private static let newsDays = 8
  /// A statement is told again within so many days.
  private static let echoDays = 31

  /// All accounts of an event, from the article that tells of it as `local` and from others.
  ///
  /// - Throws: ``ArchiveError`` where there is no such standing event.
  public func telling(of local: String, in article: Int64) throws(ArchiveError) -> Telling {
    try read { database in
      let own = try Self.standing(article, database).flatMap { readout in
        EventAccount.all(of: readout, article: Int(article)).first { $0.event == local }
      }
      guard let own else {
        throw ArchiveError(.unknown, path: path, "article \(article) has no event \(local) with a party")
      }
      var accounts = [own]
      for other in try Self.articles(near: own, database) {
        guard let readout = try Self.standing(other, database) else { continue }
        accounts += EventAccount.all(of: readout, article: Int(other)).filter { $0 != own }
      }
      let event = LinkedEvents(accounts).events.first { $0.accounts.contains(own) } ?? LinkedEvents([own]).events[0]
      let articles = Set(event.accounts.map { Int64($0.article) })
      return Telling(event: event, origins: try Self.origins(of: articles, database))
    }
  }

  /// All reports of a statement, from the article that gives it as `local` and from others.
  ///
  /// - Throws: ``ArchiveError`` where there is no such standing statement whose speaker other articles can name.
  public func reports(of local: String, in article: Int64) throws(ArchiveError) -> LinkedStatement {
    try read { database in
      let row = try Row.fetchOne(
        database, sql: "SELECT speaker, day FROM statements WHERE article = ? AND local = ? AND speaker IS NOT NULL",
        arguments: [article, local])
      let own = try Self.standing(article, database).flatMap { readout in
        QuotedStatement.all(of: readout, article: Int(article)).first { $0.statement == local }
      }
      guard let row, let own else {
        throw ArchiveError(.unknown, path: path, "article \(article) has no statement \(local) by a known speaker")
      }
      var reports = [own]
      let day = (row["day"] as String?).flatMap { CalendarDay($0) }
      let others = try Int64.fetchAll(
        database,
        sql: """
          SELECT DISTINCT article FROM statements WHERE speaker = ? AND day >= ? AND day <= ?
          ORDER BY abs(julianday(day) - julianday(?)), article LIMIT ?
          """,
        arguments: [
          row["speaker"] as Int64, day.map { ($0 + -Self.echoDays).description },
          day.map { ($0 + Self.echoDays).description }, day?.description, Self.mostArticles,
        ])
      for other in others {
        guard let readout = try Self.standing(other, database) else { continue }
        reports += QuotedStatement.all(of: readout, article: Int(other)).filter { $0 != own }
      }
      let statements = LinkedStatements(reports).statements
      return statements.first { $0.reports.contains(own) } ?? LinkedStatements([own]).statements[0]
    }
  }

  private static func standing(_ article: Int64, _ database: Database) throws -> Readout? {
    try Derivation.effective(article, onlyStanding: true, database)?.readout
  }

  /// The articles that may tell of the same event: those with an event between two of its states in these days.
  private static func articles(near account: EventAccount, _ database: Database) throws -> [Int64] {
    guard let days = account.searchDays else { return [] }
    let first = CalendarDay(number: days.first - EventLink.dayWindow).description
    let last = CalendarDay(number: days.last + newsDays).description
    var articles: Set<Int64> = []
    for key in account.keys {
      let sql =
        key.first == key.second
        ? """
        SELECT DISTINCT article FROM participants JOIN events ON events.id = event
        WHERE participants.country = ?1 AND ?2 = ?1 AND dated BETWEEN ?3 AND ?4 ORDER BY dated, article LIMIT ?5
        """
        : """
        SELECT DISTINCT article FROM dyads JOIN events ON events.id = event
        WHERE a = ?1 AND b = ?2 AND dyads.dated BETWEEN ?3 AND ?4 ORDER BY dyads.dated, article LIMIT ?5
        """
      articles.formUnion(
        try Int64.fetchAll(
          database.cachedStatement(sql: sql), arguments: [key.first, key.second, first, last, mostArticles]))
    }
    return Array(articles.sorted().prefix(mostArticles))
  }

  private static func origins(of articles: Set<Int64>, _ database: Database) throws -> Int {
    let list = articles.sorted().map(String.init).joined(separator: ", ")
    return try Int.fetchOne(
      database, sql: "SELECT count(DISTINCT origin) FROM copies WHERE article IN (\(list))") ?? articles.count
  }
}
