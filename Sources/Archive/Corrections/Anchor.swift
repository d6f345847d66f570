public import Record

/// By what a part of a record is found again in another coder's record of the same text, whose ids are other ones: its kind, its
/// words, and what sets it apart from others over the same words.
public struct Anchor: Sendable, Hashable {
  public var kind: Correction.Kind
  /// The content of a statement, or that a position or commitment rests on; the trigger of an event; what is expected.
  public var spans: [Span]
  /// A statement's cue: statements within others have the same words in part, but another cue.
  public var cue: [Span] = []
  /// An event's type, a position's issue, a commitment's kind.
  public var type: String?
  /// The name of who holds the position or made the commitment.
  public var party: String?

  public init(kind: Correction.Kind, spans: [Span], type: String? = nil, party: String? = nil) {
    self.kind = kind
    self.spans = spans
    self.type = type
    self.party = party
  }

  /// The anchor of `item`; `nil` where the record has no such part.
  public init?(_ item: EffectiveReadout.Item, in readout: Readout) {
    func name(_ entity: String) -> String? { readout.entities.first { $0.id == entity }?.name }
    func content(_ statement: String?) -> [Span] {
      readout.statements.first { $0.id == statement }.map(Self.words) ?? []
    }
    switch item {
    case .statement(let id):
      guard let statement = readout.statements.first(where: { $0.id == id }) else { return nil }
      self.init(kind: .statement, spans: Self.words(of: statement))
      cue = statement.cue.spans
    case .event(let id):
      guard let event = readout.events.first(where: { $0.id == id }) else { return nil }
      self.init(kind: .event, spans: event.trigger, type: event.type.rawValue)
    case .position(let number):
      guard readout.positions.indices.contains(number) else { return nil }
      let position = readout.positions[number]
      self.init(
        kind: .position, spans: content(position.statement), type: position.issue, party: name(position.holder))
    case .commitment(let number):
      guard readout.commitments.indices.contains(number) else { return nil }
      let commitment = readout.commitments[number]
      self.init(
        kind: .commitment, spans: [commitment.content], type: commitment.kind.rawValue, party: name(commitment.by))
    case .agenda(let number):
      guard readout.agenda.indices.contains(number) else { return nil }
      self.init(kind: .agenda, spans: [readout.agenda[number].expected])
    }
  }

  /// A statement without content, such as "declined to comment", is its cue.
  static func words(of statement: Readout.Statement) -> [Span] {
    statement.content.isEmpty ? statement.cue.spans : statement.content
  }

  /// How well `other` is the same part: 0 where it is not, else more than 0.5.
  ///
  /// The words must be the same by half. Where several parts lie over them, what else is the same decides.
  ///
  /// - Parameter strictly: Whether type and party must be the same too.
  func likeness(to other: Anchor, strictly: Bool) -> Double {
    guard kind == other.kind else { return 0 }
    let same = (type == other.type ? 1.0 : 0) + (party == other.party ? 1 : 0)
    if strictly, same < 2 { return 0 }
    if !cue.isEmpty, !other.cue.isEmpty, Self.overlap(cue, other.cue) == 0 { return 0 }
    let overlap = Self.overlap(spans, other.spans)
    return overlap >= 0.5 ? overlap + same : 0
  }

  /// The share of the characters of both that both have.
  private static func overlap(_ a: [Span], _ b: [Span]) -> Double {
    if a == b { return 1 }
    let (a, b) = (merged(a), merged(b))
    var common = 0
    var (i, j) = (0, 0)
    while i < a.count, j < b.count {
      common += max(0, min(a[i].end, b[j].end) - max(a[i].start, b[j].start))
      if a[i].end < b[j].end { i += 1 } else { j += 1 }
    }
    let all = (a + b).reduce(0) { $0 + $1.end - $1.start } - common
    return all > 0 ? Double(common) / Double(all) : 0
  }

  /// The spans in order, those that touch as one.
  private static func merged(_ spans: [Span]) -> [Span] {
    var result: [Span] = []
    for span in spans.sorted() {
      if let last = result.last, span.start <= last.end {
        result[result.count - 1].end = max(last.end, span.end)
      } else {
        result.append(span)
      }
    }
    return result
  }
}
