public import Knowledge
public import Record

/// POLECAT's weekly files: 40 tab-separated columns with a header, a line an event, `None` for no value, lists with `; `.
///
/// Several actors of one event stand in one line, their values in the same order in each column, so that an event
/// counts once.
public struct PolecatLayout: Layout {
  public private(set) var losses = Losses()
  private let codes: CodeSystems
  private let output: any ExportOutput

  /// The name of the file.
  public static let file = "polecat.txt"

  /// The header's names, in order.
  public static let columns: [String] =
    ["Event ID", "Event Date", "Event Type", "Event Mode", "Intensity", "Quad Code", "Contexts"]
    + [
      "Actor Name", "Actor Country", "Actor COW", "Primary Actor Sector", "Actor Sectors", "Actor Title",
      "Actor Name Raw", "Wikipedia Actor ID",
    ]
    + [
      "Recipient Name", "Recipient Country", "Recipient COW", "Primary Recipient Sector", "Recipient Sectors",
      "Recipient Title", "Recipient Name Raw", "Wikipedia Recipient ID",
    ]
    + [
      "Placename", "City", "District", "Province", "Country", "Latitude", "Longitude", "GeoNames ID", "Raw Placename",
      "Feature Type", "Source", "Publication Date", "Story People", "Story Organizations", "Story Locations",
      "Language", "Version",
    ]

  /// - Throws: ``ExchangeError`` where the header cannot be written.
  public init(codes: CodeSystems, to output: any ExportOutput) throws(ExchangeError) {
    self.codes = codes
    self.output = output
    try output.append(Array((Self.columns.joined(separator: "\t") + "\n").utf8), to: Self.file)
  }

  public mutating func write(_ readout: Readout, context: ExportContext) throws(ExchangeError) {
    losses.count(
      readout,
      unheld: [
        .texts, .offices, .statements, .relays, .conditions, .issues, .triggers, .occasions, .positions, .commitments,
        .agenda, .bases, .confidences,
      ])
    let article = ArticleIndex(readout, context: context)
    let story = Story(article)
    var bytes: [UInt8] = []
    for event in readout.events {
      do {
        bytes += line(try CodedEvent(event, of: article, codes: codes, toTheDay: true), article, story)
        losses.wrote()
      } catch {
        losses.leaveOut(error)
      }
    }
    try output.append(bytes, to: Self.file)
  }

  private func line(_ coded: CodedEvent, _ article: ArticleIndex, _ story: Story) -> [UInt8] {
    let event = coded.event
    var row = TabRow(missing: "None")
    row.add(id(coded, article))
    row.add(coded.days.first.iso)
    row.add(coded.type.rawValue)
    row.add(coded.isConverted ? [] : event.modes, separator: "; ")
    row.add(coded.score)
    row.add(coded.quad?.words)
    row.add(event.contexts, separator: "; ")
    add(event.actors, article, to: &row)
    add(event.recipients, article, to: &row)
    if let place = article.place(event.place) {
      let located = LocatedPlace(place, codes: codes)
      row.add(place.name)
      row.add(located.kind == .city ? place.name : nil)
      row.skip(2)
      row.add(place.country)
      row.add(place.latitude)
      row.add(place.longitude)
      row.add(place.geonames)
      row.add(article.text[place.span])
      row.skip(1)
    } else {
      row.skip(10)
    }
    row.add(article.publisher)
    row.add(article.published?.iso)
    row.add(story.people, separator: "; ")
    row.add(story.organizations, separator: "; ")
    row.add(story.locations, separator: "; ")
    row.add(article.document.language)
    row.add("\(article.readout.coder.name) \(article.readout.coder.release)")
    return row.line
  }

  private func add(_ parties: [Readout.Participant], _ article: ArticleIndex, to row: inout TabRow) {
    func list(_ value: (Readout.Participant) -> String?) {
      let values = parties.map(value)
      // Values keep their places, so that the third name's country is the third country.
      row.add(values.contains { $0 != nil } ? values : [], separator: "; ", missing: "None")
    }
    list { article.entity($0.entity)?.name }
    list { article.body($0) ?? article.country($0) }
    list { article.country($0).flatMap { codes.countries.row(iso3: $0)?.cowNumber }.map(String.init) }
    list { article.sector($0) }
    row.add(Self.distinct(parties.flatMap { article.sectors($0) }), separator: "; ")
    list { article.entity($0.entity)?.offices.first?.title }
    list { article.text[$0.span] }
    // A Wikidata identifier is none of Wikipedia's.
    row.skip(1)
  }

  private static func distinct(_ values: [String]) -> [String] {
    var seen: Set<String> = []
    return values.filter { seen.insert($0).inserted }
  }

  /// `20190801-2309-4e081644904c_COOPERATE_R`: day and time, a hash, the type, R for a record.
  private func id(_ coded: CodedEvent, _ article: ArticleIndex) -> String {
    let clock = article.document.published.map { Array($0.utf8) } ?? []
    let time =
      clock.count >= 16 && clock[10] == UInt8(ascii: "T")
      ? String(decoding: clock[11...12] + clock[14...15], as: UTF8.self) : "0000"
    let hash = ContentHash(article.id, coded.event.id, coded.days.first.basic).hexadecimal(12)
    return "\(coded.days.first.basic)-\(time)-\(hash)_\(coded.type.rawValue)_R"
  }

  /// Whom and what an article names.
  private struct Story {
    var people: [String] = []
    var organizations: [String] = []
    var locations: [String] = []

    init(_ article: ArticleIndex) {
      for entity in article.readout.entities {
        switch entity.type {
        case .person: people.append(entity.name)
        case .organization, .government, .forum: organizations.append(entity.name)
        case .country, .place: locations.append(entity.name)
        case .group, .agreement: continue
        }
      }
      for place in article.readout.places { locations.append(place.name) }
      people = PolecatLayout.distinct(people)
      organizations = PolecatLayout.distinct(organizations)
      locations = PolecatLayout.distinct(locations)
    }
  }
}

extension QuadClass {
  /// As POLECAT spells it.
  fileprivate var words: String {
    switch self {
    case .verbalCooperation: "VERBAL COOPERATION"
    case .materialCooperation: "MATERIAL COOPERATION"
    case .verbalConflict: "VERBAL CONFLICT"
    case .materialConflict: "MATERIAL CONFLICT"
    }
  }
}
