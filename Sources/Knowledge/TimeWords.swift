/// The words of temporal expressions: `Data/time-words.tsv`.
public struct TimeWords: Sendable {
  /// What a single word may be in a temporal expression; most are one thing only.
  public struct Entry: Sendable {
    public var month: Int?
    public var weekday: Int?
    /// Whether it is an abbreviation, which counts beside a day or a year only.
    public var isShort = false
    public var unit: TimeUnit?
    public var isPlural = false
    public var number: Int?
    public var ordinal: Int?
    public var decade: Int?
    public var isVague = false
    public var season: String?
    public var dayPart: String?
    public var clock: Int?
    public var step: Int?
    public var narrative: Int?
    public var part: String?
    public var isZone = false
    public var isAmbiguous = false
  }

  /// What a word or a phrase is as a whole.
  public enum Phrase: Sendable, Equatable {
    case reference(String)
    case set(String)
    /// Days from today, and the part of the day.
    case day(Int, part: String?)
    case approximate
    case holiday(Holiday)
  }

  /// A feast's day in the year.
  public enum Holiday: Sendable, Equatable {
    case fixed(month: Int, day: Int)
    /// The nth weekday of a month; the fifth is the last.
    case nth(month: Int, weekday: Int, nth: Int)
    case easter(offset: Int)
  }

  /// What is known of single words; ``index(of:)`` finds a word's.
  public private(set) var entries: [Entry] = []
  private var indices: [String: Int32] = [:]
  /// By the first word: the phrases with the words that follow, the longest first.
  public private(set) var phrases: [String: [(rest: [String], phrase: Phrase)]] = [:]
  /// Lemmas of participles of what lies ahead ("scheduled for").
  public private(set) var scheduled: Set<String> = []
  /// Lemmas of words whose infinitive lies ahead ("agreed to meet").
  public private(set) var plans: Set<String> = []
  /// Adjectives of what lies ahead ("upcoming").
  public private(set) var ahead: Set<String> = []

  /// Reads the table at `path`.
  /// - Throws: ``KnowledgeError`` where it cannot be read or a row does not fit.
  public init(path: String) throws(KnowledgeError) { try self.init(Table(path: path, columns: 3)) }

  /// Reads a table from memory; `file` names it in errors.
  package init(content: String, file: String) throws(KnowledgeError) {
    try self.init(Table(content: content, file: file, columns: 3))
  }

  init(_ table: Table) throws(KnowledgeError) {
    for row in table.rows {
      let kind = try row.required(1, "kind")
      for words in row.list(0) { try add(words, kind: kind, row: row) }
    }
    for key in phrases.keys { phrases[key]?.sort { $0.rest.count > $1.rest.count } }
  }

  /// The index in ``entries`` of what is known of a word in lower case, or `nil`.
  public func index(of word: String) -> Int32? { indices[word] }

  private mutating func add(_ words: String, kind: String, row: Table.Row) throws(KnowledgeError) {
    func number() throws(KnowledgeError) -> Int {
      guard let number = Int(try row.required(2, "value")) else { throw row.error("the value is not a number") }
      return number
    }
    var entry = indices[words].map { entries[Int($0)] } ?? Entry()
    switch kind {
    case "month", "month-short":
      entry.month = try number()
      entry.isShort = kind == "month-short"
    case "weekday", "weekday-short":
      entry.weekday = try number()
      entry.isShort = kind == "weekday-short"
    case "unit", "units":
      guard let unit = TimeUnit(try row.required(2, "value")) else {
        throw row.error("the value is no unit of time; give a TIMEX3 letter, with a factor before it if need be")
      }
      entry.unit = unit
      entry.isPlural = kind == "units"
    case "number": entry.number = try number()
    case "ordinal": entry.ordinal = try number()
    case "decade": entry.decade = try number()
    case "vague": entry.isVague = true
    case "season": entry.season = try row.required(2, "value")
    case "day-part": entry.dayPart = try row.required(2, "value")
    case "clock": entry.clock = try number()
    case "step": entry.step = try number()
    case "narrative": entry.narrative = try number()
    case "part": entry.part = try row.required(2, "value")
    case "zone": entry.isZone = true
    case "ambiguous": entry.isAmbiguous = true
    case "scheduled":
      scheduled.insert(words)
      return
    case "plan":
      plans.insert(words)
      return
    case "ahead":
      ahead.insert(words)
      return
    default:
      let all = TimeWords.split(words)
      guard let first = all.first else { return }
      phrases[first, default: []].append((Array(all.dropFirst()), try phrase(kind, row)))
      return
    }
    if let index = indices[words] {
      entries[Int(index)] = entry
    } else {
      indices[words] = Int32(entries.count)
      entries.append(entry)
    }
  }

  private func phrase(_ kind: String, _ row: Table.Row) throws(KnowledgeError) -> Phrase {
    switch kind {
    case "approximate": return .approximate
    case "reference": return .reference(try row.required(2, "value"))
    case "set": return .set(try row.required(2, "value"))
    case "day":
      let parts = try row.required(2, "value").split(separator: " ")
      guard let days = parts.first.flatMap({ Int($0) }) else {
        throw row.error("the value is not a number of days, perhaps with a part of the day")
      }
      return .day(days, part: parts.count > 1 ? String(parts[1]) : nil)
    case "holiday":
      let value = try row.required(2, "value")
      if value.hasPrefix("easter"), let offset = Int(value.dropFirst(6)) { return .holiday(.easter(offset: offset)) }
      let numbers = value.split(separator: "-").compactMap { Int($0) }
      if numbers.count == 2 { return .holiday(.fixed(month: numbers[0], day: numbers[1])) }
      if numbers.count == 3 { return .holiday(.nth(month: numbers[0], weekday: numbers[1], nth: numbers[2])) }
      throw row.error("the value is no month-day, month-weekday-nth or easter+days")
    default: throw row.error("unknown kind \"\(kind)\"; the header lists the kinds")
    }
  }

  /// The words and marks of a phrase, as a time reader sees them: runs of letters, and apostrophes alone.
  static func split(_ phrase: String) -> [String] {
    var words: [String] = []
    for part in phrase.split(separator: " ") {
      var word = ""
      for character in part {
        if character == "'" || character == "’" {
          words.append(word)
          words.append("'")
          word = ""
        } else {
          word.append(character)
        }
      }
      if !word.isEmpty { words.append(word) }
    }
    return words
  }
}
