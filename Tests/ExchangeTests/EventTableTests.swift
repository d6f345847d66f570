import Exchange
import Record
import Testing

@Suite("Tables of events")
struct EventTableTests {
  private func polecat(_ story: Story = Story()) throws -> TabFile {
    TabFile(try #require(try story.export(as: .polecat).0[PolecatLayout.file]))
  }

  private func gdelt(_ story: Story = Story(), _ options: LayoutOptions = LayoutOptions()) throws -> [[String]] {
    TabFile(try #require(try story.export(as: .gdelt, options: options).0[GDELTLayout.events])).rows
  }

  private func icews(_ story: Story = Story()) throws -> TabFile {
    TabFile(try #require(try story.export(as: .icews).0[ICEWSLayout.file]))
  }

  // MARK: POLECAT

  @Test func `POLECAT has forty columns in every row, in the order of its header`() throws {
    let file = try polecat()
    #expect(PolecatLayout.columns.count == 40)
    #expect(file.rows.first == PolecatLayout.columns)
    #expect(file.rows.count == 5)
    #expect(file.rows.allSatisfy { $0.count == 40 })
    #expect(!file.rows.joined().contains(""))
  }

  @Test func `POLECAT is read by column name with one column more and one fewer`() throws {
    var rows = try polecat().rows
    for index in rows.indices {
      rows[index].remove(at: 4)
      rows[index].insert(index == 0 ? "Headline" : "words", at: 0)
    }
    let file = TabFile(rows.map { $0.joined(separator: "\t") }.joined(separator: "\n"))
    #expect(file.records[0]["Event Type"] == "CONSULT")
    #expect(file.records[0]["Intensity"] == nil)
    #expect(file.records[0]["Actor Name"] == "Moon Jae-in; Shinzo Abe")
    #expect(file.records[2]["Actor COW"] == "345")
  }

  @Test func `POLECAT breaks no line at the tabs and line breaks of a value`() throws {
    #expect(try polecat().records.allSatisfy { $0["Source"] == "The Daily Example" })
  }

  @Test func `lists keep their length where a name has their separator in it`() throws {
    var story = Story()
    story.readout.entities[0].name = "Moon; Jae-in"
    #expect(try polecat(story).records[0]["Actor Name"] == "Moon, Jae-in; Shinzo Abe")
  }

  @Test func `a plan is an AGREE of the day on which it was reported`() throws {
    let records = try polecat().records
    #expect(records[1]["Event Type"] == "AGREE")
    #expect(records[1]["Event Date"] == "2018-03-14")
    #expect(records[3]["Event Mode"] == "None")
  }

  @Test func `what was denied or might only happen is left out and reported`() throws {
    for name in [LayoutName.polecat, .gdelt, .icews, .plover] {
      let losses = try Story().export(as: name).1
      #expect(losses.leftOut[.negated] == 1, "\(name)")
      #expect(losses.leftOut[.hypothetical] == 1, "\(name)")
    }
  }

  @Test func `a withdrawal still ahead is a CONCEDE, sanctions still ahead have no type`() throws {
    var story = Story()
    story.readout.events[0].type = .retreat
    story.readout.events[0].cameo = "0871"
    story.readout.events[0].status = .future
    story.readout.events[2].type = .sanction
    story.readout.events[2].status = .future
    #expect(try polecat(story).records[0]["Event Type"] == "CONCEDE")
    #expect(try story.export(as: .polecat).1.leftOut[.planned] == 1)
    #expect(try gdelt(story)[0][26] == "0356")
  }

  @Test func `a month is no day: the row is left out, PLOVER writes both its ends`() throws {
    var story = Story()
    story.readout.times[0].value = "2018-02"
    #expect(try story.export(as: .gdelt).1.leftOut[.inexact] == 1)
    let plover = try #require(try story.export(as: .plover).0[PloverLayout.file])
    let first = try JSONValue(plover.utf8.prefix { $0 != 0x0A })
    #expect(first["date"]?.string == "2018-02-01")
    #expect(first["enddate"]?.string == "2018-02-28")
  }

  @Test func `without a day of its own and of publication a row is left out`() throws {
    var story = Story()
    story.readout.document.published = nil
    #expect(try gdelt(story).count == 2)
    #expect(try story.export(as: .gdelt).1.leftOut[.undated] == 4)
  }

  // MARK: GDELT

  @Test func `GDELT has sixty-one fields in every row and codes with their zero`() throws {
    let rows = try gdelt()
    #expect(rows.allSatisfy { $0.count == 61 })
    #expect(rows.map { $0[26] } == ["040", "040", "036", "036", "111", "036", "010"])
    #expect(rows[0][27...29] == ["040", "04", "1"])
  }

  @Test func `GDELT has CAMEO's country for the actor and the FIPS code for the place`() throws {
    let row = try gdelt()[0]
    #expect(row[5] == "KORGOV")
    #expect(row[7] == "KOR")
    #expect(row[51] == "4")
    #expect(row[53] == "KS")
    #expect(try gdelt()[4][15] == "KSV")
  }

  @Test func `GDELT's fraction of the year counts thirty days a month`() throws {
    #expect(try gdelt()[0][1...4] == ["20180313", "201803", "2018", "2018.2000"])
    var story = Story()
    story.readout.times[0].value = "2018-12-31"
    #expect(try gdelt(story)[0][4] == "2018.9863")
  }

  @Test func `GDELT's identifiers are numbers that a double holds and the same for the same event`() throws {
    let identifiers = try gdelt().compactMap { Int($0[0]) }
    #expect(Set(identifiers).count == 7)
    #expect(identifiers.allSatisfy { 0 < $0 && $0 < 1 << 53 })
  }

  @Test func `copies, independent origins and the time of ingest come with the article`() throws {
    var story = Story()
    (story.context.copies, story.context.origins) = (10, 2)
    story.context.ingested = "2018-03-15T01:02:03Z"
    let row = try gdelt(story)[0]
    #expect(row[31...33] == ["1", "2", "10"])
    #expect(row[59] == "20180315010203")
    #expect(try gdelt()[0][59].isEmpty)
  }

  @Test func `the tone is empty unless zeros are asked for`() throws {
    var options = LayoutOptions()
    options.zeroTone = true
    #expect(try gdelt()[0][34].isEmpty)
    #expect(try gdelt(Story(), options)[0][34] == "0")
  }

  @Test func `mentions have sixteen fields, and their offsets lead to the words`() throws {
    var options = LayoutOptions()
    options.mentions = true
    let story = Story()
    let text = try #require(try story.export(as: .gdelt, options: options).0[GDELTLayout.mentions])
    let rows = TabFile(text).rows
    #expect(rows.allSatisfy { $0.count == 16 })
    let events = try gdelt()
    #expect(rows.map { $0[0] } == events.map { $0[0] })
    let row = rows[4]
    #expect(row[6] == "3")
    for (column, words) in [(7, "Serbia"), (8, "Kosovo"), (9, "criticized")] {
      let start = try #require(Int(row[column]))
      #expect(story.words(start, start + words.unicodeScalars.count) == words)
    }
  }

  @Test func `a code whose Goldstein value is not known has none, which is reported`() throws {
    var story = Story()
    story.readout.events[2].cameo = "190"
    #expect(try gdelt(story)[4][30].isEmpty)
    #expect(try story.export(as: .gdelt).1.gaps[.goldstein] == 1)
    #expect(try icews(story).records[4]["Intensity"] == "NA")
  }

  // MARK: Both ways

  @Test func `a meeting is two rows in CAMEO's shape and one line of PLOVER`() throws {
    let meeting = try gdelt().filter { $0[26] == "040" }
    #expect(meeting.map { [$0[5], $0[15]] } == [["KORGOV", "JPNGOV"], ["JPNGOV", "KORGOV"]])
    #expect(try icews().records.filter { $0["CAMEO Code"] == "040" }.count == 2)
    let plover = try #require(try Story().export(as: .plover).0[PloverLayout.file])
    #expect(plover.split(separator: "\n").count { $0.contains("\"event\":[\"CONSULT\"]") } == 1)
  }

  @Test func `a visit is made and hosted`() throws {
    var story = Story()
    story.readout.events[4].status = .actual
    let rows = try icews(story).records.filter { $0["Event Date"] == "2018-05-04" }
    #expect(rows.map { $0["CAMEO Code"] } == ["042", "043"])
    #expect(rows.map { $0["Source Name"] } == ["Shinzo Abe", "North Korea"])
    #expect(rows.map { $0["Event Text"] } == ["Make a visit", "Host a visit"])
  }

  @Test func `three parties of two states pair across the border only`() throws {
    var story = Story()
    let minister = Readout.Participant(entity: "e8", span: story.span("aides"), country: "KOR")
    story.readout.events[0].actors.append(minister)
    let (_, losses) = try story.export(as: .icews)
    #expect(losses.leftOut[.oneState] == 2)
    #expect(try icews(story).records.filter { $0["CAMEO Code"] == "040" }.count == 4)
  }

  @Test func `a mediation among parties alike is left out`() throws {
    var story = Story()
    story.readout.events[0].cameo = "045"
    #expect(try story.export(as: .icews).1.leftOut[.noMediator] == 1)
  }

  // MARK: ICEWS

  @Test func `ICEWS has twenty columns in every row and a target in each`() throws {
    let file = try icews()
    #expect(file.rows.first == ICEWSLayout.columns)
    #expect(file.rows.allSatisfy { $0.count == 20 })
    #expect(file.records.allSatisfy { $0["Target Name"] != "NA" })
    #expect(file.records[0]["Source Country"] == "South Korea")
    #expect(file.records[0]["Sentence Number"] == "1")
  }

  @Test func `a statement that tells of no event is a row by its act`() throws {
    var story = Story()
    story.readout.events.removeAll()
    story.readout.statements[0].act = .hope
    let rows = try gdelt(story)
    #expect(rows.map { $0[26] } == ["013", "111", "010"])
    #expect(rows.map { $0[15] } == ["JPNGOV", "", ""])
    #expect(try icews(story).records.map { $0["CAMEO Code"] } == ["013"])
    #expect(try story.export(as: .icews).1.leftOut[.noAddressee] == 2)
  }

  @Test func `what is asked for is an appeal, what is demanded a demand`() throws {
    var story = Story()
    story.readout.events[2].type = .request
    story.readout.events[2].cameo = "1055"
    story.readout.statements[1].act = .urge
    #expect(try gdelt(story)[4][26] == "0255")
    story.readout.statements[1].act = .demand
    #expect(try gdelt(story)[4][26] == "1055")
  }

  @Test func `what was not said is no row`() throws {
    var story = Story()
    story.readout.statements[2].polarity = .negated
    #expect(try gdelt(story).count == 6)
    #expect(try story.export(as: .gdelt).1.leftOut[.negatedStatement] == 1)
  }

  // MARK: Actors

  @Test func `bodies are known by their group, and their officers act for them`() throws {
    var story = Story()
    story.readout.events[3].status = .actual
    story.readout.events[3].recipients = [
      Readout.Participant(entity: "e5", span: story.span("Pyongyang"), country: "PRK")
    ]
    story.readout.events[3].cameo = "046"
    story.readout.entities[1].offices[0].organization = "e7"
    let rows = try gdelt(story)
    let united = try #require(rows.first { $0[26] == "046" })
    #expect(united[5...8] == ["IGOUNO", "UNITED NATIONS", "", "UNO"])
    #expect(united[12] == "IGO")
    // Abe, had he an office in the body.
    #expect(rows[1][5] == "IGOUNO")
    let plover = try #require(try story.export(as: .plover).0[PloverLayout.file])
    #expect(plover.contains("\"code\":\"UNO\",\"entity_text\":\"UN\",\"identifier_id\":\"Q1065\""))
  }

  @Test func `an actor without a code is no row of GDELT, a recipient without one stays empty`() throws {
    var story = Story()
    story.readout.events[2].actors = [Readout.Participant(entity: "e8", span: story.span("aides"))]
    story.readout.events[2].status = .actual
    #expect(try story.export(as: .gdelt).1.leftOut[.noCode] == 1)
    story = Story()
    story.readout.events[2].recipients = [Readout.Participant(entity: "e8", span: story.span("aides"))]
    #expect(try gdelt(story)[4][15].isEmpty)
    #expect(try story.export(as: .gdelt).1.gaps[.recipient] == 1)
  }

  // MARK: PLOVER

  @Test func `PLOVER's lines have what it requires, and their spans lead to the words`() throws {
    let story = Story()
    let text = try #require(try story.export(as: .plover).0[PloverLayout.file])
    let lines = try text.utf8.split(separator: 0x0A).map { try JSONValue($0) }
    #expect(lines.count == 4)
    for line in lines {
      #expect(line["id"]?.string != nil && line["date"]?.string?.count == 10)
      #expect(line["actor"]?.array?.isEmpty == false && line["event"]?.array?.count == 1)
      for part in line["text"]?.array ?? [] {
        let (start, end) = (try #require(part["start"]?.integer), try #require(part["end"]?.integer))
        #expect(story.words(start, end) == part["text"]?.string)
      }
    }
    #expect(lines[1]["comment"]?.string?.contains("coded as CONSULT; planned for 2018-05") == true)
  }
}
