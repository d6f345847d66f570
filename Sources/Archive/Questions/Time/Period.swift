import Record

/// A stretch of days, both ends included; an end that is `nil` is open.
public struct Period: Sendable, Hashable {
  package var first: CalendarDay?
  package var last: CalendarDay?

  package init(first: CalendarDay? = nil, last: CalendarDay? = nil) {
    self.first = first
    self.last = last
  }

  /// All days.
  public static let always = Period()

  /// Whether it has no day, since it ends before it begins.
  public var isEmpty: Bool {
    guard let first, let last else { return false }
    return last < first
  }

  package func contains(_ day: CalendarDay) -> Bool {
    first.map { $0 <= day } ?? true && last.map { day <= $0 } ?? true
  }
}

extension Period: CustomStringConvertible {
  /// `2018-09-01 to 2018-09-30`, `since 2018-09-01`, `until 2018-09-30`, `2018-09-01`, or nothing.
  public var description: String {
    switch (first, last) {
    case (let first?, let last?): first == last ? "\(first)" : "\(first) to \(last)"
    case (let first?, nil): "since \(first)"
    case (nil, let last?): "until \(last)"
    case (nil, nil): ""
    }
  }
}
