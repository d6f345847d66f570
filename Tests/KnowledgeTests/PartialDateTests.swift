import Knowledge
import Testing

@Suite("Partial dates")
struct PartialDateTests {
  @Test(arguments: ["2018-09-11", "2018-09", "2018", "2000-02-29", "1995-01-01"])
  func `a date prints as it was read`(text: String) {
    #expect(PartialDate(text)?.description == text)
  }

  @Test(arguments: [
    "", "-", "18", "2018-9-1", "2018-13", "2018-00", "2019-02-29", "1900-02-29", "2018-04-31", "2018-09-11-1", "２０１８",
    "2018-",
  ])
  func `what is no day of the calendar is no date`(text: String) {
    #expect(PartialDate(text) == nil)
  }

  @Test func `what is left open spans the month or year`() {
    #expect(PartialDate(year: 2020, month: 2).earliest == 2020_02_01)
    #expect(PartialDate(year: 2020, month: 2).latest == 2020_02_29)
    #expect(PartialDate(year: 2021).latest == 2021_12_31)
    #expect(PartialDate(year: 2021, month: 4, day: 5).earliest == PartialDate(year: 2021, month: 4, day: 5).latest)
  }
}
