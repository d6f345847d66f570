import Record

extension JSONValue {
  /// Replaces fields of a part of a record that was read as JSON; `nil` where there is no such part or `fields` is no object.
  mutating func edit(_ item: EffectiveReadout.Item, _ fields: JSONValue, in readout: Readout) -> EffectiveReadout.Item?
  {
    guard case .object(let changes) = fields, let (list, index) = item.place(in: readout),
      case .object(var whole) = self, case .array(var parts)? = whole[list], case .object(var part) = parts[index]
    else { return nil }
    for (key, value) in changes { part[key] = value == .null ? nil : value }
    parts[index] = .object(part)
    whole[list] = .array(parts)
    self = .object(whole)
    return item
  }

  /// Adds a part to a record that was read as JSON, with what can be told filled in; `nil` where `fields` is no object.
  mutating func append(_ kind: Correction.Kind, _ fields: JSONValue, in readout: Readout) -> EffectiveReadout.Item? {
    guard case .object(var part) = fields, case .object(var whole) = self else { return nil }
    let item: EffectiveReadout.Item
    switch kind {
    case .statement:
      let id = EffectiveReadout.free("s", readout.statements.map(\.id))
      item = .statement(id)
      part["id"] = .string(id)
      part["sentence"] = part["sentence"] ?? Self.sentence(of: part["cue"]?["spans"], in: readout)
      part["polarity"] = part["polarity"] ?? .string(Polarity.affirmed.rawValue)
      part["quotation"] = part["quotation"] ?? .string(Self.quotation(of: part["content"], in: readout).rawValue)
      part["confidence"] = .number(1)
    case .event:
      let id = EffectiveReadout.free("v", readout.events.map(\.id))
      item = .event(id)
      part["id"] = .string(id)
      part["sentence"] = part["sentence"] ?? Self.sentence(of: part["trigger"], in: readout)
      part["status"] = part["status"] ?? .string(EventStatus.actual.rawValue)
      part["confidence"] = .number(1)
    case .position: item = .position(readout.positions.count)
    case .commitment: item = .commitment(readout.commitments.count)
    case .agenda:
      item = .agenda(readout.agenda.count)
      part["basis"] = part["basis"] ?? .string(Basis.text.rawValue)
    }
    var parts = whole[item.list]?.array ?? []
    parts.append(.object(part))
    whole[item.list] = .array(parts)
    self = .object(whole)
    return item
  }

  /// The sentence that the first of `spans` lies in.
  private static func sentence(of spans: JSONValue?, in readout: Readout) -> JSONValue {
    let start = spans?.array?.first?.array?.first?.integer ?? 0
    let index = readout.document.sentences.lastIndex { $0.start <= start } ?? 0
    return .number(Double(index))
  }

  /// Direct where all of the content stands in quotation marks, mixed where some does.
  private static func quotation(of spans: JSONValue?, in readout: Readout) -> Quotation {
    let words = SpanText(readout.document.text)
    let contents = (spans?.array ?? []).compactMap { span -> String? in
      guard let bounds = span.array, bounds.count == 2, let start = bounds[0].integer, let end = bounds[1].integer,
        start <= end
      else { return nil }
      return words[Span(start: start, end: end)]
    }
    let marks: Set<Character> = ["\"", "“", "”", "«", "»"]
    if !contents.isEmpty, contents.allSatisfy({ $0.first.map(marks.contains) ?? false }) { return .direct }
    return contents.contains { $0.contains { marks.contains($0) } } ? .mixed : .indirect
  }
}

extension EffectiveReadout.Item: CustomStringConvertible {
  /// The list of the record that holds such parts.
  var list: String {
    switch self {
    case .statement: "statements"
    case .event: "events"
    case .position: "positions"
    case .commitment: "commitments"
    case .agenda: "agenda"
    }
  }

  /// Where the part stands; `nil` where there is none.
  func place(in readout: Readout) -> (list: String, index: Int)? {
    let index: Int? =
      switch self {
      case .statement(let id): readout.statements.firstIndex { $0.id == id }
      case .event(let id): readout.events.firstIndex { $0.id == id }
      case .position(let number): readout.positions.indices.contains(number) ? number : nil
      case .commitment(let number): readout.commitments.indices.contains(number) ? number : nil
      case .agenda(let number): readout.agenda.indices.contains(number) ? number : nil
      }
    return index.map { (list, $0) }
  }

  /// `s1`, `v2`, `positions[0]`.
  public var description: String {
    switch self {
    case .statement(let id), .event(let id): id
    case .position(let number), .commitment(let number), .agenda(let number): "\(list)[\(number)]"
    }
  }

  /// Reads what ``description`` gives.
  public init?(_ text: String) {
    if let number = Int(text.dropFirst()), number > 0 {
      if text.hasPrefix("s") { self = .statement(text); return }
      if text.hasPrefix("v") { self = .event(text); return }
    }
    guard text.hasSuffix("]"), let bracket = text.firstIndex(of: "["),
      let number = Int(text[text.index(after: bracket)...].dropLast()), number >= 0
    else { return nil }
    switch text[..<bracket] {
    case "positions": self = .position(number)
    case "commitments": self = .commitment(number)
    case "agenda": self = .agenda(number)
    default: return nil
    }
  }
}
