import GRDB
import Record

extension ArchiveError {
  /// What an error of SQLite, or of a record, means for who uses the archive at `path`.
  init(_ error: any Error, path: String) {
    switch error {
    case let error as ArchiveError: self = error
    case let error as RecordFault:
      self.init(.damaged, path: path, "a stored record cannot be read (\(error)); run: readout archive check \(path)")
    case let error as DatabaseError: self.init(error, path: path)
    default: self.init(.failed, path: path, "\(error)")
    }
  }

  private init(_ error: DatabaseError, path: String) {
    let says = error.message ?? "SQLite error \(error.resultCode.rawValue)"
    switch error.resultCode {
    case .SQLITE_FULL:
      self.init(
        .full, path: path,
        "the disk is full; nothing that was stored before is lost. Make room and run the same command again")
    case .SQLITE_READONLY:
      self.init(.readOnly, path: path, "the archive cannot be written (\(says)); check the rights of file and folder")
    case .SQLITE_CANTOPEN, .SQLITE_PERM, .SQLITE_AUTH:
      self.init(.readOnly, path: path, "the archive cannot be opened (\(says)); check the rights of file and folder")
    case .SQLITE_BUSY, .SQLITE_LOCKED:
      self.init(.busy, path: path, "another process keeps the archive locked; try again when it is done")
    case .SQLITE_NOTADB:
      self.init(
        .foreign, path: path, "the file is no archive of readouts; name another, or a new one to be made with ingest")
    case .SQLITE_CORRUPT:
      self.init(
        .damaged, path: path, "the archive is damaged (\(says)); save what can be read: readout archive repair \(path)")
    case .SQLITE_IOERR:
      self.init(.failed, path: path, "the disk failed to read or write (\(says)); nothing stored before is lost")
    default: self.init(.failed, path: path, says)
    }
  }
}
