internal import Knowledge

/// A temporal expression as the words give it, before anything outside them resolves it.
indirect enum TimeExpression: Sendable, Equatable {
  /// Which year is meant.
  enum Year: Sendable, Equatable {
    case number(Int)
    /// So many years from that of publication ("of last year").
    case relative(Int)
    /// Not said: the nearest on the side that the tense shows, or for a step ("last March") the last or the next.
    case open(step: Int?)
  }

  case iso(CalendarDate)
  case day(month: Int, day: Int, Year)
  case month(Int, Year)
  case season(String, Year)
  case quarter(Int, Year)
  case half(Int, Year)
  case year(Int)
  /// The year by its first three digits.
  case decade(Int)
  /// The tens of a decade whose century is not said.
  case shortDecade(Int)
  /// The years by their first two digits.
  case century(Int)
  case holiday(TimeWords.Holiday, Year)
  case weekday(Int, step: Int?)
  /// A day of the week so many weeks from that of publication: "Wednesday last week".
  case weekdayOfWeek(Int, step: Int)
  case daysFromToday(Int)
  /// Last, this or next week, month, year, weekend; `nil` for "the weekend".
  case calendar(TimeUnit, step: Int?)
  /// So many units from the day of publication: "two days ago".
  case shift(Int, TimeUnit)
  /// So many units from the time last spoken of: "four days later", "the following year", "the same day" (0).
  case narrative(Int, TimeUnit)
  /// The time last spoken of itself: "since then".
  case then
  /// So many units from another day: "the day before Easter"; 0 for the unit in which it lies, "the week of May 5".
  case beside(TimeExpression, Int, TimeUnit)
  /// A day of a month that is not said: "the 28th"; of that so many months from publication's where a step is given.
  case monthDay(Int, step: Int?)
  /// What a report of earnings covers, in a year: "the latest quarter", "the year-earlier period".
  case reported(Year)
  /// A clock time on a day.
  case clock(hour: Int, minute: Int, of: TimeExpression?)
  /// A part of a day.
  case part(String, of: TimeExpression)
  case duration(String)
  case set(String)
  case reference(String)
  /// From one to the other.
  case stretch(TimeExpression, TimeExpression)
}

/// Words of a text that are one temporal expression.
struct TimeMatch: Sendable, Equatable {
  /// The words, indices into the reader's words.
  var words: Range<Int>
  var expression: TimeExpression
}
