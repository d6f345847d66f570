import FoundationEssentials
import GRDB
import Glibc

/// The file of an archive: whether it is one, and how one comes into being.
struct ArchiveFile {
  let path: String

  init(_ path: String) { self.path = path }

  /// Makes sure that an archive is there. A file that is none is left as it is.
  ///
  /// - Parameter creates: Whether one is made where there is no file or an empty one.
  func examine(creates: Bool) throws {
    var status = stat()
    guard stat(path, &status) == 0 else {
      guard errno == ENOENT || errno == ENOTDIR else { throw failure("the archive cannot be looked at") }
      guard creates else {
        throw ArchiveError(
          .missing, path: path, "there is no such archive; make one with: readout ingest PATH --into \(path)")
      }
      return try create()
    }
    guard status.st_mode & S_IFMT == S_IFREG else {
      throw ArchiveError(.foreign, path: path, "this is no file; name the file of an archive")
    }
    if status.st_size == 0 {
      guard creates else {
        throw ArchiveError(.missing, path: path, "the file is empty; fill it with: readout ingest PATH --into \(path)")
      }
      guard unlink(path) == 0 else { throw failure("the empty file cannot be replaced") }
      return try create()
    }
    try recognize()
  }

  /// Whether there is a write-ahead log with something in it.
  var hasLog: Bool {
    var status = stat()
    return stat("\(path)-wal", &status) == 0 && status.st_size > 0
  }

  /// The file for a connection that needs to write nothing beside it, not even locks.
  var immutableURI: String {
    var escaped = ""
    for byte in path.utf8 {
      switch byte {
      case UInt8(ascii: "A")...UInt8(ascii: "Z"), UInt8(ascii: "a")...UInt8(ascii: "z"),
        UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "/"), UInt8(ascii: "-"), UInt8(ascii: "_"),
        UInt8(ascii: "."):
        escaped.unicodeScalars.append(Unicode.Scalar(byte))
      default:
        let hex = String(byte, radix: 16, uppercase: true)
        escaped += hex.utf8.count < 2 ? "%0\(hex)" : "%\(hex)"
      }
    }
    return "file:\(escaped)?immutable=1"
  }

  /// By the mark in the header, which is there from the first moment on.
  private func recognize() throws {
    var configuration = Configuration()
    configuration.readonly = true
    let mark: Int32?
    do {
      let queue = try DatabaseQueue(path: immutableURI, configuration: configuration)
      mark = try queue.read { try Int32.fetchOne($0, sql: "PRAGMA application_id") }
    } catch let error as DatabaseError where error.resultCode == .SQLITE_CORRUPT {
      // Somebody may be moving the log into the file just now. Whoever opens it with locks sees whether it is damaged.
      return
    }
    guard mark == Schema.applicationID else {
      throw ArchiveError(
        .foreign, path: path, "this is another program's database and was left as it is; name another file")
    }
  }

  /// Makes an empty archive beside its place, and moves it there whole: nobody ever sees half of one.
  private func create() throws {
    let folder = path.lastIndex(of: "/").map { String(path[...$0]) } ?? "./"
    if !FileManager.default.fileExists(atPath: folder) {
      do { try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true) } catch {
        throw ArchiveError(.readOnly, path: path, "the folder \(folder) cannot be made; name another place")
      }
    }
    let draft = "\(path).new-\(getpid())-\(UInt64.random(in: 0 ... .max))"
    defer { unlink(draft) }
    do {
      let queue = try DatabaseQueue(path: draft)
      try queue.write { try Schema.upgrade($0) }
      try queue.writeWithoutTransaction { try $0.execute(sql: "PRAGMA journal_mode = WAL") }
      try queue.close()
    } catch let error as DatabaseError where error.resultCode == .SQLITE_CANTOPEN {
      throw ArchiveError(.readOnly, path: path, "no file can be made in \(folder); check the rights of the folder")
    }
    // Where somebody else was first, his is used. Not every file system has links.
    if link(draft, path) == 0 || errno == EEXIST { return }
    guard rename(draft, path) == 0 else { throw failure("the new archive cannot be put in its place") }
  }

  private func failure(_ what: String) -> ArchiveError {
    ArchiveError(.readOnly, path: path, "\(what): \(String(cString: strerror(errno)))")
  }
}
