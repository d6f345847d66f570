public import Record

/// Whose work an article is: the wire that it credits, and the outlet that printed it.
public struct Origin: Sendable, Hashable {
  /// The wire service credited, folded: by the dateline, a credit line or the outlet itself.
  public let wire: String?
  /// The outlet, folded.
  public let outlet: String?
  /// Wires and papers on whose word the article relies ("Kyodo reported"), folded, in alphabetical order.
  public let relied: [String]

  public init(wire: String?, outlet: String?, relied: [String] = []) {
    self.wire = wire.map { FoldedName($0).text }.flatMap { $0.isEmpty ? nil : $0 }
    self.outlet = outlet.map { FoldedName($0).text }.flatMap { $0.isEmpty ? nil : $0 }
    self.relied = Set(relied.map { FoldedName($0).text }).subtracting(["", self.wire ?? ""]).sorted()
  }

  /// The sector of press, radio and television in PLOVER.
  private static let press = "JRN"

  /// What the article's metadata, dateline and text credit.
  public init(_ readout: Readout) {
    let document = readout.document
    let media = Set(readout.entities.filter { $0.type == .organization && $0.sector == Self.press }.map(\.id))
    let relied = readout.statements.flatMap { statement in
      [statement.speaker?.entity].compactMap { $0 } + statement.relays.compactMap(\.entity)
    }.filter(media.contains)
    let names = Dictionary(readout.entities.map { ($0.id, $0.name) }, uniquingKeysWith: { first, _ in first })
    self.init(
      wire: document.agency?.text ?? document.dateline?.agency, outlet: document.publisher?.text,
      relied: relied.compactMap { names[$0] })
  }

  /// The wire, or the outlet where it speaks for itself.
  public var source: String? { wire ?? outlet }
}
