import Knowledge
import Record

/// Reads an article's events and statements as rows in CAMEO's shape: a pair of parties each, both ways for what two
/// sides do together.
struct CameoRows {
  let article: ArticleIndex
  let codes: CodeSystems
  private(set) var losses: Losses
  private(set) var rows: [CameoRow] = []
  /// Where the article attributes what somebody asks for, short of demanding it.
  private let appeals: SpanSet

  /// What such rows have no place for.
  static let unheld: [RecordPart] = [
    .texts, .offices, .contents, .relays, .conditions, .issues, .contexts, .occasions, .positions, .commitments,
    .agenda,
    .bases,
  ]
  /// What only GDELT's mentions have a place for.
  static let mentioned: [RecordPart] = [.triggers, .confidences]

  /// - Parameter losses: what was lost of articles before this one.
  init(_ article: ArticleIndex, codes: CodeSystems, losses: Losses) {
    self.article = article
    self.codes = codes
    self.losses = losses
    let appeals = article.readout.statements.filter { [.request, .urge, .ask].contains($0.act) }
    self.appeals = SpanSet(appeals.flatMap(\.cue.spans))
    for event in article.readout.events { add(event) }
    // A statement has a row of its own where no event tells what was done by it or said in it.
    let told = article.readout.events.filter { $0.status != .negated && $0.status != .hypothetical }
    let triggers = SpanSet(told.flatMap(\.trigger))
    let statements = Set(told.compactMap(\.within))
    for statement in article.readout.statements {
      if statements.contains(statement.id) || statement.cue.spans.contains(where: triggers.overlaps) { continue }
      add(statement)
    }
  }

  // MARK: Events

  private mutating func add(_ event: Readout.Event) {
    let coded: CodedEvent
    do { coded = try CodedEvent(event, of: article, codes: codes, toTheDay: true) } catch {
      losses.leaveOut(error)
      return
    }
    guard let code = coded.cameo.map({ appeal($0, event) }), codes.cameo[code] != nil else {
      return losses.leaveOut(.noEventCode)
    }
    for pair in pairs(of: event, type: coded.type, code: code) {
      rows.append(
        CameoRow(
          source: CameoActor(pair.source, of: article, codes: codes),
          target: pair.target.map { CameoActor($0, of: article, codes: codes) },
          sourceSpan: pair.source.span, targetSpan: pair.target?.span, code: pair.code, day: coded.days.first,
          place: article.place(event.place), sentence: event.sentence, trigger: event.trigger,
          confidence: event.confidence, isStatement: false, mentions: event.mentions))
    }
  }

  /// The code of an appeal in place of that of a demand, where no more than an appeal was made: PLOVER has one type for both,
  /// CAMEO two roots, numbered alike below.
  private func appeal(_ code: String, _ event: Readout.Event) -> String {
    code.hasPrefix("10") && event.trigger.contains(where: appeals.overlaps) ? "02" + code.dropFirst(2) : code
  }

  private typealias Pair = (source: Readout.Participant, target: Readout.Participant?, code: String)

  private mutating func pairs(of event: Readout.Event, type: EventType, code: String) -> [Pair] {
    let mirror = codes.cameo[code]?.mirror
    guard event.recipients.isEmpty else {
      var pairs: [Pair] = []
      for actor in event.actors {
        for recipient in event.recipients where recipient.entity != actor.entity {
          pairs.append((actor, recipient, code))
          // Talks have two sides, whichever of them is named as the one that came.
          if type == .consult, let mirror { pairs.append((recipient, actor, mirror)) }
        }
      }
      return pairs
    }
    if event.actors.count > 1, code == "045" {
      losses.leaveOut(.noMediator)
      return []
    }
    guard event.actors.count > 1, let mirror else { return event.actors.map { ($0, nil, code) } }
    // Where all are parties alike nobody can say who was the guest.
    let common = mirror == code ? code : "\(code.prefix(2))0"
    let countries = event.actors.map { article.country($0) }
    let isInternational = Set(countries).count > 1
    var pairs: [Pair] = []
    for (index, source) in event.actors.enumerated() {
      for (other, target) in event.actors.enumerated() where source.entity != target.entity {
        if isInternational, let country = countries[index], country == countries[other] {
          losses.leaveOut(.oneState)
          continue
        }
        pairs.append((source, target, common))
      }
    }
    return pairs
  }

  // MARK: Statements

  private mutating func add(_ statement: Readout.Statement) {
    guard statement.polarity == .affirmed else { return losses.leaveOut(.negatedStatement) }
    guard let speaker = article.entity(statement.speaker?.entity) else { return losses.leaveOut(.noSpeaker) }
    guard let code = codes.cameo.code(of: statement.act) else { return losses.leaveOut(.noEventCode) }
    let day: Day
    do { day = try self.day(of: statement) } catch {
      losses.leaveOut(error)
      return
    }
    let span = statement.speaker?.span
    func actor(_ entity: Readout.Entity, _ span: Span?) -> CameoActor {
      CameoActor(
        Readout.Participant(entity: entity.id, span: span ?? Span(start: 0, end: 0)), of: article, codes: codes)
    }
    let source = actor(speaker, span)
    let addressees = statement.addressees.compactMap { article.entity($0) }.filter { $0.id != speaker.id }
    for target in addressees.isEmpty ? [nil] : addressees.map(Optional.some) {
      rows.append(
        CameoRow(
          source: source, target: target.map { actor($0, nil) }, sourceSpan: span, targetSpan: nil, code: code,
          day: day, place: article.place(statement.place), sentence: statement.sentence, trigger: statement.cue.spans,
          confidence: statement.confidence, isStatement: true, mentions: []))
    }
  }

  /// The day on which something was said, else that of publication.
  private func day(of statement: Readout.Statement) throws(Losses.Reason) -> Day {
    guard let time = article.time(statement.time), time.type == .date || time.type == .time else {
      guard let published = article.published else { throw .undated }
      return published
    }
    guard let days = DaySpan(value: time.value), days.isDay else { throw .inexact }
    return days.first
  }
}
