import Foundation
import Knowledge
import Testing

@Suite("The gazetteer")
struct GazetteerTests {
  let knowledge: Knowledge

  init() throws { knowledge = try DataFolder.knowledge.get() }

  private func city(
    _ id: Int, _ name: String, _ country: String, _ population: Int, others: [String] = []
  ) -> String {
    let list = others.map { "\"\($0)\"" }.joined(separator: ",")
    return
      "\"\(id)\": {\"geonameid\": \(id), \"name\": \"\(name)\", \"latitude\": 42.50729, \"longitude\": -1.5, \"countrycode\": "
      + "\"\(country)\", \"population\": \(population), \"timezone\": \"x\", \"alternatenames\": [\(list)]}"
  }

  private func gazetteer(_ cities: [String], parts: [(code: String, name: String)] = []) throws -> Gazetteer {
    var builder = GazetteerBuilder(knowledge: knowledge)
    try builder.add(cities: Array("{\(cities.joined(separator: ", "))}".utf8), file: "cities.json")
    let list = parts.map { "{\"code\": \"\($0.code)\", \"name\": \"\($0.name)\", \"type\": \"x\"}" }.joined(
      separator: ", ")
    try builder.add(subdivisions: Array("{\"3166-2\": [\(list)]}".utf8), file: "parts.json")
    let path = FileManager.default.temporaryDirectory.appending(path: "readout-places-\(UUID().uuidString)").path
    try Data(builder.file()).write(to: URL(filePath: path))
    defer { try? FileManager.default.removeItem(atPath: path) }
    return try Gazetteer(contentsOf: path)
  }

  @Test func `a place is found by its names, with state, coordinates and identifier`() throws {
    let places = try gazetteer(
      [
        city(7, "Exampleville", "NO", 600_000, others: ["Exampelstad", "exampla", "EXV", "Эксампль"]),
        city(8, "Tinytown", "SE", 16_000),
      ],
      parts: [("SE-Q", "Exampleshire [Exampleland]")])
    for name in ["Exampleville", "EXAMPLEVILLE", "Exámpleville", "Exampelstad"] {
      #expect(places.place(named: name)?.geonames == 7, "\(name)")
    }
    let place = try #require(places.place(named: "Exampleville"))
    #expect(place.country == "NOR" && place.kind == .city)
    #expect(place.coordinates == Coordinates(latitude: 42.5073, longitude: -1.5))
    #expect(places.place(named: "exampleville") == nil && places.place(named: "Exampla") == nil)
    let part = try #require(places.place(named: "Exampleshire"))
    #expect(part.country == "SWE" && part.kind == .region && part.coordinates == nil && part.geonames == nil)
    #expect(places.place(named: "") == nil)
  }

  @Test func `a name that several states' places bear means the one that is larger by far, or none`() throws {
    let places = try gazetteer([
      city(1, "Twinburg", "NO", 90_000), city(2, "Twinburg", "SE", 60_000), city(3, "Bigburg", "NO", 900_000),
      city(4, "Bigburg", "SE", 60_000), city(5, "Homeburg", "NO", 90_000), city(6, "Homeburg", "NO", 60_000),
    ])
    #expect(places.place(named: "Twinburg") == nil)
    #expect(places.place(named: "Bigburg")?.geonames == 3)
    let home = places.place(named: "Homeburg")
    #expect(home?.country == "NOR" && home?.coordinates == nil && home?.geonames == nil)
  }

  @Test func `the tables' own names, words and people's names are left out`() throws {
    let places = try gazetteer([
      city(1, "Vladivostok", "NO", 900_000), city(2, "Japan", "NO", 900_000), city(3, "Clinton", "NO", 90_000),
      city(4, "Madeleine", "NO", 90_000), city(5, "President", "NO", 900_000),
    ])
    #expect(places.count == 0)
  }

  @Test func `a file that is none is an error`() throws {
    let path = FileManager.default.temporaryDirectory.appending(path: "readout-places-\(UUID().uuidString)").path
    defer { try? FileManager.default.removeItem(atPath: path) }
    for content in ["", "RDPLACE1", "RDPLACE1" + String(repeating: "\u{7f}", count: 400)] {
      try Data(content.utf8).write(to: URL(filePath: path))
      #expect(throws: KnowledgeError.self) { try Gazetteer(contentsOf: path) }
    }
    #expect(throws: KnowledgeError.self) { try Gazetteer(contentsOf: "/nowhere") }
  }
}
