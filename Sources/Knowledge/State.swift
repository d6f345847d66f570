/// A state of the world, one that is no more, or one of the other territories that PLOVER codes.
public struct State: Sendable, Equatable {
  /// ISO 3166-1 alpha-3, `KOS` for Kosovo; for a former state the code of the state that carries on its place.
  public let code: String
  /// ISO 3166-1 alpha-2, or `XK` for Kosovo; `nil` for a former state.
  public let alpha2: String?
  /// The name that English-language news uses.
  public let name: String
  /// Official and other names, and abbreviations.
  public let aliases: [String]
  /// What stands for it only beside its counterpart ("the North").
  public let shorthands: [String]
  /// The seat of government, the usual name first.
  public let capital: [String]
  public let capitalCoordinates: Coordinates?
  /// "Turkish"; the usual one first.
  public let adjectives: [String]
  /// "Turk", "Turks".
  public let nationals: [String]
  /// Palaces, streets and offices that stand for its government ("the Kremlin").
  public let metonyms: [String]
  /// The GeoNames identifier.
  public let geonames: Int?
  /// When it came to be, where that matters to news.
  public let from: PartialDate?
  /// When it ceased to be.
  public let to: PartialDate?
  /// The code that a former state had in ISO 3166 ("SUN").
  public let formerCode: String?

  init(row: Table.Row) throws(KnowledgeError) {
    code = try row.required(0, "code")
    alpha2 = row.value(1)
    name = try row.required(2, "name")
    aliases = row.list(3)
    shorthands = row.list(4)
    capital = row.list(5)
    capitalCoordinates = try Coordinates(row: row, latitude: 6, longitude: 7)
    adjectives = row.list(8)
    nationals = row.list(9)
    metonyms = row.list(10)
    geonames = try row.number(11, "geonames")
    from = try row.date(12, "from")
    to = try row.date(13, "to")
    formerCode = row.value(14)
    guard code.utf8.count == 3, code.utf8.allSatisfy({ 0x41...0x5a ~= $0 }) else {
      throw row.error("\"\(code)\" is no ISO 3166-1 alpha-3 code; write three capital letters")
    }
  }
}
