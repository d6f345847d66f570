import FoundationEssentials
import GRDB
import Glibc
import Record

/// Saves what can still be read of a damaged file into a new one, row by row.
struct Salvage {
  private let path: String

  init(_ path: String) { self.path = path }

  /// Makes the archive anew from what can be read. The damaged file is kept beside it.
  ///
  /// - Throws: ``ArchiveError`` where not one article can be read, or the new file cannot be written; the old one is then
  ///   where it was.
  func run() throws(ArchiveError) -> Archive.Repair {
    let draft = "\(path).repaired-\(getpid())"
    var repair: Archive.Repair
    do { repair = try save(to: draft) } catch {
      Self.remove(draft)
      let isUnreadable = (error as? DatabaseError)?.resultCode == .SQLITE_CORRUPT
      throw isUnreadable ? nothingIsLeft : ArchiveError(error, path: path)
    }
    let damaged = "\(path).damaged-\(Moment.now.seconds)"
    for ending in ["-wal", "-shm"] { rename(path + ending, damaged + ending) }
    guard rename(path, damaged) == 0, rename(draft, path) == 0 else {
      throw ArchiveError(
        .readOnly, path: path, "what was saved lies in \(draft), but cannot be put in place; check the folder's rights")
    }
    repair.damagedFile = damaged
    return repair
  }

  /// Makes an archive at `draft` of what can be read.
  private func save(to draft: String) throws -> Archive.Repair {
    Self.remove(draft)
    let lost = try copy(to: draft)
    let archive = try Archive(path: draft)
    var repair = try archive.rebuild()
    try archive.close()
    guard repair.articles > 0 else { throw nothingIsLeft }
    repair.lost += lost
    return repair
  }

  private static func remove(_ draft: String) { for ending in ["", "-wal", "-shm"] { unlink(draft + ending) } }

  /// What all other rows are made of, and what readers have been told already.
  private static let tables = [
    "coders", "articles", "readouts", "corrections", "watches", "watchSkips", "findings", "deliveries", "feeds",
  ]

  /// Copies the rows of ``tables``.
  ///
  /// - Returns: How many could not be read.
  private func copy(to draft: String) throws -> Int {
    var configuration = Configuration()
    configuration.foreignKeysEnabled = false
    configuration.prepareDatabase { database in
      // A file that is shorter than its header says is read as far as it goes.
      try database.execute(sql: "PRAGMA writable_schema = ON; PRAGMA cell_size_check = ON")
    }
    let source = try DatabaseQueue(path: path, configuration: configuration)
    let target = try Archive(path: draft)
    defer { try? target.close() }
    var lost = 0
    try source.unsafeRead { source in
      try target.writeOutsideTransaction { target in
        try target.execute(sql: "PRAGMA foreign_keys = OFF")
        try target.inTransaction {
          for table in Self.tables { lost += try copy(table, source, target) }
          try target.execute(sql: "DELETE FROM readouts WHERE article NOT IN (SELECT id FROM articles)")
          try target.execute(
            sql: "UPDATE articles SET supersedes = NULL WHERE supersedes NOT IN (SELECT id FROM articles)")
          return .commit
        }
        try target.execute(sql: "PRAGMA foreign_keys = ON")
      }
    }
    return lost
  }

  private func copy(_ table: String, _ source: Database, _ target: Database) throws -> Int {
    let columns = try target.columns(in: table).map { "\"\($0.name)\"" }.filter { $0 != "\"stands\"" }
    let list = columns.joined(separator: ", ")
    let places = columns.map { _ in "?" }.joined(separator: ", ")
    // An older archive has not all tables, and where the file's layout is damaged, SQLite knows but some of them.
    guard let read = try? source.makeStatement(sql: "SELECT \(list) FROM \(table) WHERE rowid = ?") else {
      guard table != "articles" else { throw nothingIsLeft }
      return 0
    }
    let write = try target.makeStatement(
      sql: "INSERT OR IGNORE INTO \(table) (rowid, \(list)) VALUES (?, \(places))")
    var lost = 0
    var saved = 0
    for rowid in 1...max(1, last(of: table, source)) {
      do {
        guard let row = try Row.fetchOne(read, arguments: [rowid]) else { continue }
        try write.execute(arguments: [rowid] + StatementArguments(row.databaseValues))
        saved += 1
      } catch let error as DatabaseError
        where error.resultCode == .SQLITE_CORRUPT || error.resultCode == .SQLITE_CONSTRAINT
      {
        lost += 1
      }
    }
    return lost
  }

  private var nothingIsLeft: ArchiveError {
    ArchiveError(.damaged, path: path, "not one article can be read any more; go back to a copy of the file")
  }

  /// The greatest rowid; where the way to it is damaged, the greatest that can be reached.
  private func last(of table: String, _ source: Database) -> Int64 {
    if let last = try? Int64.fetchOne(source, sql: "SELECT max(rowid) FROM \(table)") { return last }
    var known: Int64 = 0
    var cursor = try? Int64.fetchCursor(source, sql: "SELECT rowid FROM \(table)")
    while let next = try? cursor?.next() { known = max(known, next) }
    cursor = nil
    // Beyond the damage rows may follow.
    return known * 2 + 10_000
  }
}
