public import Record

/// iCalendar (RFC 5545): what is planned, an appointment each, where its day is known. There is no way to write "some day
/// in November": such plans are left out.
public struct CalendarLayout: Layout {
  public private(set) var losses = Losses()
  private let output: any ExportOutput

  /// The name of the file.
  public static let file = "agenda.ics"

  /// - Throws: ``ExchangeError`` where the head cannot be written.
  public init(to output: any ExportOutput) throws(ExchangeError) {
    self.output = output
    var lines = CalendarLines()
    lines.add("BEGIN", "VCALENDAR")
    lines.add("VERSION", "2.0")
    lines.add("PRODID", "-//Readout//Agenda//EN")
    try output.append(lines.bytes, to: Self.file)
  }

  public mutating func write(_ readout: Readout, context: ExportContext) throws(ExchangeError) {
    losses.count(
      readout,
      unheld: [
        .entities, .statements, .relays, .conditions, .issues, .contexts, .positions, .commitments, .confidences,
      ])
    let article = ArticleIndex(readout, context: context)
    var lines = CalendarLines()
    var identifiers: [String: Int] = [:]
    for item in readout.agenda {
      do {
        try add(item, article, &identifiers, to: &lines)
        losses.wrote()
      } catch {
        losses.leaveOut(error)
      }
    }
    try output.append(lines.bytes, to: Self.file)
  }

  public mutating func finish() throws(ExchangeError) {
    var lines = CalendarLines()
    lines.add("END", "VCALENDAR")
    try output.append(lines.bytes, to: Self.file)
  }

  private func add(
    _ item: Readout.AgendaItem, _ article: ArticleIndex, _ identifiers: inout [String: Int],
    to lines: inout CalendarLines
  ) throws(Losses.Reason) {
    guard let event = article.event(item.event) else { throw .noEvent }
    guard let time = article.time(item.time ?? event.time), time.type == .date || time.type == .time,
      let days = DaySpan(value: time.value), days.isDay
    else { throw .noPlannedDay }
    guard let stamp = stamp(article) else { throw .noStamp }
    lines.add("BEGIN", "VEVENT")
    lines.add("UID", identifier(event, article, &identifiers))
    lines.add("DTSTAMP", stamp)
    lines.add("SEQUENCE", String(article.context.revision))
    lines.add("DTSTART;VALUE=DATE", days.first.basic)
    if let end = time.end.flatMap(DaySpan.init(value:)), end.last > days.first {
      // The end is the first day on which it no longer is.
      lines.add("DTEND;VALUE=DATE", end.last.next.basic)
    }
    lines.add(text: "SUMMARY", summary(event, article))
    if let place = article.place(event.place) {
      lines.add(text: "LOCATION", place.name)
      if let latitude = place.latitude, let longitude = place.longitude { lines.add("GEO", "\(latitude);\(longitude)") }
    }
    lines.add("STATUS", event.status == .negated ? "CANCELLED" : "TENTATIVE")
    lines.add(text: "DESCRIPTION", "\"\(article.text[item.expected])\" (\(article.publisher ?? article.id))")
    if let uri = article.document.uri, uri.contains("://") { lines.add("URL", uri) }
    lines.add("END", "VEVENT")
  }

  private func summary(_ event: Readout.Event, _ article: ArticleIndex) -> String {
    var seen: Set<String> = []
    let parties = article.names(event.parties).filter { seen.insert($0).inserted }
    return "\(parties.joined(separator: ", ")): \(article.text[event.trigger])"
  }

  /// The same for a plan however its day, its place or the article's wording changes.
  private func identifier(
    _ event: Readout.Event, _ article: ArticleIndex, _ identifiers: inout [String: Int]
  ) -> String {
    let document = article.document
    let source = article.context.article ?? document.ref ?? document.uri ?? document.id
    let hash = ContentHash(source, event.type.rawValue, article.names(event.parties).sorted().joined(separator: "; "))
      .hexadecimal(24)
    let number = identifiers[hash, default: 0] + 1
    identifiers[hash] = number
    return number == 1 ? "\(hash)@readout" : "\(hash)-\(number)@readout"
  }

  /// When it was reported: the time of ingest, else of publication; never the clock.
  private func stamp(_ article: ArticleIndex) -> String? {
    if let ingested = article.context.ingested, ingested.utf8.count == 20, let day = Day(ingested.prefix(10)) {
      return "\(day.basic)T\(ingested.dropFirst(11).prefix(8).filter { $0 != ":" })Z"
    }
    return article.published.map { "\($0.basic)T000000Z" }
  }
}
