import FoundationEssentials

/// A tab-separated file of `Data/`: rows of as many fields as there are columns, `#` comments, `-` for no value.
///
/// The file is kept as bytes and its fields as ranges, so that a column costs nothing until somebody asks for it.
package struct Table: Sendable {
  /// The file's bytes and where its fields stand in them, shared by all rows.
  fileprivate final class Content: Sendable {
    let file: String
    let bytes: [UInt8]
    let columns: Int
    /// Start and end of each field, row by row.
    let bounds: [Int32]
    /// The line of each row, counted from 1.
    let lines: [Int32]

    init(file: String, bytes: [UInt8], columns: Int, bounds: [Int32], lines: [Int32]) {
      self.file = file
      self.bytes = bytes
      self.columns = columns
      self.bounds = bounds
      self.lines = lines
    }
  }

  private let content: Content

  /// The path, as errors name it.
  package var file: String { content.file }
  /// The rows in the order of the file.
  package var rows: Rows { Rows(content: content) }

  /// Reads `path`, whose rows have `columns` fields each.
  ///
  /// - Throws: ``KnowledgeError`` where the file cannot be read, is not UTF-8, or a row has another number of fields.
  package init(path: String, columns: Int) throws(KnowledgeError) {
    // Much faster than a URL for many small files.
    guard let data = FileManager.default.contents(atPath: path) else {
      throw KnowledgeError(file: path, message: "cannot be read; is the data folder complete?")
    }
    try self.init(bytes: [UInt8](data), file: path, columns: columns)
  }

  /// Reads `content`; errors name `file`.
  package init(content: String, file: String, columns: Int) throws(KnowledgeError) {
    try self.init(bytes: [UInt8](content.utf8), file: file, columns: columns)
  }

  private init(bytes: [UInt8], file: String, columns: Int) throws(KnowledgeError) {
    guard String(validating: bytes, as: UTF8.self) != nil else {
      throw KnowledgeError(file: file, message: "is not UTF-8; save it as UTF-8")
    }
    var bounds: [Int32] = []
    var lines: [Int32] = []
    var number: Int32 = 0
    var start = 0
    bounds.reserveCapacity(bytes.count / 8)
    while start < bytes.count {
      number += 1
      var end = start
      let isComment = bytes[start] == .numberSign
      var isBlank = true
      let firstBound = bounds.count
      var field = start
      while end < bytes.count, bytes[end] != .lineFeed {
        if !isComment {
          if bytes[end] == .tab {
            bytes.appendTrimmed(field..<end, to: &bounds)
            field = end + 1
          } else if !bytes[end].isBlank {
            isBlank = false
          }
        }
        end += 1
      }
      start = end + 1
      if isComment || isBlank {
        bounds.removeSubrange(firstBound...)
        continue
      }
      bytes.appendTrimmed(field..<end, to: &bounds)
      let fields = (bounds.count - firstBound) / 2
      guard fields == columns else {
        throw KnowledgeError(
          file: file, line: Int(number),
          message: "has \(fields) fields where the header explains \(columns); separate them by one tab each")
      }
      lines.append(number)
    }
    content = Content(file: file, bytes: bytes, columns: columns, bounds: bounds, lines: lines)
  }
}

extension Table {
  /// The rows of a table.
  package struct Rows: Sendable, RandomAccessCollection {
    fileprivate let content: Content

    package var startIndex: Int { 0 }
    package var endIndex: Int { content.lines.count }
    package subscript(position: Int) -> Row { Row(content: content, index: position) }
  }

