import Record

extension RecordTable {
  /// All tables, in the order in which they refer to each other.
  static var all: [RecordTable] {
    [articles, entities, statements, events, parties, positions, commitments, agenda]
  }

  private static let article = "the article (articles.article)"

  static var articles: RecordTable {
    RecordTable(
      "articles", of: { [$0.document] },
      [
        ("article", "what the article is called in all tables", .text { $1.id }),
        ("document", "SHA-256 of its text", .text { document, _ in document.id }),
        ("uri", "where it came from", .text { document, _ in document.uri }),
        ("title", "its headline", .text { document, _ in document.title?.text }),
        ("byline", "who signs it", .text { document, _ in document.byline?.text }),
        ("agency", "the wire service credited", .text { document, _ in document.agency?.text }),
        ("publisher", "the paper", .text { document, _ in document.publisher?.text }),
        ("published", "ISO 8601 date or date-time", .text { document, _ in document.published }),
        (
          "published_basis", "option, metadata, dateline or window: where the date is from",
          .text { document, _ in document.publishedBasis }
        ),
        ("language", "BCP 47", .text { document, _ in document.language }),
        ("ingested", "when the archive took it in, UTC", .text { $1.context.ingested }),
        ("copies", "how often the story was printed", .integer { $1.context.copies }),
        ("origins", "how many of those are independent of each other", .integer { $1.context.origins }),
        ("coder", "the program and its release", .text { "\($1.readout.coder.name) \($1.readout.coder.release)" }),
        ("model", "its language model", .text { $1.readout.coder.model }),
        ("attribution", "its model of who said what", .text { $1.readout.coder.attribution }),
        ("knowledge", "the edition of its tables", .text { $1.readout.coder.knowledge }),
        (
          "text", "the text that all spans count, in code points from 0, the end exclusive",
          .text { document, _ in document.text }
        ),
      ])
  }

  static var entities: RecordTable {
    RecordTable(
      "entities", of: { $0.readout.entities },
      [
        ("article", article, .text { $1.id }),
        ("entity", "its id within the article", .text { entity, _ in entity.id }),
        ("name", "its name", .text { entity, _ in entity.name }),
        (
          "type", "person, country, government, organization, group, place, forum or agreement",
          .text { entity, _ in entity.type.rawValue }
        ),
        ("country", "ISO 3166-1 alpha-3 of its state; KOS for Kosovo", .text { entity, _ in entity.country }),
        ("code", "PLOVER's code of a body that is no state's", .text { entity, _ in entity.code }),
        (
          "sector", "PLOVER's sector, the first office's before its own",
          .text { entity, _ in entity.offices.first?.sector ?? entity.sector }
        ),
        ("offices", "titles held on the day of the article", .list { entity, _ in entity.offices.map(\.title) }),
        ("wikidata", "the Wikidata identifier", .text { entity, _ in entity.wikidata }),
        ("mentions", "how often the text refers to it", .integer { entity, _ in entity.mentions.count }),
        ("basis", "text, knowledge or inferred", .text { entity, _ in entity.basis.rawValue }),
      ])
  }

