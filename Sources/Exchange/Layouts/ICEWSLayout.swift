public import Knowledge
public import Record

/// The coded events of ICEWS: 20 tab-separated columns with a header, a line a pair of parties, `NA` for no value.
///
/// What two sides do together has a line from either side.
public struct ICEWSLayout: Layout {
  public private(set) var losses = Losses()
  private let codes: CodeSystems
  private let output: any ExportOutput

  /// The name of the file.
  public static let file = "icews.tab"

  /// The header's names, in order.
  public static let columns = [
    "Event ID", "Event Date", "Source Name", "Source Sectors", "Source Country", "Event Text", "CAMEO Code",
    "Intensity", "Target Name", "Target Sectors", "Target Country", "Story ID", "Sentence Number", "Publisher", "City",
    "District", "Province", "Country", "Latitude", "Longitude",
  ]

  /// - Throws: ``ExchangeError`` where the header cannot be written.
  public init(codes: CodeSystems, to output: any ExportOutput) throws(ExchangeError) {
    self.codes = codes
    self.output = output
    try output.append(Array((Self.columns.joined(separator: "\t") + "\n").utf8), to: Self.file)
  }

  public mutating func write(_ readout: Readout, context: ExportContext) throws(ExchangeError) {
    losses.count(readout, unheld: CameoRows.unheld + CameoRows.mentioned)
    let article = ArticleIndex(readout, context: context)
    let reading = CameoRows(article, codes: codes, losses: losses)
    losses = reading.losses
    var bytes: [UInt8] = []
    for row in reading.rows {
      guard let target = row.target else {
        losses.leaveOut(row.isStatement ? .noAddressee : .noRecipient)
        continue
      }
      bytes += line(row, target, article)
      losses.wrote()
    }
    try output.append(bytes, to: Self.file)
  }

  private mutating func line(_ row: CameoRow, _ target: CameoActor, _ article: ArticleIndex) -> [UInt8] {
    let code = codes.cameo[row.code]
    if code?.goldstein == nil { losses.leaveEmpty(.goldstein) }
    var line = TabRow(missing: "NA")
    line.add(
      ContentHash(
        article.id, row.day.basic, row.source.name, target.name, row.code, String(row.sentence),
        String(row.trigger.first?.start ?? 0)
      ).number)
    line.add(row.day.iso)
    add(row.source, to: &line)
    line.add(code?.label)
    line.add(row.code)
    line.add(code?.goldstein)
    add(target, to: &line)
    line.add(article.id)
    line.add(row.sentence + 1)
    line.add(article.publisher)
    if let place = row.place.map({ LocatedPlace($0, codes: codes) }) {
      line.add(place.kind == .city ? place.name : nil)
      line.skip(2)
      line.add(place.state?.name)
      line.add(place.latitude)
      line.add(place.longitude)
    } else {
      line.skip(6)
    }
    return line.line
  }

  private mutating func add(_ actor: CameoActor, to line: inout TabRow) {
    var sectors: [String] = []
    for sector in actor.body.map({ [codes.cameo.body($0)?.icews] })
      ?? actor.sectors.map({ codes.cameo.sector($0)?.icews })
    {
      guard let sector else {
        losses.leaveEmpty(.sector)
        continue
      }
      if !sectors.contains(sector) { sectors.append(sector) }
    }
    line.add(actor.name)
    line.add(sectors, separator: ",")
    line.add(actor.iso3.flatMap { codes.states.state(code: $0)?.name })
  }
}
