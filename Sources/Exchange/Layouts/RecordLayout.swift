public import Record

/// The record itself, a line an article (JSON Lines). Nothing is lost.
public struct RecordLayout: Layout {
  public private(set) var losses = Losses()
  private let output: any ExportOutput

  /// The name of the file.
  public static let file = "readouts.jsonl"

  public init(to output: any ExportOutput) { self.output = output }

  public mutating func write(_ readout: Readout, context: ExportContext) throws(ExchangeError) {
    losses.count(readout, unheld: [])
    try output.append(readout.json() + [UInt8(ascii: "\n")], to: Self.file)
    losses.wrote()
  }
}
