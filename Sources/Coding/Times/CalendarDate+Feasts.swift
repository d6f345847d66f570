/// Days that other calendars fix, in the civil one.
///
/// The arithmetic is that of Nachum Dershowitz and Edward Reingold, "Calendrical Calculations"; religious authorities that
/// watch the moon may begin an Islamic month a day earlier or later.
extension CalendarDate {
  /// Easter Sunday of the western churches (the anonymous Gregorian computus).
  package static func easter(of year: Int) -> CalendarDate {
    let a = year % 19
    let (b, c) = (year / 100, year % 100)
    let (d, e) = (b / 4, b % 4)
    let g = (8 * b + 13) / 25
    let h = (19 * a + b - d - g + 15) % 30
    let (i, k) = (c / 4, c % 4)
    let l = (32 + 2 * e + 2 * i - h - k) % 7
    let m = (a + 11 * h + 19 * l) / 433
    let month = (h + l - 7 * m + 90) / 25
    return CalendarDate(year: year, month: month, day: (h + l - 7 * m + 33 * month + 19) % 32)
  }

  /// Easter Sunday of the eastern churches (the Julian computus of Jean Meeus).
  package static func orthodoxEaster(of year: Int) -> CalendarDate {
    let d = (19 * (year % 19) + 15) % 30
    let e = (2 * (year % 4) + 4 * (year % 7) - d + 34) % 7
    let month = (d + e + 114) / 31
    // The Julian calendar lags the civil one.
    let lag = year / 100 - year / 400 - 2
    return CalendarDate(year: year, month: month, day: (d + e + 114) % 31 + 1).adding(days: lag)
  }

  /// The Jewish New Year that falls in `year`; the other feasts lie a fixed number of days from one.
  package static func roshHashanah(of year: Int) -> CalendarDate {
    func elapsed(_ year: Int) -> Int {
      let months = (235 * year - 234) / 19
      let day = 29 * months + (12084 + 13753 * months) / 25920
      return 3 * (day + 1) % 7 < 3 ? day + 1 : day
    }
    let hebrew = year + 3761
    let (before, this, after) = (elapsed(hebrew - 1), elapsed(hebrew), elapsed(hebrew + 1))
    let delay = after - this == 356 ? 2 : this - before == 382 ? 1 : 0
    return CalendarDate(dayNumber: this + delay - 1_373_427 - ordinalOf1970)
  }

  /// The Persian New Year that falls in `year`, from 1964 to 2061.
  package static func nowruz(of year: Int) -> CalendarDate {
    let isEarly = year >= 1996 && year % 4 == 0 || year >= 2029 && year % 4 == 1
    return CalendarDate(year: year, month: 3, day: isEarly ? 20 : 21)
  }

  /// A day of the tabular Islamic calendar; `month` 1 to 12, Ramadan is the ninth.
  package init(islamicYear year: Int, month: Int, day: Int) {
    let before = 354 * (year - 1) + (3 + 11 * year) / 30 + 29 * (month - 1) + (6 * month - 1) / 11
    self.init(dayNumber: before + day + Self.islamicEpoch - 1 - Self.ordinalOf1970)
  }

  /// The year of the tabular Islamic calendar in which the day lies.
  package var islamicYear: Int { (30 * (dayNumber + Self.ordinalOf1970 - Self.islamicEpoch) + 10_646) / 10_631 }

  /// 1 January 1970 and the first day of the Islamic calendar, counted from 1 January of the year 1 as day 1.
  private static let ordinalOf1970 = 719_163
  private static let islamicEpoch = 227_015
}
