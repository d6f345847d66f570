package import Record

/// Where a party stands on an issue, as a statement or an event shows it.
package struct Position: Sendable, Equatable {
  /// An entity.
  package var holder: Int
  /// `keyword/PARTIES`, `normalization/JPN-PRK`.
  package var issue: String
  package var label: String
  package var stance: Stance
  package var statement: Int?
  package var change: Change?

  package init(
    holder: Int, issue: String, label: String, stance: Stance, statement: Int? = nil, change: Change? = nil
  ) {
    self.holder = holder
    self.issue = issue
    self.label = label
    self.stance = stance
    self.statement = statement
    self.change = change
  }
}
