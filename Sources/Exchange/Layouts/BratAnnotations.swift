import Record

/// The lines of a brat annotation file.
struct BratAnnotations {
  private(set) var bytes: [UInt8] = []
  /// How many statements, events and mentions there are.
  private(set) var count = 0

  private let article: ArticleIndex
  /// Marks by what they are and where, so that none stands twice.
  private var marks: [Mark: String] = [:]
  private var events = 0
  private var attributes = 0
  private var notes = 0
  private var references = 0

  private struct Mark: Hashable {
    var type: String
    var spans: [Span]
  }

  init(_ article: ArticleIndex) {
    self.article = article
    for entity in article.readout.entities { add(entity) }
    for statement in article.readout.statements { add(statement) }
    for event in article.readout.events { add(event) }
  }

  /// What a mention of an entity is called.
  static func mark(of type: EntityType) -> String {
    switch type {
    case .person: "Person"
    case .country: "Country"
    case .government: "Government"
    case .organization: "Organization"
    case .group: "Group"
    case .place: "Place"
    case .forum: "Forum"
    case .agreement: "Agreement"
    }
  }

  // MARK: Members of the record

  private mutating func add(_ entity: Readout.Entity) {
    for (index, mention) in entity.mentions.enumerated() {
      guard let mark = mark(Self.mark(of: entity.type), [mention.span]) else { continue }
      count += 1
      guard index == 0 else { continue }
      note(mark, "\(entity.id): \(entity.name)")
      if let wikidata = entity.wikidata {
        references += 1
        line("N\(references)\tReference \(mark) Wikidata:\(wikidata)\t\(Self.inOneLine(entity.name))")
      }
    }
  }

  private mutating func add(_ statement: Readout.Statement) {
    let cue = mark("Cue", statement.cue.spans)
    let content = mark("Content", statement.content)
    // brat wants an event to hang on words: the cue's, else those of what is said.
    guard let trigger = mark("Attribution", statement.cue.spans) ?? mark("Attribution", statement.content) else {
      return
    }
    var roles: [(String, String)] = []
    if let content { roles.append(("Content", content)) }
    if let cue { roles.append(("Cue", cue)) }
    if let source = statement.speaker?.span.flatMap({ mark("Source", [$0]) }) { roles.append(("Source", source)) }
    for relay in statement.relays {
      if let mark = relay.span.flatMap({ mark("Relay", [$0]) }) { roles.append(("Relay", mark)) }
    }
    let event = event("Attribution", trigger, roles)
    attribute("Act", event, statement.act.rawValue)
    if statement.polarity == .negated { attribute("Negated", event, nil) }
    var facts = ["\(statement.id)", "confidence \((statement.confidence * 100).rounded() / 100)"]
    if let name = article.entity(statement.speaker?.entity)?.name { facts.append("speaker \(name)") }
    let addressees = article.names(statement.addressees)
    if !addressees.isEmpty { facts.append("to \(addressees.joined(separator: ", "))") }
    if let within = statement.within { facts.append("within \(within)") }
    for condition in statement.conditions {
      facts.append("if \(article.text[condition.condition]): \(article.text[condition.consequence])")
    }
    note(event, facts.joined(separator: "; "))
  }

  private mutating func add(_ event: Readout.Event) {
    guard let trigger = mark(event.type.rawValue, event.trigger) else { return }
    var roles: [(String, String)] = []
    for (role, parties) in [("Actor", event.actors), ("Recipient", event.recipients)] {
      for party in parties {
        if let mark = mark("Party", [party.span]) { roles.append((role, mark)) }
      }
    }
    let name = self.event(event.type.rawValue, trigger, roles)
    attribute("Status", name, event.status.rawValue)
    var facts = ["\(event.id)", "confidence \((event.confidence * 100).rounded() / 100)"]
    if !event.modes.isEmpty { facts.append("mode \(event.modes.joined(separator: ", "))") }
    if !event.contexts.isEmpty { facts.append("contexts \(event.contexts.joined(separator: ", "))") }
    if let cameo = event.cameo { facts.append("CAMEO \(cameo)") }
    if let time = article.time(event.time) { facts.append("time \(time.value)") }
    if let place = article.place(event.place) { facts.append("place \(place.name)") }
    if let within = event.within { facts.append("within \(within)") }
    note(name, facts.joined(separator: "; "))
  }

  // MARK: Lines

  /// The name of the mark on these spans; `nil` where there is nothing to mark.
  private mutating func mark(_ type: String, _ spans: [Span]) -> String? {
    let spans = spans.filter { $0.start < $0.end }
    guard !spans.isEmpty else { return nil }
    let mark = Mark(type: type, spans: spans)
    if let name = marks[mark] { return name }
    let name = "T\(marks.count + 1)"
    marks[mark] = name
    let offsets = spans.map { "\($0.start) \($0.end)" }.joined(separator: ";")
    line("\(name)\t\(type) \(offsets)\t\(Self.inOneLine(article.text[spans]))")
    return name
  }

  private mutating func event(_ type: String, _ trigger: String, _ roles: [(String, String)]) -> String {
    events += 1
    count += 1
    // brat numbers a role that is filled twice: Actor, Actor2.
    var filled: [String: Int] = [:]
    var line = "E\(events)\t\(type):\(trigger)"
    for (role, mark) in roles {
      let number = filled[role, default: 0] + 1
      filled[role] = number
      line += " \(role)\(number > 1 ? String(number) : ""):\(mark)"
    }
    self.line(line)
    return "E\(events)"
  }

  private mutating func attribute(_ name: String, _ target: String, _ value: String?) {
    attributes += 1
    line("A\(attributes)\t\(name) \(target)\(value.map { " \($0)" } ?? "")")
  }

  private mutating func note(_ target: String, _ text: String) {
    notes += 1
    line("#\(notes)\tAnnotatorNotes \(target)\t\(Self.inOneLine(text))")
  }

  private mutating func line(_ text: String) {
    bytes += Array(text.utf8)
    bytes.append(UInt8(ascii: "\n"))
  }

  /// With a space for each line break and tab, so that offsets still count the same.
  private static func inOneLine(_ text: String) -> String {
    let bytes = text.utf8.map { byte in
      byte == UInt8(ascii: "\n") || byte == UInt8(ascii: "\r") || byte == UInt8(ascii: "\t") ? UInt8(ascii: " ") : byte
    }
    return String(decoding: bytes, as: UTF8.self)
  }
}
