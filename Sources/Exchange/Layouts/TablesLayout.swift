public import Record

/// A folder of CSV files (RFC 4180: commas, CRLF, a header; UTF-8), one a table, with a codebook of their columns.
public struct TablesLayout: Layout {
  public private(set) var losses = Losses()
  private let tables = RecordTable.all
  private let output: any ExportOutput

  /// The file that says what each column means.
  public static let codebook = "codebook.csv"

  /// - Parameter byteOrderMark: whether files begin with one, without which Excel does not read UTF-8.
  /// - Throws: ``ExchangeError`` where the headers cannot be written.
  public init(to output: any ExportOutput, byteOrderMark: Bool = false) throws(ExchangeError) {
    self.output = output
    let mark: [UInt8] = byteOrderMark ? [0xEF, 0xBB, 0xBF] : []
    var codebook = mark + Self.line(["table", "column", "type", "meaning"].map { .text($0) })
    for table in tables {
      try output.append(mark + Self.line(table.columns.map { .text($0.name) }), to: Self.file(of: table))
      for column in table.columns {
        codebook += Self.line([table.name, column.name, column.type.rawValue, column.meaning].map { .text($0) })
      }
    }
    try output.create(Self.codebook, codebook)
  }

  public mutating func write(_ readout: Readout, context: ExportContext) throws(ExchangeError) {
    losses.count(readout, unheld: [])
    let article = ArticleIndex(readout, context: context)
    for table in tables {
      let rows = table.rows(article)
      try output.append(rows.flatMap(Self.line), to: Self.file(of: table))
      losses.wrote(rows.count)
    }
  }

  private static func file(of table: RecordTable) -> String { "\(table.name).csv" }

  private static func line(_ values: [RecordTable.Value?]) -> [UInt8] {
    var bytes: [UInt8] = []
    for (index, value) in values.enumerated() {
      if index > 0 { bytes.append(UInt8(ascii: ",")) }
      switch value {
      case nil: continue
      case .integer(let number): bytes += Array(String(number).utf8)
      case .real(let number): bytes += Array(number.description.utf8)
      case .text(let text): bytes += quoted(Array(text.utf8))
      }
    }
    return bytes + [UInt8(ascii: "\r"), UInt8(ascii: "\n")]
  }

  /// The text, in quotation marks where it holds what ends a field.
  private static func quoted(_ text: [UInt8]) -> [UInt8] {
    let quote = UInt8(ascii: "\"")
    let special: Set<UInt8> = [quote, UInt8(ascii: ","), UInt8(ascii: "\r"), UInt8(ascii: "\n")]
    guard text.contains(where: special.contains) else { return text }
    return [quote] + text.flatMap { $0 == quote ? [quote, quote] : [$0] } + [quote]
  }
}
