import Archive
import Record

/// An archive of stories about two invented neighbours' quarrel over a ferry, for questions to be asked of.
struct Shelf {
  private let folder: TemporaryFolder
  let archive: Archive

  init(_ stories: [Story] = Shelf.stories) throws {
    folder = try TemporaryFolder()
    archive = try Archive(path: folder.path("shelf.readout"))
    for story in stories { try archive.store(story.readout) }
  }

  /// The states that the stories name.
  static let states: PartyFinder.States = { name in
    ["nor": "NOR", "norway": "NOR", "oslo": "NOR", "swe": "SWE", "sweden": "SWE", "dnk": "DNK"][name.lowercased()]
  }

  static var stories: [Story] {
    var first = Story(
      """
      Foreign Minister Ada Lind of Norway said on Monday that Norway rejects tolls on the Sound ferry.
      She told Sweden's trade minister, Åke Berg, that Oslo would normalize crossings by 1 May.
      Lind met Berg in Malmö on Monday.
      The two ministers will meet again in Oslo on 12 April.
      """, day: "2021-03-02", ref: "n1")
    first.name("Ada Lind", of: "NOR", office: ("Foreign Minister", .foreignMinister))
    first.name("Norway", .country, of: "NOR")
    first.name("Sweden", .country, of: "SWE")
    first.name("Åke Berg", of: "SWE", office: ("trade minister", .minister))
    first.time("Monday", "2021-03-01")
    first.time("1 May", "2021-05-01")
    first.time("12 April", "2021-04-12")
    first.place("Malmö", of: "SWE")
    first.place("Oslo", of: "NOR")
    first.says("Ada Lind", "that Norway rejects tolls on the Sound ferry", act: .reject, issues: ["tolls/NOR-SWE"])
    first.stands("Norway", .opposes, on: "tolls/NOR-SWE")
    first.says(
      "Ada Lind", "that Oslo would normalize crossings by 1 May", act: .pledge, to: ["Åke Berg"], about: ["Norway"],
      issues: ["ferry/NOR-SWE"])
    first.promises("Norway", to: "Sweden", "would normalize crossings by 1 May", due: "1 May")
    first.happens("met", .consult, ["Ada Lind", "Åke Berg"], cameo: "040", time: "Monday", place: "Malmö")
    first.happens(
      "meet again", .agree, ["Ada Lind", "Åke Berg"], cameo: "036", status: .future, time: "12 April", place: "Oslo")
    first.plans("will meet again in Oslo on 12 April")

    var second = Story(
      """
      Norway now supports tolls on the ferry, Ada Lind said, softening her stand.
      Åke Berg said Sweden welcomes the move.
      The ministers put off their meeting in Oslo to 19 April.
      """, day: "2021-04-10", ref: "n2", publisher: "The Herald")
    second.name("Ada Lind", of: "NOR", office: ("Foreign Minister", .foreignMinister))
    second.name("Norway", .country, of: "NOR")
    second.name("Sweden", .country, of: "SWE")
    second.name("Åke Berg", of: "SWE")
    second.time("19 April", "2021-04-19")
    second.place("Oslo", of: "NOR")
    second.says("Ada Lind", "Norway now supports tolls on the ferry", act: .support, issues: ["tolls/NOR-SWE"])
    second.stands("Norway", .supports, on: "tolls/NOR-SWE", change: .softened)
    second.says("Åke Berg", "Sweden welcomes the move", act: .support, about: ["Ada Lind"], issues: ["tolls/NOR-SWE"])
    second.stands("Sweden", .supports, on: "tolls/NOR-SWE")
    second.happens(
      "their meeting", .agree, ["Ada Lind", "Åke Berg"], cameo: "036", status: .future, time: "19 April", place: "Oslo")
    second.plans("put off their meeting in Oslo to 19 April")

    var third = Story(
      """
      Åke Berg and Ada Lind met in Oslo on 19 April, officials said.
      A Swedish diplomat said the talks were “frank” – and short.
      Hilda Berg of Denmark said she had no comment.
      """, day: "2021-04-20", ref: "n3")
    third.name("Åke Berg", of: "SWE")
    third.name("Ada Lind", of: "NOR")
    third.name("Hilda Berg", of: "DNK")
    third.time("19 April", "2021-04-19")
    third.place("Oslo", of: "NOR")
    third.says(nil, "the talks were “frank” – and short", relay: "Ada Lind")
    third.says("Hilda Berg", "she had no comment", act: .decline)
    third.happens("met", .consult, ["Åke Berg", "Ada Lind"], cameo: "040", time: "19 April", place: "Oslo")
    return [first, second, third]
  }
}
