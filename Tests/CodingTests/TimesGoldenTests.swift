import Coding
import Linguistics
import Testing

@Suite("What expressions of time mean, by the day of publication")
struct TimesGoldenTests {
  /// A sentence, the day of its publication, and the words and value of each time in it.
  struct Case: CustomTestStringConvertible, Sendable {
    var text: String
    var published: String
    var times: [String]
    var testDescription: String { "\(published): \(text)" }

    init(_ text: String, _ published: String, _ times: String...) {
      self.text = text
      self.published = published
      self.times = times
    }
  }

  @Test(arguments: [
    // Days and months without a year
    Case("They met/VBD on the 28th .", "2016-03-07", "the 28th = 2016-02-28"),
    Case("They will/MD meet/VB on the 28th .", "2016-03-07", "the 28th = 2016-03-28"),
    Case("They met/VBD on the 3rd of last month .", "2016-03-07", "the 3rd of last month = 2016-02-03"),
    Case("They will/MD meet/VB on May 24 and 25 .", "2016-03-07", "May 24 = 2016-05-24", "25 = 2016-05-25"),
    Case("They met/VBD on Jan. 9-11 .", "2016-03-07", "Jan. 9-11 = 2016-01-09"),
    Case("They met/VBD in December .", "2016-03-07", "December = 2015-12"),
    Case("They will/MD meet/VB in February .", "2016-11-07", "February = 2017-02"),
    // Weekdays
    Case("They will/MD meet/VB on Monday .", "2016-03-11", "Monday = 2016-03-14"),
    Case("They met/VBD on Monday .", "2016-03-11", "Monday = 2016-03-07"),
    Case("They will/MD meet/VB next Thursday .", "2016-03-07", "next Thursday = 2016-03-10"),
    Case("They will/MD meet/VB the day before Easter .", "2016-03-07", "the day before Easter = 2016-03-26"),
    Case("They will/MD meet/VB the week of June 6 .", "2016-03-07", "the week of June 6 = 2016-W23"),
    Case("It will/MD run/VB from Monday to Friday .", "2016-03-10", "Monday = 2016-03-14", "Friday = 2016-03-18"),
    Case("It will/MD run/VB from December to March .", "2016-10-10", "December = 2016-12", "March = 2017-03"),
    Case("They met/VBD on the third Tuesday of January .", "2016-03-07", "the third Tuesday of January = 2016-01-19"),
    Case("They met/VBD on 14-Apr-2003 .", "2016-03-07", "14-Apr-2003 = 2003-04-14"),
    // Periods
    Case("They met/VBD in the first week of February .", "2016-03-07", "the first week of February = 2016-W05"),
    Case("They will/MD meet/VB later this month .", "2016-03-07", "later this month = 2016-03"),
    Case(
      "They will/MD meet/VB in the first half of next year .", "2016-03-07", "the first half of next year = 2017-H1"),
    Case(
      "They will/MD meet/VB on July 9 , a day later than planned .", "2025-06-25", "July 9 = 2025-07-09", "a day = P1D"),
    Case("They met/VBD earlier in the year .", "2016-03-07", "earlier in the year = 2016"),
    Case("They met/VBD in Q4 .", "2016-03-07", "Q4 = 2015-Q4"),
    Case("They met/VBD [ten] years ago .", "2016-03-07", "ten] years ago = 2006"),
    Case("They met/VBD a week or so ago .", "2016-03-07", "a week or so ago = 2016-W09"),
    // Counted from what was told before
    Case("They met/VBD in 2009 and the year before .", "2016-03-07", "2009 = 2009", "the year before = 2008"),
    Case(
      "It fell/VBD in the third quarter from a year earlier .", "2015-11-07",
      "the third quarter = 2015-Q3", "a year earlier = 2014-Q3"),
    Case(
      "It lost/VBD little in the latest quarter and more in the year-ago period .", "2015-11-07",
      "the latest quarter = 2015-Q3", "the year-ago period = 2014"),
    Case(
      "It rose/VBD in the third quarter , from the 2012 quarter .", "2015-11-07",
      "the third quarter = 2015-Q3", "the 2012 quarter = 2012-Q3"),
    // Lengths and sets
    Case("The month-long siege ended/VBD .", "2016-03-07", "month-long = P1M"),
    Case("It will/MD last/VB two to three weeks .", "2016-03-07", "two to three weeks = P2W"),
    Case("It earned/VBD more in the year ended May 31 .", "2016-07-07", "the year = P1Y", "May 31 = 2016-05-31"),
    Case(
      "They meet/VBP annually , and it costs/VBZ a third each year .", "2016-03-07", "annually = P1Y", "each year = P1Y"
    ),
    Case("The talks will/MD meet/VB on Wednesday of next week .", "2016-03-07", "Wednesday of next week = 2016-03-16"),
    Case("They met/VBD in the early hours of Friday .", "2016-03-07", "the early hours of Friday = 2016-03-04TMO"),
    Case("They will/MD end this Friday .", "2016-03-07", "this Friday = 2016-03-11"),
    Case("They will/MD meet/VB next Tuesday .", "2016-03-07", "next Tuesday = 2016-03-15"),
    Case("It costs/VBZ 40 million a year .", "2016-03-07"),
    Case("It will/MD one day be/VB done .", "2016-03-07", "one day = FUTURE_REF"),
    // Times of the day
    Case("They met/VBD at 4 in the morning .", "2016-03-07", "4 in the morning = 2016-03-07T04:00"),
    Case(
      "They met/VBD at 9 a.m. KST on Monday .", "2016-03-07", "9 a.m. KST = 2016-03-07T09:00", "Monday = 2016-03-07"),
    Case(
      "They met/VBD at 8 p.m. (1700 GMT) Friday .", "2016-03-07",
      "8 p.m. (1700 GMT) = 2016-03-04T20:00", "Friday = 2016-03-04"),
    Case("It expired/VBD at midnight Friday .", "2016-03-07", "midnight Friday = 2016-03-04T24:00"),
    Case("It began/VBD by mid-afternoon .", "2016-03-07", "mid-afternoon = 2016-03-07TAF"),
    // Feasts
    Case("They will/MD meet/VB after Eid al-Fitr .", "2018-05-20", "Eid al-Fitr = 2018-06-15"),
    Case("They met/VBD before Ramadan .", "2018-05-20", "Ramadan = 2018-05-16"),
    Case("They met/VBD before Passover .", "2018-05-20", "Passover = 2018-03-31"),
    Case("They will/MD meet/VB before Rosh Hashanah .", "2018-05-20", "Rosh Hashanah = 2018-09-10"),
    Case("They met/VBD on Nowruz .", "2018-05-20", "Nowruz = 2018-03-21"),
    Case("They met/VBD before Orthodox Easter 2019 .", "2018-05-20", "Orthodox Easter 2019 = 2019-04-28"),
    Case("They met/VBD before the Lunar New Year .", "2018-05-20", "Lunar New Year = 2018-02-16"),
    // Names of other things
    Case("They cited/VBD Resolution 1973 and No. 2016 .", "2016-03-07"),
    Case("He told/VBD This Week that the talks were/VBD over .", "2016-03-07"),
  ])
  func `each is read as the table has it`(_ expected: Case) throws {
    var story = TaggedStory.make(expected.text, published: expected.published)
    try TimesTests.reader.get().read(&story)
    #expect(story.times.map { "\(story.doc.text(ofUTF8: $0.bytes)) = \($0.value)" } == expected.times)
  }

