import Newswire
import Testing

@Suite struct ArticleReaderTests {
  @Test func `a page's residue is not the story`() throws {
    let article = try Press.read(
      """
      Back To Top

      Envoys agree on a calendar

      A first step after months of silence.

      7 Apr 2021

      Share

      Save articles to read later and create your own reading list.

      Two envoys agreed on Wednesday on a calendar for talks, officials said.

      Press service of the presidency: photo archive

      “It is a beginning,” one of them said.

      Advertisement

      Related articles

      What the talks are about

      Who the envoys are
      """)
    #expect(article.title?.text == "Envoys agree on a calendar")
    #expect(article.published == "2021-04-07")
    #expect(
      article.paragraphs.map { article.words($0) } == [
        "A first step after months of silence.",
        "Two envoys agreed on Wednesday on a calendar for talks, officials said.",
        "“It is a beginning,” one of them said.",
      ])
    #expect(article.passages.count == 4)
    #expect(article.furniture.count == 9)
  }

  @Test func `links inside the story do not swallow what follows them`() throws {
    let article = try Press.read(
      "Envoys meet\n\nThe envoys met on Monday in Oslo.\n\nRelated stories\n\nEnvoys to meet\n\n“No,” he said.\n\nThey left."
    )
    #expect(article.words(article.paragraphs[1]) == "“No,” he said.")
    #expect(article.furniture.count == 2)
  }

  @Test(
    arguments: [
      ("By Jane Smith", "Jane Smith", nil),
      ("By Jane Smith, Reuters", "Jane Smith, Reuters", "Reuters"),
      ("By JANE SMITH and JOHN DOE, Associated Press", "JANE SMITH and JOHN DOE, Associated Press", "Associated Press"),
      ("By Staff Writer", "Staff Writer", nil),
      ("BYLINE: Jane Smith.", "Jane Smith", nil),
      ("By Jane Smith in Oslo", "Jane Smith in Oslo", nil),
    ] as [(String, String, String?)])
  func `bylines are read`(line: String, names: String, agency: String?) throws {
    let article = try Press.read("Envoys meet\n\n\(line)\n\nThe envoys met on Monday in Oslo.\n\nThey left.")
    #expect(article.byline?.text == names)
    #expect(article.agency?.text == agency)
    #expect(article.paragraphs.count == 2)
  }

  @Test(arguments: ["By Tuesday, the envoys had left.", "By then the envoys had left Oslo."])
  func `sentences are no bylines`(line: String) throws {
    let article = try Press.read("Envoys meet\n\n\(line)\n\nThe envoys met on Monday in Oslo.")
    #expect(article.byline == nil)
  }

  @Test(arguments: [
    ("They left. (Yonhap)", "Yonhap"), ("They left. -- AFP", "AFP"), ("They left.\n\n(Reuters)", "Reuters"),
    ("They left.\n\nSource: Xinhua", "Xinhua"), ("They left. /TASS/", "TASS"), ("They left. (Reuters/AFP)", "Reuters"),
  ]) func `the agency is read where it is credited at the end`(end: String, agency: String) throws {
    let article = try Press.read("Envoys meet\n\nThe envoys met on Monday in Oslo.\n\n\(end)")
    #expect(article.agency?.text == agency)
    #expect(article.words(article.passages.last) == "They left.")
  }

  @Test func `brackets that explain are no credit`() throws {
    let article = try Press.read("Envoys meet\n\nThe envoys met on Monday in Oslo.\n\nThey left for Vienna (Austria)")
    #expect(article.agency == nil)
  }

  @Test func `a text without a title has none`() throws {
    for text in [
      "The envoys met on Monday in Oslo and said the talks would go on.\nThey were to leave on Tuesday, a spokesman said.",
      "OSLO (AP) -- The envoys met on Monday.\nThey left.", "The envoys met on Monday.",
    ] {
      let article = try Press.read(text)
      #expect(article.title == nil)
      #expect(article.paragraphs.first?.lowerBound == 0)
    }
  }

  @Test func `headlines may end with a full stop`() throws {
    let article = try Press.read(
      "Envoys meet, agree on calendar for talks.\n\nThe envoys met on Monday in Oslo and left soon after, an official said."
    )
    #expect(article.title?.text == "Envoys meet, agree on calendar for talks.")
  }

  @Test(arguments: [
    ("Published: 7 April 2021 10:15 GMT", "2021-04-07"), ("updated 8:41 p.m. EST, Tue March 3, 2009", "2009-03-03"),
    ("2018-09-11 17:05", "2018-09-11"), ("Xinhua | Updated: 2018-09-11 22:05", "2018-09-11"),
    ("September 11, 2018 / 10:21 AM / 3 years ago", "2018-09-11"),
    ("Posted on December 23, 2012, 4:42 PM EDT", "2012-12-23"),
    ("Tuesday, 11 September 2018", "2018-09-11"), ("All News 14:26 September 11, 2018", "2018-09-11"),
    ("25.12.1999", "1999-12-25"),
  ]) func `lines that give the date are read`(line: String, date: String) throws {
    let article = try Press.read("Envoys meet\n\n\(line)\n\nThe envoys met on Monday in Oslo.\n\nThey left.")
    #expect(article.published == date)
    #expect(article.paragraphs.count == 2)
  }

  @Test func `the user's date stands above the input's, and that above the text's`() throws {
    let text = "Envoys meet\n\n7 Apr 2021\n\nThe envoys met.\n\nThey left."
    let option = try Press.read(text, .init(published: "2020-01-02", publishedByOption: "2019-01-02"))
    #expect(option.published == "2019-01-02" && option.publishedBasis == .option)
    let metadata = try Press.read(text, .init(published: "2020-01-02"))
    #expect(metadata.published == "2020-01-02" && metadata.publishedBasis == .metadata)
  }

  @Test func `paragraphs that were broken to a width are whole again`() throws {
    let article = try Press.read(
      """
      ENVOYS MEET

      OSLO, March 3 (AP) - The envoys of the two neighbours met again
      on Monday, in a villa above the fjord, and talked until well
      after midnight.
      They are to meet again in a week, the host said, and hope
      to sign then.
      """)
    #expect(article.paragraphs.count == 2)
    #expect(article.words(article.passages[2])?.hasPrefix("They are to meet") == true)
  }

  @Test func `the desk's lines under a byline are no paragraphs`() throws {
    let article = try Press.read(
      "World\n\nEnvoys meet\n\nBy Jane Smith\nBBC News, Oslo\n\nTuesday, February 27, 1996; Page A01\n\nThe envoys met on Monday in Oslo.\n\nThey left."
    )
    #expect(article.title?.text == "Envoys meet")
    #expect(article.agency?.text == "BBC News")
    #expect(article.published == "1996-02-27")
    #expect(article.paragraphs.count == 2)
  }

  @Test func `whose word a whole document is`() throws {
    let article = try Press.read(
      "Call with the Foreign Minister\n\nThe below is attributable to Spokesperson Jane Smith:\n\nThe Secretary spoke with the minister."
    )
    #expect(article.words(article.attributedTo) == "Spokesperson Jane Smith")
  }

  @Test func `every byte stays where it is, whatever the bytes`() throws {
    for text in [
      "", " ", "\r\n\r\n", "\u{0}\u{0}", String(repeating: "\"", count: 100_000),
      String(repeating: "(", count: 100_000),
      String(repeating: "A ", count: 50_000), "한국 대통령은 화요일 말했다.\r\n두 번째 줄.", "🇰🇷🇯🇵 – e\u{301}\u{301}\n\n(AP)", "(",
      "- AFP", "/",
      "OSLO", "OSLO,", "OSLO, Sept", "OSLO, Sept 11", "(AP)", "[", "By", "By ", "\u{FEFF}", "—",
      "رئيس الوزراء وصل اليوم\n\nإلى عمان",
    ] {
      let article = try Press.read(text)
      #expect(article.text == text)
      for range in article.paragraphs + article.furniture + article.passages {
        #expect(range.lowerBound >= 0 && range.upperBound <= text.utf8.count && !range.isEmpty)
      }
    }
  }

  @Test(arguments: [
    ("The ministers have said that they will meet in the city.", "en"),
    ("Le ministre des affaires étrangères est arrivé dans la capitale pour une visite.", "fr"),
    ("Министр иностранных дел прибыл в столицу.", "ru"), ("Міністр закордонних справ прибув до столиці її.", "uk"),
    ("외교부 장관이 수도에 도착했다.", "ko"), ("外務大臣は火曜日に到着した。", "ja"), ("وصل وزير الخارجية إلى العاصمة", "ar"),
  ]) func `languages are told apart`(text: String, language: String) throws {
    #expect(try Press.read(text).language == language)
  }

  @Test func `fifty megabytes are read in linear time`() throws {
    let paragraph = "The envoys met on Monday in Oslo, officials said, and (as before) “talked” – until midnight. "
    let short = String(repeating: paragraph + "\n\n", count: 5_000)
    let clock = ContinuousClock()
    let line = String(repeating: paragraph, count: 20_000)
    let small = try clock.measure { _ = try Press.read(short) }
    let long = try clock.measure { _ = try Press.read(String(repeating: short, count: 10)) }
    let single = try clock.measure { _ = try Press.read(line) }
    #expect(long < small * 40 + .milliseconds(200))
    #expect(single < .seconds(2))
  }
}
