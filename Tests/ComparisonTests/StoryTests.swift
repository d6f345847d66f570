import Comparison
import Record
import Testing

@Suite struct StoryTests {
  /// Reports of one matter, tremors on one island, in two years: days, strengths and villages tell them apart.
  private static func report(_ event: Int, _ number: Int) -> StoryFeatures {
    let (day, strength, village, mayor, hurt) = [
      ("2019-05-07", "4.8", "Porto Velho", "Ana Brandao", "14"),
      ("2021-09-30", "6.3", "Ribeira Alta", "Luis Serra", "95"),
    ][event]
    let openings = [
      "An earthquake shook the island of Corva on \(day)", "A tremor damaged houses on Corva on \(day)",
      "Families on Corva slept in tents after the earth had moved", "Corva was struck by a quake early on \(day)",
    ]
    let details = [
      "The geological office in the capital put the strength at \(strength)",
      "In \(village) walls fell into the lanes and the church lost its tower",
      "The mayor, \(mayor), asked for blankets",
      "Nurses treated \(hurt) people, most of them for broken bones",
      "Soldiers with dogs searched the rubble of \(village)",
      "Ferries brought water and bread", "\(mayor) said that the school of \(village) would stay shut",
      "A quake of \(strength) is felt far out at sea, an expert told the radio",
      "Aftershocks kept everybody out of doors",
      "The hospital counted \(hurt) patients by noon",
    ]
    var random = SeededRandom(seed: UInt64(number * 2 + event))
    let text = ([openings[number % 4]] + details.shuffled(using: &random).prefix(6)).joined(separator: ". ") + "."
    var record = RecordBuilder(text)
    for (name, type) in [("Corva", EntityType.place), (village, .place), (mayor, .person)] where text.contains(name) {
      record.entity(name, type)
    }
    if text.contains(day) { _ = record.time(day, day) }
    return StoryFeatures(record.readout)
  }

  /// Reports of something else, each of its own.
  private static let others: [StoryFeatures] = (0..<12).map { number in
    let names = ["Marta Quill", "Jonas Reed", "Ilse Baum", "Pavel Dorn"]
    let matters = ["a bridge", "the harvest of olives", "a theatre"]
    var record = RecordBuilder(
      "\(names[number % 4]) of town \(number + 31) spoke about \(matters[number % 3]) to the council. It votes in spring."
    )
    record.entity(names[number % 4], .person)
    return StoryFeatures(record.readout)
  }

  private static let articles = (0..<7).map { report(0, $0) } + (0..<7).map { report(1, $0) } + others
  private static let expected = [Array(0..<7), Array(7..<14)]

  @Test func `two events of one matter are told apart`() {
    let groups = StoryPartition(Self.articles).groups
    #expect(groups.prefix(2) == Self.expected[...])
    #expect(groups.map(\.count).reduce(0, +) == Self.articles.count)
  }

  @Test(arguments: 0..<8)
  func `the order of the articles does not matter to groups made together`(seed: Int) {
    var random = SeededRandom(seed: UInt64(seed))
    let order = Array(Self.articles.indices).shuffled(using: &random)
    let groups = StoryPartition(order.map { Self.articles[$0] }).groups.map { $0.map { order[$0] }.sorted() }
    #expect(Set(groups) == Set(StoryPartition(Self.articles).groups))
  }

  @Test(arguments: 0..<8)
  func `articles that arrive one by one come into the same two stories`(seed: Int) {
    var random = SeededRandom(seed: UInt64(seed))
    let order = Array(Self.articles.indices).shuffled(using: &random)
    var clusters = StoryClusters()
    var stories: [Int: Int] = [:]
    for (number, index) in order.enumerated() {
      let placement = clusters.add(Self.articles[index])
      #expect(placement.article == number)
      stories[number] = placement.story
      for moved in placement.moved { stories[moved] = clusters.story(of: moved) }
    }
    #expect(order.indices.allSatisfy { stories[$0] == clusters.story(of: $0) })
    let groups = clusters.groups.map { $0.map { order[$0] }.sorted() }
    for expected in Self.expected { #expect(groups.contains(expected)) }
  }

  @Test func `features survive storage, and bytes that are none are refused`() {
    let features = Self.report(0, 0)
    #expect(StoryFeatures(bytes: features.bytes) == features)
    #expect(features.features.count <= StoryFeatures.limit)
    #expect(StoryFeatures(bytes: features.bytes.dropLast()) == nil)
    #expect(StoryFeatures(bytes: Array(features.bytes.suffix(5) + features.bytes.prefix(5))) == nil)
    #expect(StoryFeatures(bytes: []) != nil)
  }

  @Test func `articles without words are stories of their own`() {
    let empty = StoryFeatures(RecordBuilder("").readout)
    #expect(StoryPartition([empty, empty]).groups == [[0], [1]])
    #expect(StoryPartition([]).groups.isEmpty)
    var clusters = StoryClusters()
    clusters.add(empty)
    #expect(clusters.add(empty).isNew)
  }

  @Test(arguments: 0..<30)
  func `every article is in one story, whatever the articles are`(seed: Int) {
    var random = SeededRandom(seed: UInt64(seed))
    let articles = (0..<120).map { _ in
      let matter = UInt64.random(in: 0..<5, using: &random)
      let weights = (0..<Int.random(in: 0..<40, using: &random)).map { _ in
        let kind = StoryFeature.Kind.allCases.randomElement(using: &random) ?? .word
        return (StoryFeature(kind, StableHash.mix(matter << 8 | .random(in: 0..<60, using: &random))), 3.0)
      }
      return StoryFeatures(Dictionary(weights, uniquingKeysWith: +))
    }
    #expect(StoryPartition(articles).groups.joined().sorted() == Array(articles.indices))
    var clusters = StoryClusters()
    for article in articles { clusters.add(article) }
    #expect(clusters.groups.joined().sorted() == Array(articles.indices))
    #expect(
      clusters.groups.allSatisfy { group in group.allSatisfy { clusters.story(of: $0) == clusters.story(of: group[0]) }
      })
  }
}
