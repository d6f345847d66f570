public import Knowledge
public import Record

/// GDELT's events 2.0: 61 tab-separated columns without a header, a line a pair of parties and act of an article, an
/// empty value for none; and, where asked for, its mentions: 16 columns, a line a place in the text.
public struct GDELTLayout: Layout {
  public private(set) var losses = Losses()
  private let codes: CodeSystems
  private let options: LayoutOptions
  private let output: any ExportOutput

  /// The name of the file of events.
  public static let events = "gdelt.export.CSV"
  /// The name of the file of mentions.
  public static let mentions = "gdelt.mentions.CSV"

  public init(codes: CodeSystems, options: LayoutOptions = LayoutOptions(), to output: any ExportOutput) {
    self.codes = codes
    self.options = options
    self.output = output
  }

  public mutating func write(_ readout: Readout, context: ExportContext) throws(ExchangeError) {
    losses.count(readout, unheld: CameoRows.unheld + (options.mentions ? [] : CameoRows.mentioned))
    let article = ArticleIndex(readout, context: context)
    let reading = CameoRows(article, codes: codes, losses: losses)
    losses = reading.losses
    var bytes: [UInt8] = []
    var mentions: [UInt8] = []
    for rows in folded(reading.rows) {
      guard let first = rows.first else { continue }
      if first.source.code.isEmpty {
        losses.leaveOut(first.isStatement ? .noSpeaker : .noCode)
        continue
      }
      let id = ContentHash(
        article.id, first.day.basic, first.source.code, first.target?.code ?? "", first.code
      ).number
      bytes += line(rows, first, id, article)
      losses.wrote()
      if options.mentions { for row in rows { mentions += mentionLines(row, id, article) } }
    }
    try output.append(bytes, to: Self.events)
    if options.mentions { try output.append(mentions, to: Self.mentions) }
  }

  private struct Key: Hashable {
    var day: Day
    var source: String
    var target: String?
    var code: String
  }

  /// The rows that are one line: the same day, parties and act.
  private func folded(_ rows: [CameoRow]) -> [[CameoRow]] {
    var lines: [[CameoRow]] = []
    var found: [Key: Int] = [:]
    for row in rows {
      let key = Key(day: row.day, source: row.source.code, target: row.target?.code, code: row.code)
      if let index = found[key] {
        lines[index].append(row)
      } else {
        found[key] = lines.count
        lines.append([row])
      }
    }
    return lines
  }

  // MARK: Events

  private mutating func line(
    _ rows: [CameoRow], _ first: CameoRow, _ id: Int, _ article: ArticleIndex
  ) -> [UInt8] {
    var line = TabRow(missing: "")
    line.add(id)
    line.add(first.day.basic)
    line.add(String(first.day.basic.prefix(6)))
    line.add(String(first.day.basic.prefix(4)))
    line.add(first.day.fraction)
    add(first.source, to: &line)
    if let target = first.target, target.code.isEmpty { losses.leaveEmpty(.recipient) }
    if let target = first.target, !target.code.isEmpty { add(target, to: &line) } else { line.skip(10) }

    let code = codes.cameo[first.code]
    if code?.goldstein == nil { losses.leaveEmpty(.goldstein) }
    line.add(rows.contains { article.isLead($0.sentence) } ? 1 : 0)
    line.add(first.code)
    line.add(code?.base)
    line.add(code?.root)
    line.add(code?.quad)
    line.add(code?.goldstein)
    line.add(rows.reduce(0) { $0 + 1 + $1.mentions.count })
    line.add(article.context.origins)
    line.add(article.context.copies)
    line.add(options.zeroTone ? 0 : nil)

    // Nobody says where the actors were.
    line.skip(16)
    if let place = rows.compactMap(\.place).first { add(place, to: &line) } else { line.skip(8) }
    line.add(article.context.ingested.map(Self.stamp))
    line.add(article.document.uri)
    return line.line
  }

  private func add(_ actor: CameoActor, to line: inout TabRow) {
    line.add(actor.code)
    line.add(actor.name.uppercased())
    line.add(actor.country)
    line.add(actor.group)
    // Ethnic group and religions.
    line.skip(3)
    for index in 0..<3 { line.add(actor.types.indices.contains(index) ? actor.types[index] : nil) }
  }

  private mutating func add(_ place: Readout.Place, to line: inout TabRow) {
    let located = LocatedPlace(place, codes: codes)
    if located.fips == nil { losses.leaveEmpty(.placeCountry) }
    line.add(located.geoType)
    line.add(located.fullName)
    line.add(located.fips)
    // Below the state nothing is known, and GDELT's feature is none of GeoNames.
    line.skip(2)
    line.add(place.latitude)
    line.add(place.longitude)
    line.skip(1)
  }

  // MARK: Mentions

  private func mentionLines(_ row: CameoRow, _ id: Int, _ article: ArticleIndex) -> [UInt8] {
    var bytes = mentionLine(row, id, article, sentence: row.sentence, trigger: row.trigger, isFirst: true)
    for mention in row.mentions {
      bytes += mentionLine(row, id, article, sentence: mention.sentence, trigger: mention.trigger, isFirst: false)
    }
    return bytes
  }

  private func mentionLine(
    _ row: CameoRow, _ id: Int, _ article: ArticleIndex, sentence: Int, trigger: [Span], isFirst: Bool
  ) -> [UInt8] {
    var line = TabRow(missing: "")
    let ingested = article.context.ingested.map(Self.stamp)
    line.add(id)
    line.add(ingested)
    line.add(ingested)
    // From the web; 2 would be a citation without a text.
    line.add(1)
    line.add(article.publisher)
    line.add(article.document.uri ?? article.id)
    line.add(sentence + 1)
    line.add(isFirst ? row.sourceSpan?.start : nil)
    line.add(isFirst ? row.targetSpan?.start : nil)
    line.add(trigger.first?.start)
    line.add(1)
    line.add(Int((row.confidence * 100).rounded()))
    line.add(article.text.count)
    line.add(options.zeroTone ? 0 : nil)
    line.skip(2)
    return line.line
  }

  /// `YYYYMMDDHHMMSS` of an ISO 8601 date or date-time.
  private static func stamp(_ time: String) -> String {
    let digits = String(time.prefix(19).filter { $0.isASCII && $0.isNumber })
    return digits + String(repeating: "0", count: max(0, 14 - digits.utf8.count))
  }
}

extension Day {
  /// The year and the share of it that has passed by GDELT's own reckoning: thirty days a month, 365 a year.
  fileprivate var fraction: String {
    let share = (30 * (month - 1) + min(day, 30)) * 10_000
    let digits = String((share + 182) / 365)
    return "\(year).\(String(repeating: "0", count: 4 - digits.utf8.count))\(digits)"
  }
}

extension LocatedPlace {
  /// 1 for a state, 3 for a city of the United States, 4 for one elsewhere; regions and seas have none.
  fileprivate var geoType: Int? {
    switch kind {
    case .state: 1
    case .city: state?.code == "USA" ? 3 : 4
    case .other: nil
    }
  }
}
