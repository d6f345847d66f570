/// A day of the Gregorian calendar, or a month or year where no more is known.
public struct PartialDate: Sendable, Hashable {
  public let year: Int
  /// 1 to 12.
  public let month: Int?
  /// 1 to 31; never without a month.
  public let day: Int?

  /// Makes a date of numbers that are known to be one.
  public init(year: Int, month: Int? = nil, day: Int? = nil) {
    self.year = year
    self.month = month
    self.day = month == nil ? nil : day
  }

  /// Makes a day; `nil` where it is none of the calendar.
  init?(checkedYear year: Int, month: Int, day: Int) {
    guard (1...12).contains(month), (1...Self.days(of: month, in: year)).contains(day) else { return nil }
    self.init(year: year, month: month, day: day)
  }

  /// Reads `YYYY-MM-DD`, `YYYY-MM` or `YYYY`; `nil` where `text` is none of them or names no day of the calendar.
  public init?(_ text: String) {
    self.init(utf8: ArraySlice(text.utf8))
  }

  package init?(utf8 bytes: ArraySlice<UInt8>) {
    func number(_ range: Range<Int>) -> Int? {
      var number = 0
      for byte in bytes[range] {
        guard 0x30...0x39 ~= byte else { return nil }
        number = 10 * number + Int(byte - 0x30)
      }
      return number
    }
    let start = bytes.startIndex
    var (month, day): (Int?, Int?)
    switch bytes.count {
    case 10:
      guard bytes[start + 4] == UInt8(ascii: "-"), bytes[start + 7] == UInt8(ascii: "-"),
        let ofYear = number(start + 5..<start + 7), let ofMonth = number(start + 8..<start + 10)
      else { return nil }
      (month, day) = (ofYear, ofMonth)
    case 7:
      guard bytes[start + 4] == UInt8(ascii: "-"), let ofYear = number(start + 5..<start + 7) else { return nil }
      month = ofYear
    case 4: break
    default: return nil
    }
    guard let year = number(start..<start + 4) else { return nil }
    if let month, !(1...12).contains(month) { return nil }
    if let month, let day, !(1...Self.days(of: month, in: year)).contains(day) { return nil }
    self.init(year: year, month: month, day: day)
  }

  private static func days(of month: Int, in year: Int) -> Int {
    switch month {
    case 2: year.isMultiple(of: 4) && (!year.isMultiple(of: 100) || year.isMultiple(of: 400)) ? 29 : 28
    case 4, 6, 9, 11: 30
    default: 31
    }
  }

  /// The first day that it can mean, as the number `YYYYMMDD`.
  public var earliest: Int { 10_000 * year + 100 * (month ?? 1) + (day ?? 1) }

  /// The last day that it can mean, as the number `YYYYMMDD`.
  public var latest: Int {
    let month = month ?? 12
    return 10_000 * year + 100 * month + (day ?? Self.days(of: month, in: year))
  }
}

extension PartialDate {
  /// Days since 1 March of the year 0, of a day as the number `YYYYMMDD`.
  static func ordinal(_ day: Int) -> Int {
    let month = (day / 100 % 100 + 9) % 12
    let year = day / 10_000 - (month > 9 ? 1 : 0)
    return 365 * year + year / 4 - year / 100 + year / 400 + (153 * month + 2) / 5 + day % 100
  }

  /// Whether both can mean the same day, or days at most `days` apart.
  func agrees(with other: PartialDate, within days: Int = 0) -> Bool {
    Self.ordinal(max(earliest, other.earliest)) - Self.ordinal(min(latest, other.latest)) <= days
  }

  /// Whether it says more than `other`, which it agrees with.
  func isFiner(than other: PartialDate) -> Bool {
    (day != nil && other.day == nil) || (month != nil && other.month == nil)
  }
}

extension PartialDate: CustomStringConvertible {
  /// `YYYY-MM-DD`, `YYYY-MM` or `YYYY`.
  public var description: String {
    func padded(_ number: Int, _ width: Int) -> String {
      let digits = String(number)
      return String(repeating: "0", count: max(0, width - digits.count)) + digits
    }
    return padded(year, 4) + (month.map { "-" + padded($0, 2) } ?? "") + (day.map { "-" + padded($0, 2) } ?? "")
  }
}