  static var statements: RecordTable {
    RecordTable(
      "statements", of: { $0.readout.statements },
      [
        ("article", article, .text { $1.id }),
        ("statement", "its id within the article", .text { statement, _ in statement.id }),
        ("speaker", "who said it", .text { $1.entity($0.speaker?.entity)?.name }),
        ("speaker_words", "the words that name the speaker", .text { $0.words($0.speaker?.span, $1) }),
        ("speaker_country", "ISO 3166-1 alpha-3", .text { $1.entity($0.speaker?.entity)?.country }),
        (
          "speaker_office", "the speaker's first office",
          .text { $1.entity($0.speaker?.entity)?.offices.first?.office.rawValue }
        ),
        ("act", "what the speaker does by it", .text { statement, _ in statement.act.rawValue }),
        (
          "polarity", "affirmed, or negated where it was not said",
          .text { statement, _ in statement.polarity.rawValue }
        ),
        ("quotation", "direct, indirect or mixed", .text { statement, _ in statement.quotation.rawValue }),
        ("cue", "the words that attribute it", .text { $1.text[$0.cue.spans] }),
        ("content", "what is attributed, quotation marks included", .text { $1.text[$0.content] }),
        ("addressees", "to whom", .list { $1.names($0.addressees) }),
        (
          "relays", "who passed it on, nearest to the speaker first; ? where unnamed",
          .list { statement, article in
            statement.relays.map { relay in
              article.entity(relay.entity)?.name ?? relay.span.map { article.text[$0] } ?? "?"
            }
          }
        ),
        ("within", "the statement that contains it", .text { statement, _ in statement.within }),
        ("occasion", "the event at which it was said (events.event)", .text { statement, _ in statement.occasion }),
        ("time", "when it was said, as TIMEX3 writes it", .text { $1.time($0.time)?.value }),
        ("place", "where it was said", .text { $1.place($0.place)?.name }),
        ("about", "what it is about", .list { $1.names($0.about) }),
        ("issues", "keys of issues", .list { statement, _ in statement.issues }),
        (
          "conditions", "what it makes depend on what: if => then",
          .list { statement, article in
            statement.conditions.map { "\(article.text[$0.condition]) => \(article.text[$0.consequence])" }
          }
        ),
        ("echoes", "the statement that it repeats", .text { statement, _ in statement.echoes }),
        ("confidence", "0 to 1", .real { statement, _ in statement.confidence.hundredths }),
        ("sentence", "the cue's, counted from 1", .integer { statement, _ in statement.sentence + 1 }),
        (
          "content_spans", "code points of articles.text: start-end",
          .list { statement, _ in statement.content.map(\.written) }
        ),
        (
          "cue_spans", "code points of articles.text: start-end",
          .list { statement, _ in statement.cue.spans.map(\.written) }
        ),
      ])
  }

  static var events: RecordTable {
    RecordTable(
      "events", of: { $0.readout.events },
      [
        ("article", article, .text { $1.id }),
        ("event", "its id within the article", .text { event, _ in event.id }),
        ("type", "PLOVER's type", .text { event, _ in event.type.rawValue }),
        ("modes", "PLOVER's modes", .list { event, _ in event.modes }),
        ("contexts", "PLOVER's contexts", .list { event, _ in event.contexts }),
        (
          "status", "actual, future, hypothetical, negated or historical: do not count what did not happen",
          .text { event, _ in event.status.rawValue }
        ),
        ("cameo", "the nearest CAMEO code, as text: it may begin with a zero", .text { event, _ in event.cameo }),
        ("quad", "PLOVER's quadrant", .text { event, _ in event.quad?.rawValue }),
        ("score", "PLOVER's score from -10, conflict, to 10, cooperation", .real { event, _ in event.score }),
        ("actors", "names", .list { $1.names($0.actors.map(\.entity)) }),
        ("actor_countries", "ISO 3166-1 alpha-3 of each actor, ? for none", .list { $0.actors.countries($1) }),
        ("recipients", "names", .list { $1.names($0.recipients.map(\.entity)) }),
        (
          "recipient_countries", "ISO 3166-1 alpha-3 of each recipient, ? for none",
          .list { $0.recipients.countries($1) }
        ),
        ("time", "when it happens, as TIMEX3 writes it", .text { $1.time($0.time)?.value }),
        ("time_end", "the end of a stretch that begins at time", .text { $1.time($0.time)?.end }),
        ("place", "where", .text { $1.place($0.place)?.name }),
        ("place_country", "ISO 3166-1 alpha-3", .text { $1.place($0.place)?.country }),
        ("latitude", "degrees north", .real { $1.place($0.place)?.latitude }),
        ("longitude", "degrees east", .real { $1.place($0.place)?.longitude }),
        ("geonames", "the GeoNames identifier", .integer { $1.place($0.place)?.geonames }),
        (
          "within", "the statement in which it is reported; none where the article says it",
          .text { event, _ in event.within }
        ),
        ("occasion", "the enclosing event", .text { event, _ in event.occasion }),
        ("mentions", "how often the article tells of it", .integer { event, _ in 1 + event.mentions.count }),
        ("confidence", "0 to 1", .real { event, _ in event.confidence.hundredths }),
        ("sentence", "counted from 1", .integer { event, _ in event.sentence + 1 }),
        ("words", "the words that tell of it", .text { $1.text[$0.trigger] }),
        ("spans", "code points of articles.text: start-end", .list { event, _ in event.trigger.map(\.written) }),
      ])
  }

  /// A party to an event, and on which side of it.
  private typealias Party = (event: String, role: String, party: Readout.Participant)

