public import Record

/// A body, group or forum that news of diplomacy names.
public struct Organization: Sendable, Equatable {
  /// The key by which other tables name it.
  public let code: String
  /// The PLOVER actor code: `UNO`, `EUR`, `IGO`, `NGO`, …, or the state's code where it is a state's body.
  public let plover: String
  /// The PLOVER sector, where it has one.
  public let sector: String?
  public let type: EntityType
  public let name: String
  public let aliases: [String]
  /// The key of the body that it is part of.
  public let parent: String?
  /// The city of its headquarters.
  public let seat: String?
  /// The title of its head.
  public let head: String?

  /// A body that a dictionary tells of.
  init(code: String, plover: String, sector: String?, type: EntityType, name: String, aliases: [String]) {
    self.code = code
    self.plover = plover
    self.sector = sector
    self.type = type
    self.name = name
    self.aliases = aliases
    (parent, seat, head) = (nil, nil, nil)
  }

  init(row: Table.Row) throws(KnowledgeError) {
    code = try row.required(0, "code")
    plover = try row.required(1, "plover")
    sector = row.value(2)
    let type = try row.required(3, "type")
    guard let type = EntityType(rawValue: type) else {
      throw row.error(
        "\"\(type)\" is no type of entity; write one of \(EntityType.allCases.map(\.rawValue).joined(separator: ", "))")
    }
    self.type = type
    name = try row.required(4, "name")
    aliases = row.list(5)
    parent = row.value(6)
    seat = row.value(7)
    head = row.value(8)
  }
}
