import GRDB
import Glibc
public import Record

/// A SQLite database with the tables of ``TablesLayout``, for R, Python and whoever else reads SQL; `columns` says what
/// each column means.
public struct SQLiteLayout: Layout {
  public private(set) var losses = Losses()
  private let tables = RecordTable.all
  private let path: String
  private let database: DatabaseQueue
  /// Articles of the transaction that is open.
  private var pending = 0
  /// Articles a transaction.
  private static let batch = 500

  /// Makes the database at `path`, where nothing may be yet.
  ///
  /// - Throws: ``ExchangeError`` where there is a file already or none can be made.
  public init(path: String) throws(ExchangeError) {
    guard access(path, F_OK) != 0 else {
      throw ExchangeError("\(path): there is such a file already; remove it or name another")
    }
    self.path = path
    do {
      var configuration = Configuration()
      // One transaction for many articles.
      configuration.allowsUnsafeTransactions = true
      configuration.prepareDatabase { database in
        // Nobody reads it before it is finished, and what is half made is thrown away.
        try database.execute(sql: "PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF")
      }
      database = try DatabaseQueue(path: path, configuration: configuration)
      let tables = tables
      try database.inDatabase { database in
        try database.execute(
          sql: "BEGIN; CREATE TABLE columns (\"table\" TEXT, \"column\" TEXT, type TEXT, meaning TEXT)")
        for table in tables { try Self.create(table, in: database) }
        try database.execute(sql: "COMMIT")
      }
    } catch { throw Self.failure(path, error) }
  }

  public mutating func write(_ readout: Readout, context: ExportContext) throws(ExchangeError) {
    losses.count(readout, unheld: [])
    let article = ArticleIndex(readout, context: context)
    let begins = pending == 0
    let tables = tables
    do {
      let rows = try database.inDatabase { database in
        if begins { try database.execute(sql: "BEGIN") }
        return try tables.reduce(0) { try $0 + Self.insert($1.rows(article), into: $1, of: database) }
      }
      losses.wrote(rows)
    } catch { throw Self.failure(path, error) }
    pending += 1
    if pending == Self.batch { try commit() }
  }

  public mutating func finish() throws(ExchangeError) {
    try commit()
    let tables = tables
    do {
      try database.inDatabase { database in
        for table in tables {
          try database.execute(sql: "CREATE INDEX \(table.name)_article ON \(table.name) (article)")
        }
      }
      try database.close()
    } catch { throw Self.failure(path, error) }
  }

  private mutating func commit() throws(ExchangeError) {
    guard pending > 0 else { return }
    pending = 0
    do { try database.inDatabase { try $0.execute(sql: "COMMIT") } } catch { throw Self.failure(path, error) }
  }

  private static func create(_ table: RecordTable, in database: Database) throws {
    let columns = table.columns.map { "\"\($0.name)\" \($0.type.rawValue.uppercased())" }.joined(separator: ", ")
    try database.execute(sql: "CREATE TABLE \(table.name) (\(columns))")
    for column in table.columns {
      try database.execute(
        sql: "INSERT INTO columns VALUES (?, ?, ?, ?)",
        arguments: [table.name, column.name, column.type.rawValue, column.meaning])
    }
  }

  private static func insert(_ rows: [[RecordTable.Value?]], into table: RecordTable, of database: Database) throws
    -> Int
  {
    guard !rows.isEmpty else { return 0 }
    let places = table.columns.map { _ in "?" }.joined(separator: ", ")
    let statement = try database.cachedStatement(sql: "INSERT INTO \(table.name) VALUES (\(places))")
    for row in rows { try statement.execute(arguments: StatementArguments(row.map { $0?.databaseValue ?? .null })) }
    return rows.count
  }

  private static func failure(_ path: String, _ error: any Error) -> ExchangeError {
    ExchangeError("\(path): the database cannot be written: \(error)")
  }
}

extension RecordTable.Value {
  fileprivate var databaseValue: DatabaseValue {
    switch self {
    case .text(let text): text.databaseValue
    case .integer(let number): number.databaseValue
    case .real(let number): number.databaseValue
    }
  }
}
