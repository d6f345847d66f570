import GRDB
import Glibc

/// A store of readouts in one SQLite file: articles with all their versions, the records that coders made of them, what
/// people corrected, and rows of all that the standing records hold, to be asked.
///
/// Any number of threads may use one archive, and any number of processes one file: there is one writer at a time, which
/// no reader waits for. Each article is stored whole or not at all; a process that is killed leaves the file as it was after
/// the last article.
public final class Archive: Sendable {
  /// The file.
  public let path: String
  private let reader: any DatabaseReader
  /// `nil` where the file cannot be written.
  private let writer: DatabasePool?

  /// Opens an archive, and brings it up to this release's schema. Where file or folder cannot be written, it can still be read.
  ///
  /// - Parameter creates: Whether a missing file is made.
  /// - Throws: ``ArchiveError`` where the file is missing, is none of an archive, comes from a newer release or is damaged. A
  ///   file that is no archive is not touched.
  public init(path: String, creates: Bool = true) throws(ArchiveError) {
    self.path = path
    do {
      try ArchiveFile(path).examine(creates: creates)
      do {
        let pool = try Self.patiently { try DatabasePool(path: path, configuration: Self.configuration()) }
        reader = pool
        writer = pool
      } catch let error as DatabaseError where [.SQLITE_CANTOPEN, .SQLITE_READONLY].contains(error.resultCode) {
        guard !ArchiveFile(path).hasLog else {
          throw ArchiveError(
            .readOnly, path: path,
            "the archive was not closed, and its folder cannot be written; run readout archive check where it can")
        }
        reader = try DatabaseQueue(
          path: ArchiveFile(path).immutableURI, configuration: Self.configuration(readOnly: true))
        writer = nil
      }
      try upgrade()
    } catch {
      throw ArchiveError(error, path: path)
    }
  }

  /// Whether file and folder can be written.
  public var isWritable: Bool { writer != nil }

  /// Reads in one transaction: all that `body` reads is of one moment.
  func read<Result>(_ body: (Database) throws -> Result) throws(ArchiveError) -> Result {
    do { return try reader.read(body) } catch { throw ArchiveError(error, path: path) }
  }

  /// The same, where `body` calls what is not the archive's: errors of its pass through.
  func readForOthers<Result>(_ body: (Database) throws -> Result) throws -> Result {
    do { return try reader.read(body) } catch let error as DatabaseError {
      throw ArchiveError(error, path: path)
    } catch let error as RecordFault {
      throw ArchiveError(error, path: path)
    }
  }

  /// Writes in one transaction, which an error undoes as a whole.
  func write<Result>(_ body: (Database) throws -> Result) throws(ArchiveError) -> Result {
    do { return try writable().write(body) } catch { throw ArchiveError(error, path: path) }
  }

  /// Writes outside of a transaction, as `VACUUM` and checkpoints want it.
  func writeOutsideTransaction(_ body: (Database) throws -> Void) throws(ArchiveError) {
    do { try writable().writeWithoutTransaction(body) } catch { throw ArchiveError(error, path: path) }
  }

  /// Closes the file. Afterwards the archive throws.
  public func close() throws(ArchiveError) {
    // The connection that closes last moves the log into the file, which only the writer can.
    writer?.invalidateReadOnlyConnections()
    do { try reader.close() } catch { throw ArchiveError(error, path: path) }
  }

  private func writable() throws(ArchiveError) -> DatabasePool {
    guard let writer else {
      throw ArchiveError(.readOnly, path: path, "file or folder cannot be written; check their rights")
    }
    return writer
  }

  private func upgrade() throws {
    let version = try reader.read { try Int.fetchOne($0, sql: "PRAGMA user_version") ?? 0 }
    guard version <= Schema.version else {
      throw ArchiveError(
        .newer, path: path,
        "a newer release made this archive (schema \(version), this release knows \(Schema.version)); update readout")
    }
    guard version < Schema.version else { return }
    try writable().write { try Schema.upgrade($0) }
  }

  private static func configuration(readOnly: Bool = false) -> Configuration {
    var configuration = Configuration()
    configuration.readonly = readOnly
    configuration.busyMode = .timeout(30)
    configuration.maximumReaderCount = 8
    configuration.prepareDatabase { database in
      // NORMAL: after a power cut the last articles may be missing, but never a part of one.
      try database.execute(
        sql: """
          PRAGMA synchronous = NORMAL;
          PRAGMA secure_delete = OFF;
          PRAGMA cache_size = -32000;
          PRAGMA mmap_size = 268435456;
          PRAGMA wal_autocheckpoint = 4000;
          """)
    }
    return configuration
  }

  /// Opens while others open, recover or close the same file: for some of these moments SQLite does not wait by itself.
  private static func patiently<Result>(_ body: () throws -> Result) throws -> Result {
    let start = ContinuousClock.now
    while true {
      do { return try body() } catch let error as DatabaseError
        where error.resultCode == .SQLITE_BUSY && ContinuousClock.now - start < .seconds(30)
      {
        usleep(20_000)
      }
    }
  }
}

extension Archive {
  /// Lets the file grow to no more than this, as a full disk would.
  package func limit(pages: Int) throws(ArchiveError) {
    try writeOutsideTransaction { _ = try Int.fetchOne($0, sql: "PRAGMA max_page_count = \(pages)") }
  }
}
