import Coding
import Record
import Testing

@Suite("One meeting is one event", .enabled(if: ParsedStory.isPossible, "needs the language model: run make"))
struct MeetingsTests {
  private func meetings(_ paragraphs: String..., title: String? = nil) throws -> [Event] {
    try ToldEvents.story(paragraphs, title: title).events.filter { $0.type == .consult }
  }

  @Test func `the headline, the lead and what follows tell of one meeting`() throws {
    let found = try meetings(
      "President William Ruto of Kenya met Ethiopian Prime Minister Abiy Ahmed in Nairobi on Wednesday.",
      "The meeting between Ruto and Abiy lasted three hours.", title: "Ruto meets Abiy in Nairobi")
    #expect(found.count == 1)
    #expect(found.first?.mentions.count == 2)
    #expect(found.first?.time != nil && found.first?.place != nil)
  }

  @Test func `meetings on other days are others`() throws {
    let found = try meetings(
      "President William Ruto of Kenya met Ethiopian Prime Minister Abiy Ahmed on Wednesday.",
      "Ruto met Abiy on Monday as well.")
    #expect(found.count == 2)
  }

  @Test func `meetings at other places are others`() throws {
    let found = try meetings(
      "President William Ruto of Kenya met Ethiopian Prime Minister Abiy Ahmed in Nairobi.",
      "Ruto met Abiy in Addis Ababa.")
    #expect(found.count == 2)
  }

  @Test func `meetings with others are others`() throws {
    let found = try meetings(
      "President William Ruto of Kenya met Ethiopian Prime Minister Abiy Ahmed in Nairobi.",
      "Ruto met Ugandan President Yoweri Museveni in Nairobi.",
      "Ethiopian Foreign Minister Taye Atske Selassie met Kenyan Foreign Minister Musalia Mudavadi in Nairobi.")
    #expect(found.count == 3)
  }

  @Test func `a further round, and a call, are no mention of a meeting`() throws {
    let found = try meetings(
      "Kenya and Ethiopia held talks on the border.", "Kenya and Ethiopia held a second round of talks.",
      "The foreign ministers of Kenya and Ethiopia spoke by telephone.")
    #expect(found.count == 3)
  }

  @Test func `the headline's deed is the story's`() throws {
    let story = try ToldEvents.story(
      ["Peru on Monday expelled the Venezuelan ambassador."], title: "Peru expels Venezuelan ambassador")
    let found = story.events.filter { $0.type == .sanction }
    #expect(found.count == 1)
    #expect(found.first?.mentions.count == 1)
  }
}
