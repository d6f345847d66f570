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
    let data: Data
    do { data = try Data(contentsOf: URL(filePath: path)) } catch {
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
    while start < bytes.count {
      number += 1
      let end = bytes[start...].firstIndex(of: .lineFeed) ?? bytes.count
      defer { start = end + 1 }
      if bytes[start] == .numberSign || bytes[start..<end].allSatisfy(\.isBlank) { continue }
      var fields = 0
      var field = start
      while field <= end {
        let stop = bytes[field..<end].firstIndex(of: .tab) ?? end
        let trimmed = bytes[field..<stop].trimmedRange
        bounds.append(Int32(truncatingIfNeeded: trimmed.lowerBound))
        bounds.append(Int32(truncatingIfNeeded: trimmed.upperBound))
        fields += 1
        field = stop + 1
      }
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

    /// The field in `column`, or `nil` where it holds `-` or nothing.
    package func value(_ column: Int) -> String? {
      let field = bytes(column)
      if field.isEmpty || (field.count == 1 && field.first == .hyphen) { return nil }
      return String(decoding: field, as: UTF8.self)
    }

    /// The field in `column`, which has to hold something.
    package func required(_ column: Int, _ name: String) throws(KnowledgeError) -> String {
      guard let value = value(column) else { throw error("column \(column + 1) (\(name)) is empty; give it a value") }
      return value
    }

    /// The `;`-separated values in `column`.
    package func list(_ column: Int) -> [String] {
      let field = bytes(column)
      if field.isEmpty || (field.count == 1 && field.first == .hyphen) { return [] }
      return field.split(separator: .semicolon).compactMap { part in
        let range = part.trimmedRange
        return range.isEmpty ? nil : String(decoding: part[range], as: UTF8.self)
      }
    }

    /// The number in `column`, or `nil` where it holds none.
    package func number<Number: LosslessStringConvertible>(
      _ column: Int, _ name: String
    ) throws(KnowledgeError) -> Number? {
      guard let value = value(column) else { return nil }
      guard let number = Number(value) else {
        throw error("column \(column + 1) (\(name)) holds \"\(value)\", which is no number; correct it or write -")
      }
      return number
    }

    /// The date in `column`, or `nil` where it holds none.
    package func date(_ column: Int, _ name: String) throws(KnowledgeError) -> PartialDate? {
      let field = bytes(column)
      if field.isEmpty || (field.count == 1 && field.first == .hyphen) { return nil }
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

extension ArraySlice<UInt8> {
  /// The indices without white space at either end.
  fileprivate var trimmedRange: Range<Int> {
    var range = startIndex..<endIndex
    while let first = range.first, self[first].isBlank { range = first + 1..<range.upperBound }
    while let last = range.last, self[last].isBlank { range = range.lowerBound..<last }
    return range
  }
}
