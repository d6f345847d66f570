/// Why an archive cannot be opened, read or written, and what to do about it.
public struct ArchiveError: Error, Sendable, Equatable, CustomStringConvertible {
  public var reason: Reason
  /// The archive's file.
  public var path: String
  /// What happened and what to do next, one or two sentences.
  public var message: String

  public enum Reason: Sendable, Equatable {
    /// There is no such file or folder.
    case missing
    /// The file is no archive: another program's database or no database at all.
    case foreign
    /// A newer release made the file.
    case newer
    /// The file is damaged.
    case damaged
    /// File or folder cannot be written.
    case readOnly
    /// The disk is full.
    case full
    /// Another process held the file for too long.
    case busy
    /// Something that was asked for is not in the archive.
    case unknown
    /// What was given is not of the form that is wanted.
    case unusable
    /// Any other fault of the file system or of SQLite.
    case failed
  }

  public init(_ reason: Reason, path: String, _ message: String) {
    self.reason = reason
    self.path = path
    self.message = message
  }

  public var description: String { "\(path): \(message)" }
}
