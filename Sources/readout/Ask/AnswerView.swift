import Archive

/// An answer that can be read by a person and loaded as a table, besides being JSON.
protocol AnswerView: JSONAnswer {
  /// Writes what a person reads.
  func write(to text: inout AnswerText)
  /// The names of the table's columns, without those of the citation.
  static var columns: [String] { get }
  /// The table's rows, each with what it cites.
  var rows: [(cells: [String?], citation: Citation?)] { get }
}