  static var parties: RecordTable {
    RecordTable(
      "parties",
      of: { article -> [Party] in
        article.readout.events.flatMap { event in
          event.actors.map { (event.id, "actor", $0) } + event.recipients.map { (event.id, "recipient", $0) }
        }
      },
      [
        ("article", article, .text { $1.id }),
        ("event", "the event (events.event)", .text { party, _ in party.event }),
        ("role", "actor or recipient", .text { party, _ in party.role }),
        ("entity", "the entity (entities.entity)", .text { party, _ in party.party.entity }),
        ("name", "its name", .text { $1.entity($0.party.entity)?.name }),
        ("country", "ISO 3166-1 alpha-3 of the state that it acts for", .text { $1.country($0.party) }),
        ("body", "PLOVER's code of the body that it acts for", .text { $1.body($0.party) }),
        ("sector", "PLOVER's sector under which it acts", .text { $1.sector($0.party) }),
        ("words", "the words that name it", .text { $1.text[$0.party.span] }),
        ("start", "code points of articles.text", .integer { party, _ in party.party.span.start }),
        ("end", "exclusive", .integer { party, _ in party.party.span.end }),
      ])
  }

  static var positions: RecordTable {
    RecordTable(
      "positions", of: { $0.readout.positions },
      [
        ("article", article, .text { $1.id }),
        ("holder", "whose position it is", .text { $1.entity($0.holder)?.name }),
        ("holder_country", "ISO 3166-1 alpha-3", .text { $1.entity($0.holder)?.country }),
        ("issue", "key: keyword/PARTIES", .text { position, _ in position.issue }),
        ("label", "the issue in words", .text { position, _ in position.label }),
        (
          "stance", "supports, opposes, demands, conditions or neutral",
          .text { position, _ in position.stance.rawValue }
        ),
        (
          "change", "unchanged, softened, hardened or new, as the text claims it",
          .text { position, _ in position.change?.rawValue }
        ),
        (
          "statement", "the statement that shows it (statements.statement)", .text { position, _ in position.statement }
        ),
      ])
  }

  static var commitments: RecordTable {
    RecordTable(
      "commitments", of: { $0.readout.commitments },
      [
        ("article", article, .text { $1.id }),
        ("holder", "who is bound", .text { $1.entity($0.by)?.name }),
        ("holder_country", "ISO 3166-1 alpha-3", .text { $1.entity($0.by)?.country }),
        ("recipient", "to whom", .text { $1.entity($0.to)?.name }),
        ("kind", "pledge, agreement or offer", .text { commitment, _ in commitment.kind.rawValue }),
        ("content", "what was promised", .text { $1.text[$0.content] }),
        ("time", "by when, as TIMEX3 writes it", .text { $1.time($0.time)?.value }),
        (
          "statement", "the statement that shows it (statements.statement)",
          .text { commitment, _ in commitment.statement }
        ),
        ("start", "code points of articles.text", .integer { commitment, _ in commitment.content.start }),
        ("end", "exclusive", .integer { commitment, _ in commitment.content.end }),
      ])
  }

  static var agenda: RecordTable {
    RecordTable(
      "agenda", of: { $0.readout.agenda },
      [
        ("article", article, .text { $1.id }),
        ("event", "the event (events.event)", .text { item, _ in item.event }),
        ("type", "its type", .text { $1.event($0.event)?.type.rawValue }),
        (
          "parties", "who takes part",
          .list { item, article in article.names(article.event(item.event)?.parties ?? []) }
        ),
        ("time", "when, as TIMEX3 writes it, no more exact than the text", .text { $1.time($0.time)?.value }),
        ("place", "where", .text { $1.place($1.event($0.event)?.place)?.name }),
        ("expected", "the words that say so", .text { $1.text[$0.expected] }),
        ("basis", "text or inferred", .text { item, _ in item.basis.rawValue }),
        ("start", "code points of articles.text", .integer { item, _ in item.expected.start }),
        ("end", "exclusive", .integer { item, _ in item.expected.end }),
      ])
  }
}

extension Readout.Statement {
  fileprivate func words(_ span: Span?, _ article: ArticleIndex) -> String? { span.map { article.text[$0] } }
}

extension Readout.Event {
  /// The ids of all who take part.
  var parties: [String] { (actors + recipients).map(\.entity) }
}

extension [Readout.Participant] {
  /// The state of each, in order.
  fileprivate func countries(_ article: ArticleIndex) -> [String] { map { article.country($0) ?? "?" } }
}

extension Span {
  /// `start-end`
  fileprivate var written: String { "\(start)-\(end)" }
}

extension Double {
  /// To the hundredth.
  fileprivate var hundredths: Double { (self * 100).rounded() / 100 }
}
