import Coding
import FoundationEssentials
import Knowledge
import Linguistics
import Newswire
import Testing

@Suite("Times of a story")
struct TimesTests {
  static let reader = Result { () throws(KnowledgeError) in
    TimeReader(
      words: try TimeWords(
        path: URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
          .deletingLastPathComponent().appending(path: "Data/time-words.tsv").path))
  }

  private func read(_ text: String, published: String? = "2014-05-14", outside: String = "") throws -> Story {
    var story = TaggedStory.make(text, published: published, outside: outside)
    try Self.reader.get().read(&story)
    return story
  }

  /// The words and value of each time.
  private func values(_ text: String, published: String? = "2014-05-14") throws -> [String] {
    let story = try read(text, published: published)
    return story.times.map { "\(story.doc.text(ofUTF8: $0.bytes)) = \($0.value)" }
  }

  @Test func `a month after 'since' has begun before the publication, however close its next turn`() throws {
    #expect(
      try values(
        "Talks/NNS have/VBP/aux stalled/VBN since/IN/prep February/NNP/poss 's/POS/case summit/NN/pobj/3 .",
        published: "2013-11-17")
        == ["February = 2013-02"])
  }

  @Test(arguments: [
    ("It/PRP began/VBD on 2009-03-02 .", "2009-03-02 = 2009-03-02"),
    ("It/PRP began/VBD on March 2, 2009 .", "March 2, 2009 = 2009-03-02"),
    ("It/PRP began/VBD on 2 March 2009 .", "2 March 2009 = 2009-03-02"),
    ("It/PRP began/VBD on the 2nd of March 2009 .", "2nd of March 2009 = 2009-03-02"),
    ("It/PRP began/VBD on Monday, Mar. 2nd, 2009 .", "Monday, Mar. 2nd, 2009 = 2009-03-02"),
    ("It/PRP began/VBD on 2.3.2009 .", "2.3.2009 = 2009-03-02"),
    ("It/PRP began/VBD in March 2009 .", "March 2009 = 2009-03"),
    ("It/PRP began/VBD in March last year .", "March last year = 2013-03"),
    ("It/PRP began/VBD in 1871 .", "1871 = 1871"),
    ("It/PRP began/VBD in the early 1990s .", "the early 1990s = 199"),
    ("It/PRP began/VBD in the '70s .", "the '70s = 197"),
    ("It/PRP began/VBD in the 19th century .", "the 19th century = 18"),
    ("It/PRP began/VBD in spring 2009 .", "spring 2009 = 2009-SP"),
    ("It/PRP began/VBD in the third quarter of 2009 .", "the third quarter of 2009 = 2009-Q3"),
    ("It/PRP began/VBD in the first half of 2009 .", "the first half of 2009 = 2009-H1"),
    ("It/PRP began/VBD on Good Friday 2009 .", "Good Friday 2009 = 2009-04-10"),
  ])
  func `a date that says its year means the same whatever the day of publication`(text: String, expected: String) throws
  {
    #expect(try values(text) == [expected])
  }

  @Test func `a weekday in the past tense is the last such day, that of publication included`() throws {
    #expect(try values("They met/VBD on Tuesday .") == ["Tuesday = 2014-05-13"])
    #expect(try values("They met/VBD on Wednesday .") == ["Wednesday = 2014-05-14"])
    #expect(try values("They met/VBD on Thursday .") == ["Thursday = 2014-05-08"])
  }

  @Test func `a weekday in the future tense is the next such day`() throws {
    #expect(try values("They will/MD meet/VB on Tuesday .") == ["Tuesday = 2014-05-20"])
    #expect(try values("They will/MD meet/VB on Friday night .") == ["Friday night = 2014-05-16"])
  }

  @Test func `last and next overrule the tense`() throws {
    #expect(try values("They met/VBD last Wednesday .") == ["last Wednesday = 2014-05-07"])
    #expect(try values("They met/VBD next Friday .") == ["next Friday = 2014-05-16"])
    #expect(try values("They met/VBD last March .") == ["last March = 2014-03"])
  }

  @Test func `a month or day without a year lies on the side that the tense tells`() throws {
    #expect(try values("They met/VBD in March .") == ["March = 2014-03"])
    #expect(try values("They will/MD meet/VB in July .") == ["July = 2014-07"])
    #expect(try values("They will/MD meet/VB on July 4-6 .") == ["July 4-6 = 2014-07-04"])
    #expect(try read("They will/MD meet/VB on July 4-6 .").times.first?.end == "2014-07-06")
  }

  @Test func `a day without a year follows the story that it is told in`() throws {
    let text = "They signed/VBD it on June 30, 2009 . It/PRP was/VBD ratified/VBN on August 3 ."
    #expect(try values(text).last == "August 3 = 2009-08-03")
  }

  @Test(arguments: [
    ("They met/VBD yesterday .", "yesterday = 2014-05-13"),
    ("They met/VBD last week .", "last week = 2014-W19"),
    ("They met/VBD earlier this month .", "earlier this month = 2014-05"),
    ("They met/VBD two weeks ago .", "two weeks ago = 2014-W18"),
    ("They met/VBD three years ago .", "three years ago = 2011"),
    ("They will/MD meet/VB by the end of the year .", "the end of the year = 2014"),
    ("They met/VBD recently .", "recently = PAST_REF"),
    ("They met/VBD decades ago .", "decades ago = PAST_REF"),
  ])
  func `what counts from today is resolved`(text: String, expected: String) throws {
    #expect(try values(text) == [expected])
  }

  @Test func `what counts from an earlier time is anchored to it`() throws {
    let story = try read("They broke/VBD off ties in January 1961 and imposed/VBD a ban the following year .")
    #expect(story.times.map(\.value) == ["1961-01", "1962"])
    #expect(story.times[1].anchor == .time(0))
    #expect(
      try values("They met/VBD on May 30, 2009 . Four days later they signed/VBD .").last
        == "Four days later = 2009-06-03")
    #expect(try values("They met/VBD in 2009 . The same day they signed/VBD .").last == "The same day = 2009-XX-XX")
  }

  @Test(arguments: [
    ("They talked/VBD for three days .", "three days = P3D"),
    ("They talked/VBD for two and a half hours .", "two and a half hours = PT2H30M"),
    ("The two-day visit ended/VBD .", "two-day = P2D"),
    ("They talked/VBD for several months .", "several months = PXM"),
    ("They meet/VBP every two years .", "every two years = P2Y"),
    ("They meet/VBP every Monday .", "every Monday = XXXX-WXX-1"),
    ("They met/VBD at 10:35 a.m. on Tuesday .", "10:35 a.m. = 2014-05-13T10:35"),
    ("They met/VBD at 1400 GMT .", "1400 GMT = 2014-05-14T14:00"),
  ])
  func `durations, sets and clock times`(text: String, expected: String) throws {
    #expect(try values(text).first == expected)
  }

  @Test func `without a day of publication nothing is guessed`() throws {
    let story = try read("They met/VBD on Tuesday and/CC signed/VBD last year .", published: nil)
    #expect(story.times.map(\.value) == ["XXXX-WXX-2", "XXXX"])
    #expect(story.warnings.map(\.code) == ["relative-date-unanchored", "relative-date-unanchored"])
    #expect(story.warnings.first?.bytes == story.times.first?.bytes)
  }

  @Test func `a line that is only a date is a time and tells the day of publication`() throws {
    let story = try read("They met/VBD on Tuesday .", published: nil, outside: "Published 14 May 2014\n\n")
    #expect(story.times.map(\.value) == ["2014-05-14", "2014-05-13"])
    #expect(story.times[0].tokens.isEmpty)
    #expect(story.published == CalendarDate(year: 2014, month: 5, day: 14))
    #expect(story.warnings.isEmpty)
  }

  @Test func `numbers, ages and modals are no times`() throws {
    #expect(try values("They may/MD march/VB with 2,000 men , a 45-year-old and an F-16 .").isEmpty)
    #expect(try values("He paid/VBD $1990 for 2016.5 acres .").isEmpty)
  }

  @Test func `odd bytes and endings are read without harm`() throws {
    for text in [
      "'", "the", "early", "in the", "9 1/", "two to", "March -", "1999-", "every other", "\u{2019}90", "noon (",
    ] {
      _ = try read(text)
    }
  }
}
