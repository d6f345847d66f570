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
    /// Whether the part takes "of": "the end of".
    public var isNoun = false
    public var isZone = false
    public var isAmbiguous = false
  }

  /// What a word or a phrase is as a whole.
  public enum Phrase: Sendable, Equatable {
    case reference(String)
    case set(String)
    case length(String)
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
    case orthodoxEaster(offset: Int)
    case roshHashanah(offset: Int)
    case nowruz(offset: Int)
    /// A day of the Islamic year; without one the whole month.
    case islamic(month: Int, day: Int?)
    /// The days of the years from `first` on, each as 100 times the month plus the day.
    case listed(first: Int, days: [Int])

    /// Reads `12-25`, `11-4-4`, `easter-2`, `orthodox+0`, `roshhashanah+9`, `nowruz+12`, `islamic 9`, `islamic 10-1` or
    /// `from 1990: 01-27 02-15`.
    init?(_ text: String) {
      func numbers(_ text: some StringProtocol) -> [Int] { text.split(separator: "-").compactMap { Int($0) } }
      let name = text.prefix { $0.isLetter }
      let rest = text.dropFirst(name.count)
      switch (name, Int(rest)) {
      case ("easter", let offset?): self = .easter(offset: offset)
      case ("orthodox", let offset?): self = .orthodoxEaster(offset: offset)
      case ("roshhashanah", let offset?): self = .roshHashanah(offset: offset)
      case ("nowruz", let offset?): self = .nowruz(offset: offset)
      case ("islamic", nil):
        let parts = numbers(rest.dropFirst())
        guard let month = parts.first, (1...12).contains(month) else { return nil }
        self = .islamic(month: month, day: parts.count > 1 ? parts[1] : nil)
      case ("from", nil):
        let parts = rest.split(separator: " ")
        guard let first = parts.first.flatMap({ Int($0.dropLast()) }) else { return nil }
        let days = parts.dropFirst().map(numbers)
        guard days.allSatisfy({ $0.count == 2 }) else { return nil }
        self = .listed(first: first, days: days.map { $0[0] * 100 + $0[1] })
      case ("", _):
        let parts = numbers(text)
        guard let month = parts.first, (1...12).contains(month) else { return nil }
        switch parts.count {
        case 2: self = .fixed(month: month, day: parts[1])
        case 3: self = .nth(month: month, weekday: parts[1], nth: parts[2])
        default: return nil
        }
      default: return nil
      }
    }
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
  /// Lemmas whose past tense looks like their present ("cut").
  public private(set) var unmarked: Set<String> = []
  /// Words whose number is no year ("resolution").
  public private(set) var numbered: Set<String> = []
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
    case "part", "part-noun":
      entry.part = try row.required(2, "value")
      entry.isNoun = kind == "part-noun"
    case "zone": entry.isZone = true
    case "ambiguous": entry.isAmbiguous = true
    case "scheduled":
      scheduled.insert(words)
      return
    case "plan":
      plans.insert(words)
      return
    case "unmarked":
      unmarked.insert(words)
      return
    case "numbered":
      numbered.insert(words)
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
    case "length": return .length(try row.required(2, "value"))
    case "day":
      let parts = try row.required(2, "value").split(separator: " ")
      guard let days = parts.first.flatMap({ Int($0) }) else {
        throw row.error("the value is not a number of days, perhaps with a part of the day")
      }
      return .day(days, part: parts.count > 1 ? String(parts[1]) : nil)
    case "holiday":
      guard let holiday = Holiday(try row.required(2, "value")) else {
        throw row.error("the value is none of the days that the header lists")
      }
      return .holiday(holiday)
    default: throw row.error("unknown kind \"\(kind)\"; the header lists the kinds")
    }
  }

  /// The words and marks of a phrase, as a time reader sees them: runs of letters, and apostrophes and hyphens alone.
  static func split(_ phrase: String) -> [String] {
    var words: [String] = []
    for part in phrase.split(separator: " ") {
      var word = ""
      for character in part {
        if character == "'" || character == "’" || character == "-" {
          words.append(word)
          words.append(character == "-" ? "-" : "'")
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
