import Record

/// Reads files of watches: a line `watch NAME` each, and below it a line for each thing that it wants.
///
/// ```
/// watch "Japan and North Korea"
///   dyad JPN-PRK
///   issues abductions, normalization
///   acts pledge, demand, threaten
///   positions change
///   agenda moves
///   deliver atom japan-korea.atom
/// ```
///
/// `#` begins a comment. Several lines of a kind add up.
public struct WatchReader {
  /// The code that a name, capital or code of a state or body means; `nil` where it means none.
  public typealias Parties = (String) -> String?

  private let path: String
  private let folder: String
  private let parties: Parties
  private var watches: [Watch] = []
  private var names: Set<String> = []
  private var faults: [WatchFileError.Fault] = []
  private var line = 0
  /// Whether the watch in work has said what kinds of things it wants.
  private var hasInterest = false

  /// - Parameters:
  ///   - path: the file, as messages name it.
  ///   - folder: its folder, from the root; files to deliver to are found from there.
  /// - Throws: ``WatchFileError`` with all that is wrong.
  public static func read(
    _ text: String, path: String, folder: String, parties: @escaping Parties
  ) throws(WatchFileError) -> [Watch] {
    var reader = WatchReader(path: path, folder: folder, parties: parties)
    for line in text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline) { reader.read(line) }
    reader.finish()
    if reader.watches.isEmpty, reader.faults.isEmpty {
      reader.faults = [
        WatchFileError.Fault(line: 1, message: "the file holds no watch; begin one with: watch \"NAME\"")
      ]
    }
    guard reader.faults.isEmpty else { throw WatchFileError(path: path, faults: reader.faults) }
    return reader.watches
  }

  private init(path: String, folder: String, parties: @escaping Parties) {
    self.path = path
    self.folder = folder
    self.parties = parties
  }

  private mutating func read(_ text: Substring) {
    line += 1
    let content = Self.trimmed(Self.withoutComment(text))
    guard let key = content.split(whereSeparator: \.isWhitespace).first else { return }
    let value = String(Self.trimmed(content[key.endIndex...]))
    if key == "watch" { return begin(value) }
    guard !watches.isEmpty else { return fault("“\(key)” belongs to a watch; begin one with: watch \"NAME\"") }
    let last = watches.count - 1
    switch key {
    case "dyad", "dyads": watches[last].scope.dyads += list(value).compactMap { dyad($0) }
    case "country", "countries": watches[last].scope.countries += list(value).compactMap { party($0) }
    case "people", "person": watches[last].scope.people += list(value)
    case "issue", "issues": watches[last].scope.issues += list(value)
    case "words", "word": watches[last].scope.words += list(value).compactMap { pattern($0) }
    case "acts", "act": add(\.acts, list(value).compactMap { member($0, of: Act.self, what: "act") })
    case "statements": only(["": Set(Act.allCases)], value, of: key) { $0.acts = $1 }
    case "events", "event":
      add(
        \.events,
        value.isEmpty
          ? EventType.allCases : list(value).compactMap { member($0, of: EventType.self, what: "type of event") })
    case "positions", "position":
      only(["": .all, "change": .changes, "changes": .changes], value, of: key) { $0.positions = $1 }
    case "commitments": only(["": true], value, of: key) { $0.commitments = $1 }
    case "agenda": only(["": .all, "moves": .moves], value, of: key) { $0.agenda = $1 }
    case "deliver": deliver(value)
    default:
      fault(
        "“\(key)” is nothing that a watch knows; it knows dyad, countries, people, issues, words, statements, acts, events, "
          + "positions, commitments, agenda and deliver")
    }
  }

  // MARK: Watches

  private mutating func begin(_ value: String) {
    finish()
    let name = Self.unquoted(value)
    if name.isEmpty { fault("a watch wants a name: watch \"Japan and North Korea\"") }
    if !names.insert(name).inserted {
      fault("there is a watch “\(name)” already; by its name it is known what it has told")
    }
    watches.append(Watch(name: name))
    hasInterest = false
  }

  private mutating func finish() {
    guard let last = watches.indices.last else { return }
    if !hasInterest { watches[last].interest = .everything(in: watches[last].scope) }
    if watches[last].targets.isEmpty { watches[last].targets = [.standardOutput] }
  }

  // MARK: Kinds of lines

  /// The parts between commas; a fault where there is none.
  private mutating func list(_ value: String) -> [String] {
    let parts = value.split(separator: ",").map { Self.unquoted(String($0)) }.filter { !$0.isEmpty }
    if parts.isEmpty { fault("something is missing after this word; several are parted by commas") }
    return parts
  }

  private mutating func member<Value: RawRepresentable<String> & CaseIterable>(
    _ text: String, of type: Value.Type, what: String
  ) -> Value? {
    if let value = Value(rawValue: text.lowercased()) ?? Value(rawValue: text.uppercased()) { return value }
    fault("“\(text)” is no \(what); they are \(Value.allCases.map(\.rawValue).joined(separator: ", "))")
    return nil
  }

  private mutating func add<Value>(_ kind: WritableKeyPath<WatchInterest, Set<Value>?>, _ values: [Value]) {
    hasInterest = true
    watches[watches.count - 1].interest[keyPath: kind] = (watches[watches.count - 1].interest[keyPath: kind] ?? [])
      .union(values)
  }

  private mutating func only<Value>(
    _ values: [String: Value], _ text: String, of key: Substring, set: (inout WatchInterest, Value) -> Void
  ) {
    hasInterest = true
    guard let value = values[text] else {
      let forms = values.keys.sorted().map { $0.isEmpty ? "“\(key)”" : "“\(key) \($0)”" }
      return fault("this line is written \(forms.joined(separator: " or "))")
    }
    set(&watches[watches.count - 1].interest, value)
  }

  private mutating func pattern(_ text: String) -> WordPattern? {
    if let pattern = WordPattern(text) { return pattern }
    fault("“\(text)” holds no word")
    return nil
  }

  private mutating func party(_ name: String) -> String? {
    if let code = parties(name) { return code }
    fault("“\(name)” is no state or body; write a code such as JPN, or a name such as Japan")
    return nil
  }

  /// `JPN-PRK` or `Japan - North Korea`: the hyphen is where both sides have a meaning.
  private mutating func dyad(_ text: String) -> WatchScope.Dyad? {
    for hyphen in text.indices where text[hyphen] == "-" {
      let sides = [text[..<hyphen], text[text.index(after: hyphen)...]].map { String(Self.trimmed($0)) }
      if let one = parties(sides[0]), let other = parties(sides[1]), one != other {
        return WatchScope.Dyad(one, other)
      }
    }
    fault("“\(text)” names no two states or bodies; write them as JPN-PRK or Japan - North Korea")
    return nil
  }

  private mutating func deliver(_ value: String) {
    let kind = value.prefix { !$0.isWhitespace }
    let place = Self.unquoted(String(value.dropFirst(kind.count)))
    let target: DeliveryTarget? =
      switch kind {
      case "stdout" where place.isEmpty: .standardOutput
      case "jsonl" where !place.isEmpty: .jsonLines(place == "-" ? place : path(of: place))
      case "atom" where !place.isEmpty && place != "-": .atom(path(of: place))
      case "webhook" where place.hasPrefix("http://") || place.hasPrefix("https://"): .webhook(place)
      default: nil
      }
    guard let target else {
      return fault(
        "this line is written “deliver stdout”, “deliver jsonl FILE”, “deliver atom FILE” or “deliver webhook https://…”"
      )
    }
    if !watches[watches.count - 1].targets.contains(target) { watches[watches.count - 1].targets.append(target) }
  }

  private func path(of place: String) -> String {
    place.hasPrefix("/") ? place : folder + "/" + place
  }

  private mutating func fault(_ message: String) {
    faults.append(WatchFileError.Fault(line: line, message: message))
  }

  // MARK: Words

  /// `#` begins a comment at the begin of a line or after a space, so that addresses may hold it.
  private static func withoutComment(_ text: Substring) -> Substring {
    var previous: Character = " "
    for index in text.indices {
      if text[index] == "#", previous.isWhitespace { return text[..<index] }
      previous = text[index]
    }
    return text
  }

  private static func trimmed(_ text: Substring) -> Substring {
    var text = text.drop(while: \.isWhitespace)
    while text.last?.isWhitespace == true { text.removeLast() }
    return text
  }

  private static func unquoted(_ text: String) -> String {
    let text = trimmed(text[...])
    for (open, close) in [("\"", "\""), ("“", "”")]
    where text.count >= 2 && text.hasPrefix(open) && text.hasSuffix(close) {
      return String(trimmed(text.dropFirst().dropLast()))
    }
    return String(text)
  }
}
