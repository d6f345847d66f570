import GRDB

/// The last row of a page, after which the next begins: `2018-09-11/1234`.
public struct PageKey: Sendable, Hashable {
  /// `nil` for rows without a day, which come last.
  public var day: String?
  public var row: Int64

  public init(day: String?, row: Int64) {
    self.day = day
    self.row = row
  }

  /// - Throws: ``QuestionError`` where `text` is no such key.
  public init(_ text: String) throws(QuestionError) {
    let parts = text.split(separator: "/", omittingEmptySubsequences: false)
    guard parts.count == 2, let row = Int64(parts[1]) else {
      throw QuestionError(.option, "“\(text)” is no page; give what the last answer calls next")
    }
    self.init(day: parts[0].isEmpty ? nil : String(parts[0]), row: row)
  }

  /// That a row comes after this one where the latest come first.
  func isBefore(day column: SQL, row id: SQL) -> SQL {
    guard let day else { return "coalesce(\(column), '') = '' AND \(id) < \(row)" }
    return "(\(column) < \(day) OR (\(column) = \(day) AND \(id) < \(row)) OR \(column) IS NULL)"
  }
}

extension PageKey: CustomStringConvertible {
  public var description: String { "\(day ?? "")/\(row)" }
}