  @Test func `Ramadan lasts to the eve of the feast`() throws {
    var story = TaggedStory.make("They met/VBD during Ramadan .", published: "2018-05-20")
    try TimesTests.reader.get().read(&story)
    #expect(story.times.first?.end == "2018-06-14")
  }

  @Test func `any words are read, and every span lies in the text and in order`() throws {
    let words = [
      "the", "28th", "of", "last", "next", "May", "5", "-", "24", "and", "25", ",", "2016", "a", "year", "ago",
      "earlier",
      "quarter", "third", "Q", "3", "week", "day", "before", "after", "Monday", "night", "9", "a.m.", "[", "ten", "]",
      "years", "or", "so", "to", "'", "90", "s", "Ramadan", "Eid", "al", "midnight", "in", "morning", "since", "then",
      "é", "\u{2019}", "\u{2013}", "\u{A0}", ".", ":", "half", "fiscal", "latest", "period", "ended", "one", "early",
      "hours",
    ]
    var random = Seeded(state: 7)
    for _ in 0..<400 {
      var text = ""
      for _ in 0..<24 {
        text += words.randomElement(using: &random) ?? ""
        if Bool.random(using: &random) { text += " " }
      }
      try check(TaggedStory.make(text, published: "2016-03-07"))
    }
  }

  @Test func `any bytes are read, and every span lies in the text and in order`() throws {
    var random = Seeded(state: 11)
    for _ in 0..<400 {
      let bytes = (0..<60).map { _ in UInt8.random(in: 0...255, using: &random) }
      let numbers = (0..<12).map { _ in "\(Int.random(in: 0...99_999, using: &random))" }.joined(separator: "/")
      let text = String(decoding: bytes, as: UTF8.self) + numbers + "\n"
      try check(TaggedStory.make("They met/VBD .", published: nil, outside: text))
    }
  }

  private func check(_ story: Story) throws {
    var story = story
    try TimesTests.reader.get().read(&story)
    var end = 0
    for time in story.times {
      #expect(time.bytes.lowerBound >= end && !time.bytes.isEmpty && time.bytes.upperBound <= story.doc.utf8.count)
      #expect(!time.value.isEmpty)
      end = time.bytes.upperBound
    }
  }

  /// Numbers that are the same each time (SplitMix64).
  private struct Seeded: RandomNumberGenerator {
    var state: UInt64
    mutating func next() -> UInt64 {
      state &+= 0x9E37_79B9_7F4A_7C15
      var z = state
      z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
      z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
      return z ^ (z >> 31)
    }
  }
}
