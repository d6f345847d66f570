import Record

extension DayRange {
  /// `2021-03-05`, or `2021-05-01 to 2021-05-31`.
  var text: String { first == last ? first.description : "\(first) to \(last)" }
}
