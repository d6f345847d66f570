/// Dates as newswire formats write them, to ISO 8601.
package enum NewsDate {
  /// The date, or date and time, that `text` writes: ISO 8601 with or without marks (`20180911T081500+0900`), RFC 822
  /// (`Tue, 11 Sep 2018 08:15:00 GMT`) and what feeds make of it. `nil` where there is no whole, real date.
  package static func iso(_ text: String) -> String? {
    let bytes = Array(text.utf8.prefix(80)).filter { $0 < 0x80 }
    return numeric(bytes[...]) ?? worded(bytes)
  }

  // MARK: ISO 8601

  private static func numeric(_ bytes: ArraySlice<UInt8>) -> String? {
    var rest = bytes.drop { $0 <= 0x20 }
    guard let year = digits(4, &rest) else { return nil }
    let isMarked = mark("-", &rest)
    guard let month = digits(2, &rest), !isMarked || mark("-", &rest), let day = digits(2, &rest),
      let date = date(year, month, day)
    else { return nil }
    guard let first = rest.first, first == UInt8(ascii: "T") || first == UInt8(ascii: "t") || first == 0x20 else {
      return rest.isEmpty ? date : nil
    }
    rest = rest.dropFirst().drop { $0 == 0x20 }
    if rest.isEmpty { return date }
    guard let time = time(&rest) else { return nil }
    return date + "T" + time + (zone(rest) ?? "")
  }

  /// `08:15:00.5`, `081500`, `08:15`; of a second's parts nothing is kept.
  private static func time(_ rest: inout ArraySlice<UInt8>) -> String? {
    guard let hour = digits(2, &rest) ?? digits(1, &rest) else { return nil }
    let isMarked = mark(":", &rest)
    guard let minute = digits(2, &rest), hour < 24, minute < 60 else { return nil }
    var second = 0
    if !isMarked || mark(":", &rest) { second = digits(2, &rest) ?? 0 }
    if mark(".", &rest) || mark(",", &rest) { rest = rest.drop { 0x30...0x39 ~= $0 } }
    // A leap second is the minute's last.
    return two(hour) + ":" + two(minute) + ":" + two(min(second, 59))
  }

  /// The zone as an offset, `Z` for none; `nil` where it is not said, or said by a name that several zones have.
  private static func zone(_ bytes: ArraySlice<UInt8>) -> String? {
    var rest = bytes.drop { $0 <= 0x20 || $0 == UInt8(ascii: "(") }
    guard let first = rest.first else { return nil }
    if first == UInt8(ascii: "+") || first == UInt8(ascii: "-") {
      rest = rest.dropFirst()
      guard let hours = digits(2, &rest) else { return nil }
      _ = mark(":", &rest)
      let minutes = digits(2, &rest) ?? 0
      guard hours <= 14, minutes < 60 else { return nil }
      if hours == 0, minutes == 0 { return "Z" }
      return (first == UInt8(ascii: "+") ? "+" : "-") + two(hours) + ":" + two(minutes)
    }
    let name = String(decoding: rest.prefix { UInt8(ascii: "A")...UInt8(ascii: "Z") ~= $0 & 0xDF }, as: UTF8.self)
    return zones[name.uppercased()]
  }

  /// RFC 822's names, and those beside them that mean one thing only.
  private static let zones = [
    "Z": "Z", "GMT": "Z", "UT": "Z", "UTC": "Z", "EST": "-05:00", "EDT": "-04:00", "CDT": "-05:00", "MST": "-07:00",
    "MDT": "-06:00", "PST": "-08:00", "PDT": "-07:00", "CET": "+01:00", "CEST": "+02:00", "EET": "+02:00",
    "EEST": "+03:00", "MSK": "+03:00", "JST": "+09:00", "KST": "+09:00", "HKT": "+08:00", "SGT": "+08:00",
    "AEST": "+10:00", "AEDT": "+11:00",
  ]

  // MARK: RFC 822

  /// Day, month, year, time and zone in any order that tells them apart.
  private static func worded(_ bytes: [UInt8]) -> String? {
    let tokens = bytes.split { $0 <= 0x20 || $0 == UInt8(ascii: ",") }
    var (year, month, day, clock): (Int?, Int?, Int?, String?)
    var offset: String?
    for (index, token) in tokens.enumerated() {
      var rest = token
      if token.contains(UInt8(ascii: ":")), clock == nil, let found = time(&rest) {
        clock = found
        offset = zone(rest.isEmpty && index + 1 < tokens.count ? tokens[index + 1] : rest)
        continue
      }
      if let value = number(token) {
        switch token.count {
        case 1...2 where day == nil: day = value
        case 2 where year == nil && clock == nil: year = value < 50 ? 2000 + value : 1900 + value
        case 4 where year == nil: year = value
        default: break
        }
      } else if month == nil {
        month = WrittenDate.month(String(decoding: token.filter { $0 != UInt8(ascii: ".") }, as: UTF8.self))
      }
    }
    guard let year, let month, let day, let date = date(year, month, day) else { return nil }
    return clock.map { date + "T" + $0 + (offset ?? "") } ?? date
  }

  // MARK: Parts

  private static func date(_ year: Int, _ month: Int, _ day: Int) -> String? {
    let isLeap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0)
    let lengths = [31, isLeap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]
    guard (1000...9999).contains(year), (1...12).contains(month), day >= 1, day <= lengths[month - 1] else {
      return nil
    }
    return "\(year)-\(two(month))-\(two(day))"
  }

  private static func two(_ value: Int) -> String { value < 10 ? "0\(value)" : "\(value)" }

  private static func number(_ bytes: ArraySlice<UInt8>) -> Int? {
    bytes.allSatisfy { 0x30...0x39 ~= $0 } ? Int(String(decoding: bytes, as: UTF8.self)) : nil
  }

  private static func digits(_ count: Int, _ rest: inout ArraySlice<UInt8>) -> Int? {
    guard rest.count >= count, let value = number(rest.prefix(count)) else { return nil }
    rest = rest.dropFirst(count)
    return value
  }

  private static func mark(_ mark: Unicode.Scalar, _ rest: inout ArraySlice<UInt8>) -> Bool {
    guard rest.first == UInt8(ascii: mark) else { return false }
    rest = rest.dropFirst()
    return true
  }
}
