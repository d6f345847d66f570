/// Dates as pages and their addresses write them, to ISO 8601.
enum PageDate {
  /// The date, or date and time, that `text` gives: what ``NewsDate`` reads, and "2019/11/19 8:30", "2019.11.19", "2019年11月19日",
  /// "2019년 11월 19일".
  static func iso(_ text: String) -> String? {
    let bytes = Array(text.utf8.prefix(80))
    if let date = NewsDate.iso(text) { return saysHalfOfDay(bytes) ? String(date.prefix(10)) : date }
    guard let (date, end) = firstDate(in: bytes[...], mayJoin: false) else { return nil }
    let rest = bytes[end...].drop { !$0.isASCIIDigit }
    // What follows is a time only if it looks like one, and like one of 24 hours.
    guard rest.contains(UInt8(ascii: ":")), !saysHalfOfDay(bytes), rest.startIndex - end <= 3 else { return date }
    return NewsDate.iso(date + "T" + String(decoding: rest, as: UTF8.self)) ?? date
  }

  /// The date in the path of the address `uri`: "/2019/11/19/", "/2019-11-19-", "/20191119".
  static func inPath(of uri: String) -> String? {
    var path = Array(uri.utf8.prefix(2_000))[...]
    if let end = LinePattern.end(of: Array("://".utf8), in: path) {
      path = path[end...].drop { $0 != UInt8(ascii: "/") }
    }
    path = path.prefix { $0 != UInt8(ascii: "?") && $0 != UInt8(ascii: "#") }
    return firstDate(in: path, mayJoin: true)?.date
  }

  /// Whether "am" or "pm" stands in a date, of whose time nothing is sure then.
  private static func saysHalfOfDay(_ bytes: [UInt8]) -> Bool {
    let letters = bytes.map(\.lowercasedASCII).filter { $0 != UInt8(ascii: ".") }
    for at in letters.indices.dropFirst(2) where letters[at] == UInt8(ascii: "m") {
      guard letters[at - 1] == UInt8(ascii: "a") || letters[at - 1] == UInt8(ascii: "p") else { continue }
      if letters[at - 2] == 0x20 || letters[at - 2].isASCIIDigit,
        at + 1 == letters.count || !letters[at + 1].isASCIILetter
      {
        return true
      }
    }
    return false
  }

  /// The first year, month and day in this order, with marks between them, or if `mayJoin` eight digits.
  private static func firstDate(in bytes: ArraySlice<UInt8>, mayJoin: Bool) -> (date: String, end: Int)? {
    var at = bytes.startIndex
    while at < bytes.endIndex {
      guard bytes[at].isASCIIDigit else {
        at += 1
        continue
      }
      let start = at
      let year = digits(bytes, &at)
      if mayJoin, year.count == 8 || year.count > 12, plausible(year.prefix(4)),
        let date = NewsDate.iso(String(decoding: year.prefix(8), as: UTF8.self))
      {
        return (date, start + 8)
      }
      guard year.count == 4, plausible(year) else { continue }
      var next = at
      guard skipMark(bytes, &next) else { continue }
      let month = digits(bytes, &next)
      guard (1...2).contains(month.count), skipMark(bytes, &next) else { continue }
      let day = digits(bytes, &next)
      guard (1...2).contains(day.count) else { continue }
      let parts = [month, day].map { ($0.count == 1 ? "0" : "") + String(decoding: $0, as: UTF8.self) }
      if let date = NewsDate.iso(String(decoding: year, as: UTF8.self) + "-" + parts[0] + "-" + parts[1]) {
        return (date, next)
      }
    }
    return nil
  }

  private static func plausible(_ year: ArraySlice<UInt8>) -> Bool {
    year.starts(with: "19".utf8) || year.starts(with: "20".utf8)
  }

  private static func digits(_ bytes: ArraySlice<UInt8>, _ at: inout Int) -> ArraySlice<UInt8> {
    let start = at
    while at < bytes.endIndex, bytes[at].isASCIIDigit { at += 1 }
    return bytes[start..<at]
  }

  /// Goes past a mark or an ideograph between the numbers of a date; `false` where nothing or more than that is there.
  private static func skipMark(_ bytes: ArraySlice<UInt8>, _ at: inout Int) -> Bool {
    let start = at
    while at < bytes.endIndex, !bytes[at].isASCIIDigit, !bytes[at].isASCIILetter, at - start < 6 { at += 1 }
    return at > start
  }
}