  /// One row, with the line that it stands on.
  package struct Row: Sendable {
    fileprivate let content: Content
    fileprivate let index: Int

    package var file: String { content.file }
    /// The line, counted from 1.
    package var line: Int { Int(content.lines[index]) }
    /// All fields as they stand, `-` included.
    package var fields: [String] { (0..<content.columns).map { String(decoding: bytes($0), as: UTF8.self) } }

    /// The bytes in `column`, without white space at either end.
    package func bytes(_ column: Int) -> ArraySlice<UInt8> {
      precondition(column < content.columns, "the table has no such column")
      let place = 2 * (index * content.columns + column)
      return content.bytes[Int(content.bounds[place])..<Int(content.bounds[place + 1])]
    }

    /// Whether `column` holds `-` or nothing.
    package func isEmpty(_ column: Int) -> Bool {
      let field = bytes(column)
      return field.isEmpty || (field.count == 1 && field.first == .hyphen)
    }

    /// The field in `column`, or `nil` where it holds `-` or nothing.
    package func value(_ column: Int) -> String? {
      isEmpty(column) ? nil : String(decoding: bytes(column), as: UTF8.self)
    }

    /// The field in `column`, which has to hold something.
    package func required(_ column: Int, _ name: String) throws(KnowledgeError) -> String {
      try require(column, name)
      return String(decoding: bytes(column), as: UTF8.self)
    }

    /// Checks that `column` holds something.
    package func require(_ column: Int, _ name: String) throws(KnowledgeError) {
      if isEmpty(column) { throw error("column \(column + 1) (\(name)) is empty; give it a value") }
    }

    /// The `;`-separated values in `column`.
    package func list(_ column: Int) -> [String] {
      var values: [String] = []
      forEach(in: column) { values.append(String(decoding: $0, as: UTF8.self)) }
      return values
    }

    /// Calls `body` with the bytes of each of the `;`-separated values in `column`.
    package func forEach(in column: Int, _ body: (ArraySlice<UInt8>) -> Void) {
      if isEmpty(column) { return }
      let field = bytes(column)
      var start = field.startIndex
      while start < field.endIndex {
        var end = start
        while end < field.endIndex, field[end] != .semicolon { end += 1 }
        let range = content.bytes.trimmed(start..<end)
        if !range.isEmpty { body(content.bytes[range]) }
        start = end + 1
      }
    }

    /// The whole number in `column`, or `nil` where it holds none.
    package func number(_ column: Int, _ name: String) throws(KnowledgeError) -> Int? {
      if isEmpty(column) { return nil }
      var number = 0
      for byte in bytes(column) {
        guard 0x30...0x39 ~= byte, number < 1 << 40 else {
          throw error("column \(column + 1) (\(name)) holds no whole number; correct it or write -")
        }
        number = 10 * number + Int(byte - 0x30)
      }
      return number
    }

    /// The date in `column`, or `nil` where it holds none.
    package func date(_ column: Int, _ name: String) throws(KnowledgeError) -> PartialDate? {
      if isEmpty(column) { return nil }
      let field = bytes(column)
      guard let date = PartialDate(utf8: field) else {
        throw error(
          "column \(column + 1) (\(name)) holds \"\(String(decoding: field, as: UTF8.self))\", which is no date; "
            + "write YYYY-MM-DD, YYYY-MM or YYYY")
      }
      return date
    }

    package func error(_ message: String) -> KnowledgeError {
      KnowledgeError(file: content.file, line: line, message: message)
    }
  }
}

extension UInt8 {
  fileprivate static let tab = UInt8(ascii: "\t")
  fileprivate static let lineFeed = UInt8(ascii: "\n")
  fileprivate static let numberSign = UInt8(ascii: "#")
  fileprivate static let hyphen = UInt8(ascii: "-")
  fileprivate static let semicolon = UInt8(ascii: ";")
  fileprivate var isBlank: Bool { self == UInt8(ascii: " ") || self == UInt8(ascii: "\r") || self == .tab }
}

extension [UInt8] {
  /// `range` without white space at either end.
  fileprivate func trimmed(_ range: Range<Int>) -> Range<Int> {
    var (start, end) = (range.lowerBound, range.upperBound)
    while start < end, self[start].isBlank { start += 1 }
    while start < end, self[end - 1].isBlank { end -= 1 }
    return start..<end
  }

  /// Notes where the field in `range` begins and ends.
  fileprivate func appendTrimmed(_ range: Range<Int>, to bounds: inout [Int32]) {
    let field = trimmed(range)
    bounds.append(Int32(truncatingIfNeeded: field.lowerBound))
    bounds.append(Int32(truncatingIfNeeded: field.upperBound))
  }
}
