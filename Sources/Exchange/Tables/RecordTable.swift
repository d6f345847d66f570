import Record

/// A table of the record for people who count: its columns with their meaning, and an article's rows.
struct RecordTable {
  let name: String
  let columns: [Column]

  /// A column of values that rows have, or `nil` where they have none.
  struct Column {
    let name: String
    let type: ValueType
    let meaning: String
  }

  enum ValueType: String {
    case text, integer, real
  }

  enum Value: Equatable {
    case text(String)
    case integer(Int)
    case real(Double)
  }

  /// The rows of an article, each with a value or `nil` for each column.
  let rows: (ArticleIndex) -> [[Value?]]

  /// - Parameter columns: each with how its value is read off a member.
  init<Member>(
    _ name: String, of members: @escaping (ArticleIndex) -> [Member],
    _ columns: [(name: String, meaning: String, value: ColumnValue<Member>)]
  ) {
    self.name = name
    self.columns = columns.map { Column(name: $0.name, type: $0.value.type, meaning: $0.meaning) }
    rows = { article in members(article).map { member in columns.map { $0.value(member, article) } } }
  }
}

/// How a column's value is read off a member of an article's record.
enum ColumnValue<Member> {
  case text((Member, ArticleIndex) -> String?)
  /// Several texts, joined with `; `.
  case list((Member, ArticleIndex) -> [String])
  case integer((Member, ArticleIndex) -> Int?)
  case real((Member, ArticleIndex) -> Double?)

  var type: RecordTable.ValueType {
    switch self {
    case .text, .list: .text
    case .integer: .integer
    case .real: .real
    }
  }

  func callAsFunction(_ member: Member, _ article: ArticleIndex) -> RecordTable.Value? {
    switch self {
    case .text(let value): value(member, article).flatMap { $0.isEmpty ? nil : .text($0) }
    case .list(let value):
      { $0.isEmpty ? nil : .text($0.joined(separator: "; ")) }(value(member, article))
    case .integer(let value): value(member, article).map { .integer($0) }
    case .real(let value): value(member, article).flatMap { $0.isFinite ? .real($0) : nil }
    }
  }
}
