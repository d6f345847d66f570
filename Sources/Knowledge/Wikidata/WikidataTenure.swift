/// Somebody's time in a position, as Wikidata has it.
struct WikidataTenure: Sendable, Equatable {
  /// The person's item, "Q57".
  let person: String
  let name: String
  let aliases: [String]
  let sex: Sex?
  let position: WikidataPosition
  let from: PartialDate
  let to: PartialDate?
}
