import Record
import Archive
import Testing

struct PeriodTests {
  private let reader = PeriodReader(today: CalendarDay(number: 17787))

  @Test(arguments: [
    ("2018", "2018-01-01 to 2018-12-31"),
    ("2018-02", "2018-02-01 to 2018-02-28"),
    ("2018-09-11", "2018-09-11"),
    ("today", "2018-09-13"),
    ("yesterday", "2018-09-12"),
    ("this week", "2018-09-10 to 2018-09-16"),
    ("last week", "2018-09-03 to 2018-09-09"),
    ("Last Month", "2018-08-01 to 2018-08-31"),
    ("next year", "2019-01-01 to 2019-12-31"),
    ("3 months ago", "2018-06-13"),
    ("a week ago", "2018-09-06"),
    ("last 10 days", "2018-09-03 to 2018-09-13"),
    ("next 2 weeks", "2018-09-13 to 2018-09-27"),
    ("2018-01..2018-03", "2018-01-01 to 2018-03-31"),
    ("2018-09-11..", "since 2018-09-11"),
    ("..yesterday", "until 2018-09-12"),
  ])
  func `reads what people write`(text: String, expected: String) throws {
    #expect(try reader.period(text).description == expected)
  }

  @Test(arguments: [
    "", "soon", "2018-13", "2018-02-30", "last fortnight", "2019..2018", "1e9 days ago", "2000 years ago",
  ])
  func `says what a period looks like where it is none`(text: String) {
    #expect(throws: QuestionError.self) { try reader.period(text) }
  }

  @Test func `days have weekdays and move over ends of months`() throws {
    let day = try #require(CalendarDay("2024-01-31T10:00:00Z"))
    #expect(day.weekday == 3)
    #expect(day.adding(months: 1).description == "2024-02-29")
    #expect(day.adding(months: -13).description == "2022-12-31")
    #expect(CalendarDay(number: 0).description == "1970-01-01")
  }
}
