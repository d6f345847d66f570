public import Record

/// brat standoff: a folder with a text, its annotations beside it, and the configuration with which brat opens it.
///
/// Statements are laid out as PolNeAR has them (`Attribution` with `Source`, `Cue` and `Content`), with their relays as
/// `Relay`; events carry PLOVER's types with `Actor` and `Recipient`. Offsets count code points.
public struct BratLayout: Layout {
  public private(set) var losses = Losses()
  private let output: any ExportOutput
  /// The documents written, by the first digits of their digests.
  private var documents: Set<String> = []

  /// The file that tells brat what there may be.
  public static let configuration = "annotation.conf"

  /// - Throws: ``ExchangeError`` where the configuration cannot be written.
  public init(to output: any ExportOutput) throws(ExchangeError) {
    self.output = output
    let types = EventType.allCases.map { "\($0.rawValue)\tActor*:<ENTITY>, Recipient*:<ENTITY>" }
    let configuration =
      ["[entities]", "Source", "Cue", "Content", "Relay", "Party"]
      + EntityType.allCases.map(BratAnnotations.mark)
      + ["[relations]", "[events]"]
      + ["Attribution\tSource*:Source, Cue*:Cue, Content*:Content, Relay*:Relay"] + types
      + [
        "[attributes]", "Negated\tArg:Attribution",
        "Act\tArg:Attribution, Value:\(Act.allCases.map(\.rawValue).joined(separator: "|"))",
        "Status\tArg:<EVENT>, Value:\(EventStatus.allCases.map(\.rawValue).joined(separator: "|"))",
      ]
    try output.create(Self.configuration, Array((configuration.joined(separator: "\n") + "\n").utf8))
  }

  public mutating func write(_ readout: Readout, context: ExportContext) throws(ExchangeError) {
    losses.count(readout, unheld: [.issues, .positions, .commitments, .agenda])
    let article = ArticleIndex(readout, context: context)
    let name = Self.name(of: readout.document)
    guard documents.insert(name).inserted else { return losses.leaveOut(.sameText) }
    let annotations = BratAnnotations(article)
    try output.create("\(name).txt", Array(readout.document.text.utf8))
    try output.create("\(name).ann", annotations.bytes)
    losses.wrote(annotations.count)
  }

  /// The first sixteen digits of the text's digest, which no path can hide in.
  private static func name(of document: Readout.Document) -> String {
    let digits = document.id.split(separator: ":").last?.filter { $0.isASCII && $0.isHexDigit } ?? ""
    return digits.isEmpty ? "document" : String(digits.prefix(16))
  }
}
