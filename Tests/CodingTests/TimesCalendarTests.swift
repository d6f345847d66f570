import Coding
import Testing

@Suite("Calendar arithmetic")
struct TimesCalendarTests {
  @Test func `the number of each day leads back to it, and days follow one another`() {
    var day = CalendarDate(year: 1890, month: 12, day: 31)
    for number in day.dayNumber..<day.dayNumber + 80_000 {
      #expect(day.dayNumber == number)
      #expect(CalendarDate(dayNumber: number) == day)
      let next = day.adding(days: 1)
      #expect(next > day)
      #expect(next.weekday == day.weekday % 7 + 1)
      day = next
    }
  }

  @Test func `known weekdays and weeks`() {
    #expect(CalendarDate(year: 1970, month: 1, day: 1).weekday == 4)
    #expect(CalendarDate(year: 2000, month: 2, day: 29).weekday == 2)
    #expect(CalendarDate(year: 2021, month: 1, day: 3).isoWeek == (2020, 53))
    #expect(CalendarDate(year: 2018, month: 12, day: 31).isoWeek == (2019, 1))
    #expect(CalendarDate(year: 1996, month: 2, day: 26).isoWeek == (1996, 9))
  }

  @Test func `a month later is the same day, or the last of a shorter month`() {
    #expect(
      CalendarDate(year: 2015, month: 1, day: 31).adding(months: 1) == CalendarDate(year: 2015, month: 2, day: 28))
    #expect(CalendarDate(year: 2015, month: 11, day: 5).adding(months: 3) == CalendarDate(year: 2016, month: 2, day: 5))
    #expect(
      CalendarDate(year: 2015, month: 1, day: 5).adding(months: -1) == CalendarDate(year: 2014, month: 12, day: 5))
    for months in -400...400 {
      let day = CalendarDate(year: 2001, month: 7, day: 15)
      #expect(day.adding(months: months).adding(months: -months) == day)
    }
  }

  @Test func `only days that the calendar has are read`() {
    #expect(CalendarDate(iso: "2018-09-11T08:00:00Z") == CalendarDate(year: 2018, month: 9, day: 11))
    #expect(CalendarDate(iso: "2018-09-11") == CalendarDate(year: 2018, month: 9, day: 11))
    for text in ["2018-02-30", "2018-13-01", "2018-9-1", "2018-09-111", "yesterday", "", "0000-01-01"] {
      #expect(CalendarDate(iso: text) == nil)
    }
  }

  @Test func `easter falls where the tables have it`() {
    #expect(CalendarDate.easter(of: 1998) == CalendarDate(year: 1998, month: 4, day: 12))
    #expect(CalendarDate.easter(of: 2016) == CalendarDate(year: 2016, month: 3, day: 27))
    #expect(CalendarDate.easter(of: 2024) == CalendarDate(year: 2024, month: 3, day: 31))
  }

  @Test func `movable feasts fall where the tables have them`() {
    #expect(CalendarDate.orthodoxEaster(of: 2018) == CalendarDate(year: 2018, month: 4, day: 8))
    #expect(CalendarDate.orthodoxEaster(of: 2024) == CalendarDate(year: 2024, month: 5, day: 5))
    #expect(CalendarDate.roshHashanah(of: 2024) == CalendarDate(year: 2024, month: 10, day: 3))
    #expect(CalendarDate.roshHashanah(of: 1999) == CalendarDate(year: 1999, month: 9, day: 11))
    #expect(CalendarDate.nowruz(of: 2024) == CalendarDate(year: 2024, month: 3, day: 20))
    #expect(CalendarDate.nowruz(of: 2017) == CalendarDate(year: 2017, month: 3, day: 21))
    #expect(
      CalendarDate(islamicYear: 1445, month: 9, day: 1) == CalendarDate(year: 2024, month: 3, day: 11))
  }

  @Test func `the Islamic year of a day is the one that it was made from`() {
    for year in 1380...1480 {
      for month in 1...12 {
        #expect(CalendarDate(islamicYear: year, month: month, day: 1).islamicYear == year)
      }
    }
  }
}
