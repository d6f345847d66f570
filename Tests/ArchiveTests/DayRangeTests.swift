import Record
import Archive
import Testing

struct DayRangeTests {
  @Test(arguments: [
    ("2018-09-11", "2018-09-11", "2018-09-11", "day"), ("2018-09-11T15:00", "2018-09-11", "2018-09-11", "day"),
    ("2018-09-11TNI", "2018-09-11", "2018-09-11", "day"), ("2018-W36", "2018-09-03", "2018-09-09", "week"),
    ("2018-W36-WE", "2018-09-08", "2018-09-09", "range"), ("2018-W36-2", "2018-09-04", "2018-09-04", "day"),
    ("2016-02", "2016-02-01", "2016-02-29", "month"), ("2018-12", "2018-12-01", "2018-12-31", "month"),
    ("2018-Q4", "2018-10-01", "2018-12-31", "quarter"), ("2018-H1", "2018-01-01", "2018-06-30", "half"),
    ("2018-WI", "2018-12-01", "2019-02-28", "season"), ("2018", "2018-01-01", "2018-12-31", "year"),
    ("2018-XX-XX", "2018-01-01", "2018-12-31", "year"), ("2018-09-XX", "2018-09-01", "2018-09-30", "month"),
    ("199", "1990-01-01", "1999-12-31", "decade"), ("2020-W53", "2020-12-28", "2021-01-03", "week"),
  ])
  func aValueMeansDays(_ value: String, first: String, last: String, precision: String) throws {
    let range = try #require(DayRange(timex: value))
    #expect(range.first.description == first)
    #expect(range.last.description == last)
    #expect(range.precision.rawValue == precision)
  }

  @Test(arguments: [
    "", "P3D", "PXD", "XXXX-WXX-2", "FUTURE_REF", "PRESENT_REF", "20", "XX", "2018-13", "2018-02-30", "2018-W54",
    "T15:00",
    "2018-Q5", "99999", "-", "2018--1",
  ])
  func whatNamesNoDayHasNone(_ value: String) { #expect(DayRange(timex: value) == nil) }

  @Test func daysAreCounted() throws {
    let day = try #require(CalendarDay("2024-02-28"))
    #expect((day + 1).description == "2024-02-29")
    #expect((day + 2).description == "2024-03-01")
    #expect(day.weekday == 3)
    #expect(CalendarDay("1970-01-01")?.number == 0)
    #expect(CalendarDay("1969-12-31")?.number == -1)
  }
}
