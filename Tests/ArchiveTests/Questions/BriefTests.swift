import Archive
import Record
import Testing

struct BriefTests {
  private func brief(_ stories: [Story] = Shelf.stories, _ subject: BriefQuestion.Subject? = nil) throws -> Brief {
    let shelf = try Shelf(stories)
    let today = try #require(CalendarDay("2021-04-21"))
    let period = Period(first: today + -60, last: today)
    return try shelf.archive.answer(
      BriefQuestion(subject ?? .pair(.state("NOR"), .state("SWE")), name: "NOR-SWE", period: period, today: today))
  }

  @Test func `tells who met, what was said, what changed, who promised what and what is due`() throws {
    #expect(
      try brief().text == """
        NOR-SWE, 2021-02-20 to 2021-04-21

        Who met

        - 2021-03-01 Ada Lind, Åke Berg: consult, Malmö. “Lind met Berg in Malmö on Monday.” [1: 187-220]
        - 2021-04-19 Åke Berg, Ada Lind: consult, Oslo. “Åke Berg and Ada Lind met in Oslo on 19 April, officials said.” [2: 0-62]

        Who said what

        - 2021-04-10 Åke Berg: support. “Sweden welcomes the move” [3: 90-114]
        - 2021-03-02 Ada Lind → Åke Berg: pledge. “that Oslo would normalize crossings by 1 May” [1: 141-185]

        What changed in positions

        - 2021-04-10 Norway on tolls (tolls/NOR-SWE): opposes, now supports (by comparison); softened, the text says. “Norway now supports tolls on the ferry, Ada Lind said, softening her stand.” [3: 0-75] “Foreign Minister Ada Lind of Norway said on Monday that Norway rejects tolls on the Sound ferry.” [1: 0-96]

        Who promised what

        - 2021-03-02 Norway → Sweden: pledge, due 2021-05-01. “would normalize crossings by 1 May” [1: 151-185]

        What is due

        - 2021-04-19 Ada Lind, Åke Berg, Oslo: held, moved from 2021-04-12. “Åke Berg and Ada Lind met in Oslo on 19 April, officials said.” [2: 0-62] “will meet again in Oslo on 12 April” [1: 239-274]

        Sources

        [1] Story n1, The Courier, 2021-03-02, n1
        [2] Story n3, The Courier, 2021-04-20, n3
        [3] Story n2, The Herald, 2021-04-10, n2

        """)
  }

  /// Reads the page as its reader would: each line's citations, and the words at these characters of these articles.
  @Test(arguments: [
    BriefQuestion.Subject.pair(.state("NOR"), .state("SWE")), .party(.state("NOR")),
    .party(.actors(["person:ada lind/NOR"])), .issue(.keyword("tolls")),
  ])
  func `each line cites words that stand in the article`(subject: BriefQuestion.Subject) throws {
    let brief = try brief(Shelf.stories, subject)
    let texts = Dictionary(
      uniqueKeysWithValues: Shelf.stories.map { ($0.readout.document.ref, $0.readout.document.text) })
    let lines = brief.text.split(separator: "\n").filter { $0.hasPrefix("- ") }
    #expect(!lines.isEmpty)
    let citation = /“(.+?)” \[(\d+): (\d+)-(\d+)\]/
    for line in lines {
      let matches = line.matches(of: citation)
      #expect(!matches.isEmpty, "no citation: \(line)")
      for match in matches {
        let number = try #require(Int(match.2))
        let start = try #require(Int(match.3))
        let end = try #require(Int(match.4))
        let text = try #require(texts[brief.sources[number - 1].ref])
        let slice = String(String.UnicodeScalarView(Array(text.unicodeScalars)[start..<end]))
        #expect(slice.split(whereSeparator: \.isWhitespace).joined(separator: " ") == match.1)
      }
    }
  }

  @Test func `long words are cut, and the span with them`() throws {
    var story = Story("Norway said " + String(repeating: "wörd ", count: 100), day: "2021-04-20", ref: "long")
    story.name("Norway", .country, of: "NOR")
    story.says("Norway", String(repeating: "wörd ", count: 100), act: .warn)
    let quote = try #require(brief([story], .party(.state("NOR"))).sections.first?.lines.first?.quotes.first)
    #expect(quote.citation.words.unicodeScalars.count == quote.citation.span.end - quote.citation.span.start)
    #expect(quote.citation.words.count < 330)
    #expect(quote.citation.words.hasSuffix("wörd"))
  }

  @Test func `what articles bring cannot steer the page`() throws {
    var story = Story(
      "<b>Norway</b> said *it* [warns](x) & <script>alert(1)</script>\u{1B}[31m", day: "2021-04-20", ref: "<x>",
      publisher: "A\nB")
    story.name("Norway", .country, of: "NOR")
    story.says("Norway", "*it* [warns](x) & <script>alert(1)</script>\u{1B}[31m", act: .warn)
    let brief = try brief([story], .party(.state("NOR")))
    #expect(!brief.html.contains("<script") && !brief.html.contains("<b>"))
    #expect(brief.html.contains("&lt;script&gt;"))
    #expect(brief.markdown.contains(#"\*it\* \[warns\]\(x\) \& \<script\>"#))
    #expect(!brief.text.contains("\u{1B}"))
    #expect(brief.text.contains("A B"))
  }

  @Test func `says so where no record tells of anything`() throws {
    let brief = try brief([])
    #expect(brief.sections.isEmpty)
    #expect(brief.text.hasSuffix("No record tells of anything in this period.\n"))
  }
}
