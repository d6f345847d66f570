import FoundationEssentials

/// A tab-separated file of `Data/`: rows of as many fields as there are columns, `#` comments, `-` for no value.
struct Table: Sendable {
  /// One row, with the line that it stands on.
  struct Row: Sendable {
    let file: String
    let line: Int
    let fields: [String]

    /// The field in `column`, or `nil` where it holds `-` or nothing.
    func value(_ column: Int) -> String? { fields[column] == "-" || fields[column].isEmpty ? nil : fields[column] }
    /// The field in `column`, which has to hold something.
    func required(_ column: Int, _ name: String) throws(KnowledgeError) -> String {
      guard let value = value(column) else { throw error("column \(column + 1) (\(name)) is empty; give it a value") }
      return value
    }
    /// The `;`-separated values in `column`.
    func list(_ column: Int) -> [String] {
      guard let value = value(column) else { return [] }
      return value.split(separator: ";").map { $0.trimmed }.filter { !$0.isEmpty }
    }
    func error(_ message: String) -> KnowledgeError { KnowledgeError(file: file, line: line, message: message) }
  }

  let rows: [Row]

  /// Reads `path`, whose rows have `columns` fields each.
  init(path: String, columns: Int) throws(KnowledgeError) {
    let data: Data
    do { data = try Data(contentsOf: URL(filePath: path)) } catch {
      throw KnowledgeError(file: path, message: "cannot be read; is the data folder complete?")
    }
    guard let content = String(validating: data, as: UTF8.self) else {
      throw KnowledgeError(file: path, message: "is not UTF-8; save it as UTF-8")
    }
    try self.init(content: content, file: path, columns: columns)
  }

  init(content: String, file: String, columns: Int) throws(KnowledgeError) {
    var rows: [Row] = []
    var number = 0
    for line in content.split(separator: "\n", omittingEmptySubsequences: false) {
      number += 1
      if line.first == "#" || line.allSatisfy(\.isWhitespace) { continue }
      let fields = line.split(separator: "\t", omittingEmptySubsequences: false).map { $0.trimmed }
      guard fields.count == columns else {
        throw KnowledgeError(
          file: file, line: number,
          message: "has \(fields.count) fields where the header explains \(columns); separate them by one tab each")
      }
      rows.append(Row(file: file, line: number, fields: fields))
    }
    self.rows = rows
  }
}

extension Substring {
  /// Without white space at either end.
  var trimmed: String {
    var rest = self
    while rest.first?.isWhitespace == true { rest.removeFirst() }
    while rest.last?.isWhitespace == true { rest.removeLast() }
    return String(rest)
  }
}
