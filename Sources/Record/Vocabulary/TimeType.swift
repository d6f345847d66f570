/// The kinds of TIMEX3 (ISO-TimeML).
public enum TimeType: String, Sendable, Codable, CaseIterable {
  case date = "DATE"
  case time = "TIME"
  case duration = "DURATION"
  case set = "SET"
}
