import FoundationEssentials

/// An article of our own words about real events, and what a careful reader records from it.
///
/// In `expected.json` a list means that any of its values is right; of speakers, actors, recipients and addressees it means all
/// of them. A quote is exact text, and `words#2` its second occurrence.
struct Golden {
  let text: String
  let expected: Expected

  private static let folder = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "Goldens")

  static let names: [String] =
    ((try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? []).filter { !$0.hasPrefix(".") }.sorted()

  init(_ name: String) throws {
    let folder = Self.folder.appending(path: name)
    text = String(decoding: try Data(contentsOf: folder.appending(path: "article.txt")), as: UTF8.self)
    expected = try JSONDecoder().decode(
      Expected.self, from: try Data(contentsOf: folder.appending(path: "expected.json")))
  }

  struct Expected: Decodable {
    var published: String
    var document: Document
    var entities: [Entity]
    var times: [Time]
    var statements: [Statement]
    var events: [Event]
    var positions: [Position]
    var commitments: [Commitment]
    var agenda: [AgendaItem]
    /// How many of the facts hold; more may.
    var holding: Int
  }

  struct Document: Decodable {
    var title: String?
    var agency: Values?
    var datelinePlace: Values?
    var language: String
  }

  struct Entity: Decodable {
    /// What the other facts call it.
    var key: String
    /// A part of its name.
    var name: Values
    var type: Values
    var country: String?
    var office: Values?
    var mentions: [String]
  }

  struct Time: Decodable {
    var text: String
    var value: Values
  }

  struct Statement: Decodable {
    var content: [String]
    var speaker: Values
    var act: Values
    var quotation: Values?
    var cue: Values?
    /// Keys of entities, or `unnamed` for anybody.
    var relay: Values?
    var time: Values?
    var addressees: [String]?
    /// What has to hold, and what then follows.
    var condition: [String]?
  }

  struct Event: Decodable {
    /// The words within which its trigger stands.
    var near: String
    var type: Values
    var status: Values
    var mode: Values?
    /// Keys of entities, or countries' codes.
    var actors: [String]?
    var recipients: [String]?
    var time: Values?
  }

  struct Position: Decodable {
    var holder: String
    /// A part of the issue's key.
    var issue: Values
    var stance: Values
  }

  struct Commitment: Decodable {
    var by: String
    var content: String
  }

  struct AgendaItem: Decodable {
    var near: String
    var time: Values
  }

  /// One value or several.
  struct Values: Decodable {
    var all: [String]

    init(from decoder: any Decoder) throws {
      let container = try decoder.singleValueContainer()
      all = try (try? container.decode([String].self)) ?? [container.decode(String.self)]
    }

    func has(_ value: String?) -> Bool { value.map(all.contains) ?? false }

    func isPart(of value: String?) -> Bool { value.map { value in all.contains { value.contains($0) } } ?? false }
  }
}
