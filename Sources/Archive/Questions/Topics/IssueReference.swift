import GRDB

/// An issue: by its keyword between whomever, or between its parties only.
public enum IssueReference: Sendable, Hashable {
  /// `abductions`
  case keyword(String)
  /// `abductions/JPN-PRK`
  case key(String)

  /// Reads either form.
  public init(_ text: String) { self = text.contains("/") ? .key(text) : .keyword(text.lowercased()) }

  public var text: String {
    switch self {
    case .keyword(let text), .key(let text): text
    }
  }

  /// That a row with a column `issue` and a column `keyword` is of the issue.
  func condition(_ table: SQL) -> SQL {
    switch self {
    case .keyword(let keyword): "\(table).keyword = \(keyword)"
    case .key(let key): "\(table).issue = \(key)"
    }
  }
}
