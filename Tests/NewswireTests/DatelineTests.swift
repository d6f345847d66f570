import Newswire
import Testing

@Suite struct DatelineTests {
  @Test(
    arguments: [
      ("OSLO -- The minister left", "OSLO", nil, nil),
      ("OSLO, Sept. 11 (Kyodo) -- The minister left", "OSLO", "Sept. 11", "Kyodo"),
      ("OSLO, Sept 11 (Reuters) - The minister left", "OSLO", "Sept 11", "Reuters"),
      ("OSLO, Norway (AP) _ The minister left", "OSLO", nil, "AP"),
      ("OSLO, March 3. /TASS/. The minister left", "OSLO", "March 3", "TASS"),
      ("OSLO. March 3 (Interfax) - The minister left", "OSLO", "March 3", "Interfax"),
      ("GENEVA, 3 March 2011 (AFP) – The minister left", "GENEVA", "3 March 2011", "AFP"),
      ("New York, 5 May – The minister left", "New York", "5 May", nil),
      ("Oslo (AFP) – The minister left", "Oslo", nil, "AFP"),
      ("OSLO (Reuters) – The minister left", "OSLO", nil, "Reuters"),
      ("OSLO: The minister left", "OSLO", nil, nil),
      ("OSLO/BERGEN, Sept 11 (Reuters) - The minister left", "OSLO", "Sept 11", "Reuters"),
      ("PORTLAND, Maine, Dec. 11 (UPI) — The minister left", "PORTLAND", "Dec. 11", "UPI"),
      ("MANCHESTER, N.H. (AP) — The minister left", "MANCHESTER", nil, "AP"),
      ("ST. PETERSBURG, June 2 (RIA Novosti) - The minister left", "ST. PETERSBURG", "June 2", "RIA Novosti"),
      ("New Delhi [India], September 11 (ANI): The minister left", "New Delhi", "September 11", "ANI"),
      ("OSLO, Sept 11, 2001 (Fjord Dispatch) - The minister left", "OSLO", "Sept 11, 2001", "Fjord Dispatch"),
      ("OSLO, Sept. 11 (Xinhua) The minister left", "OSLO", "Sept. 11", "Xinhua"),
      ("UNITED NATIONS, Feb 26 (Reuter) - The minister left", "UNITED NATIONS", "Feb 26", "Reuter"),
      ("Oslo, Sept 11, IRNA – The minister left", "Oslo", "Sept 11", "IRNA"),
      ("PYONGYANG, June 1 (Xinhua/AP) -- The minister left", "PYONGYANG", "June 1", "Xinhua"),
      ("WASHINGTON - The minister left", "WASHINGTON", nil, nil),
      ("Washington — The minister left", "Washington", nil, nil),
      ("OSLO, Tuesday, Sept. 11 (XYZ News) -- The minister left", "OSLO", "Tuesday, Sept. 11", "XYZ News"),
      ("Aug 27 (Reuters) - The minister left", "", "Aug 27", "Reuters"),
      ("5 May 2010 – The minister left", "", "5 May 2010", nil),
      ("(CNN) -- The minister left", "", nil, "CNN"),
      ("Cairo (CNN)The minister left", "Cairo", nil, "CNN"),
      ("ANKARA – Anadolu Agency – The minister left", "ANKARA", nil, "Anadolu Agency"),
      ("Prague, 11 September 2001 (RFE/RL) -- The minister left", "Prague", "11 September 2001", "RFE/RL"),
      ("[Xinhua] The minister left", "", nil, "Xinhua"),
    ] as [(String, String, String?, String?)])
  func `is read in its many forms`(paragraph: String, place: String, date: String?, agency: String?) throws {
    let article = try Press.read(
      "Minister leaves for talks\n\n\(paragraph) on Tuesday for talks with his neighbours.\n\nHe will be back on Friday."
    )
    let dateline = try #require(article.dateline)
    #expect(article.words(dateline.place) == place)
    #expect(article.words(dateline.date) == date)
    #expect(article.words(dateline.agency) == agency)
    #expect(article.words(article.passages[1])?.hasPrefix("The minister left") == true)
    #expect(article.words(article.title?.range) == "Minister leaves for talks")
  }

  @Test(arguments: [
    "The minister left -- or so he said -- for talks.",
    "Iran — which denies it — left the talks.",
    "EXCLUSIVE – The minister left the talks.",
    "President Smith, the host of the talks, left early.",
    "Norway, Sweden and Denmark left the talks.",
    "In Oslo, the minister (and his wife) left.",
    "Smith (Labour) - the minister - left the talks.",
    "On March 3, 2011, the minister left the talks.",
    "“We left,” he said – The minister did.",
    "U.S. Secretary of State John Smith said the talks went on.",
  ])
  func `is not seen in sentences that only look alike`(paragraph: String) throws {
    let article = try Press.read("Minister leaves for talks\n\n\(paragraph)\n\nHe will be back on Friday, he said.")
    #expect(article.dateline == nil)
  }

  @Test func `may stand alone on its line`() throws {
    let article = try Press.read(
      "NAIROBI, Kenya (AP) _\n\nThe envoys met again on Friday and said nothing to the press.\n\nThey left.")
    #expect(article.words(article.dateline?.place) == "NAIROBI")
    #expect(article.paragraphs.count == 2)
    #expect(article.title == nil)
  }

  @Test func `gives the date of publication where it has a year`() throws {
    let article = try Press.read("Talks go on\n\nGENEVA, 3 March 2011 – The envoys met again.\n\nThey left.")
    #expect(article.published == "2011-03-03")
    #expect(article.publishedBasis == .dateline)
  }

  @Test func `is not taken from a transcript's speakers`() throws {
    let article = try Press.read(
      "Hearing on the treaty\n\nSMITH: The treaty holds.\n\nJONES: It does not.\n\nSMITH: It does.")
    #expect(article.dateline == nil)
  }
}
