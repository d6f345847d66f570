/// Reads actor and agent dictionaries in the text format of TABARI and PETRARCH.
///
/// A name stands on a line of its own, in capitals with `_` for spaces; lines that begin with `+` give other names of the
/// same actor; codes follow in brackets, on the same line or on indented ones, each with the days from and to which it
/// holds: `[USAGOV 090120-170120]`, `[KORGOV >130225]`, `[DDR <901003]`. What follows `#` or `;` is a comment. Agents have
/// codes that begin with `~` and may use sets of words: `!PERSON! = MAN, WOMAN`.
/// (P. A. Schrodt, TABARI and PETRARCH manuals.)
package struct DictionaryReader: Sendable {
  /// An actor or an agent: its names and what it is when.
  package struct Entry: Sendable, Equatable {
    /// Without underscores; the first one is the usual one.
    package var names: [String] = []
    package var roles: [Role] = []
    /// The line of the first name, counted from 1.
    package var line = 0
  }

  /// What an actor is for a time.
  package struct Role: Sendable, Equatable {
    /// Groups of three letters, "USAGOV"; for an agent without the `~`.
    package let code: String
    package let isAgent: Bool
    /// `nil` where it was so ever since.
    package let from: PartialDate?
    /// `nil` where it is so to this day.
    package let to: PartialDate?
  }

  package private(set) var entries: [Entry] = []
  /// The lines that cannot be used, and why.
  package private(set) var faults: [DictionaryFault] = []

  /// As faults name it.
  package let file: String
  private var entry = Entry()
  private var line = 0
  private var sets: [String: [String]] = [:]

  /// Reads `bytes`; faults name `file`.
  package init(_ bytes: [UInt8], file: String) {
    self.file = file
    var start = 0
    while start < bytes.count {
      let end = bytes[start...].firstIndex(of: UInt8(ascii: "\n")) ?? bytes.count
      line += 1
      read(bytes[start..<end])
      start = end + 1
    }
    finish()
  }

  // MARK: - Lines

  private mutating func read(_ bytes: ArraySlice<UInt8>) {
    let text = Self.trimmed(Self.withoutComment(bytes))
    guard let first = text.first else { return }
    if first == UInt8(ascii: "["), !entry.names.isEmpty {
      readRoles(text)
      return
    }
    let bracket = text.firstIndex(of: UInt8(ascii: "[")) ?? text.endIndex
    let name = Self.trimmed(text[..<bracket])
    switch first {
    case UInt8(ascii: "["): report(.noName)
    case UInt8(ascii: "+"):
      if entry.names.isEmpty { report(.noName) } else { append(name.dropFirst()) }
      readRoles(text[bracket...])
    case UInt8(ascii: "!") where text.contains(UInt8(ascii: "=")): readSet(text)
    default:
      finish()
      entry.line = line
      append(name)
      readRoles(text[bracket...])
    }
  }

  /// Ends an entry; one without a code says nothing.
  private mutating func finish() {
    if entry.roles.isEmpty {
      if !entry.names.isEmpty, !isDiscarded {
        faults.append(DictionaryFault(kind: .noCode, file: file, line: entry.line, text: entry.names[0]))
      }
    } else if !entry.names.isEmpty {
      entries.append(entry)
    }
    entry = Entry()
    isDiscarded = false
  }

  /// Whether the codes of the entry were there, though none that counts.
  private var isDiscarded = false

  private mutating func append(_ name: ArraySlice<UInt8>) {
    // "{…}" gives an irregular plural.
    var parts: [ArraySlice<UInt8>] = []
    if let brace = name.firstIndex(of: UInt8(ascii: "{")) {
      parts =
        [name[..<brace]] + name[(brace + 1)...].prefix { $0 != UInt8(ascii: "}") }.split(separator: UInt8(ascii: ","))
    } else {
      parts = [name]
    }
    for part in parts {
      let spaced = part.map { $0 == UInt8(ascii: "_") ? UInt8(ascii: " ") : $0 }
      guard let text = String(validating: Self.trimmed(spaced[...]), as: UTF8.self) else {
        report(.notText)
        continue
      }
      for name in expanded(text) where !name.isEmpty { entry.names.append(name) }
    }
    if entry.names.isEmpty { report(.noName) }
  }

  // MARK: - Sets of words

  private mutating func readSet(_ text: ArraySlice<UInt8>) {
    finish()
    let halves = String(decoding: text, as: UTF8.self).split(separator: "=", maxSplits: 1)
    let name = halves[0].filter { $0 != "!" && $0 != " " && $0 != "_" }
    guard halves.count == 2, !name.isEmpty else {
      report(.noSet)
      return
    }
    sets[name] = halves[1].split(separator: ",").map { $0.filter { $0 != " " && $0 != "_" } }.filter { !$0.isEmpty }
  }

  /// `name` with each word of a set that it asks for.
  private mutating func expanded(_ name: String) -> [String] {
    guard name.utf8.contains(UInt8(ascii: "!")) else { return [name] }
    let parts = name.split(separator: "!", omittingEmptySubsequences: false)
    guard parts.count % 2 == 1 else {
      report(.noSet)
      return []
    }
    var names = [""]
    for (index, part) in parts.enumerated() {
      if index % 2 == 0 {
        names = names.map { $0 + part }
      } else if let words = sets[String(part)], names.count * words.count <= Self.mostNames {
        names = names.flatMap { name in words.map { name + $0 } }
      } else {
        report(.noSet)
        return []
      }
    }
    return names
  }

  /// More names than this are no list but a mistake.
  private static let mostNames = 1000

  // MARK: - Codes

  private mutating func readRoles(_ text: ArraySlice<UInt8>) {
    var rest = text
    while let open = rest.firstIndex(of: UInt8(ascii: "[")) {
      guard let close = rest[open...].firstIndex(of: UInt8(ascii: "]")) else {
        report(.openBracket)
        isDiscarded = true
        return
      }
      readRole(Self.trimmed(rest[(open + 1)..<close]))
      rest = rest[(close + 1)...]
    }
  }

  private mutating func readRole(_ text: ArraySlice<UInt8>) {
    isDiscarded = true
    // "[---]" says that the name is none of an actor.
    if !text.isEmpty, text.allSatisfy({ $0 == UInt8(ascii: "-") }) { return }
    let isAgent = text.first == UInt8(ascii: "~") || text.last == UInt8(ascii: "~")
    let bare = text.first == UInt8(ascii: "~") ? text.dropFirst() : isAgent ? text.dropLast() : text
    let code = bare.prefix { 0x41...0x5a ~= $0 }
    let rest = Self.trimmed(bare[code.endIndex...])
    guard code.count >= 3, code.count.isMultiple(of: 3),
      rest.isEmpty || rest.first == UInt8(ascii: "<") || rest.first == UInt8(ascii: ">")
        || 0x30...0x39 ~= rest[rest.startIndex]
    else {
      report(.noCodeOf3)
      return
    }
    var (from, to): (PartialDate?, PartialDate?)
    if let sign = rest.first {
      let isBefore = sign == UInt8(ascii: "<")
      let dates = isBefore || sign == UInt8(ascii: ">") ? Self.trimmed(rest.dropFirst()) : rest
      let parts = dates.split(separator: UInt8(ascii: "-"), omittingEmptySubsequences: false).map {
        Self.date(Self.trimmed($0))
      }
      guard parts.count == (dates.startIndex == rest.startIndex ? 2 : 1), parts.allSatisfy({ $0 != nil }) else {
        report(.noDate)
        return
      }
      if parts.count == 2 {
        (from, to) = (parts[0], parts[1])
      } else if isBefore {
        to = parts[0]
      } else {
        from = parts[0]
      }
      if let from, let to, from.earliest > to.latest {
        report(.backwards)
        return
      }
    }
    entry.roles.append(Role(code: String(decoding: code, as: UTF8.self), isAgent: isAgent, from: from, to: to))
  }

  /// Reads `YYMMDD` or `YYYYMMDD`.
  private static func date(_ digits: ArraySlice<UInt8>) -> PartialDate? {
    guard digits.count == 6 || digits.count == 8, digits.allSatisfy({ 0x30...0x39 ~= $0 }) else { return nil }
    let number = digits.reduce(0) { 10 * $0 + Int($1 - 0x30) }
    var year = number / 10_000
    // The dictionaries begin with the 1930s.
    if digits.count == 6 { year += year < 30 ? 2000 : 1900 }
    return PartialDate(checkedYear: year, month: number / 100 % 100, day: number % 100)
  }

  // MARK: -

  private mutating func report(_ kind: DictionaryFault.Kind) {
    faults.append(DictionaryFault(kind: kind, file: file, line: line, text: entry.names.first))
  }

  private static func withoutComment(_ bytes: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
    bytes.prefix { $0 != UInt8(ascii: "#") && $0 != UInt8(ascii: ";") }
  }

  private static func trimmed(_ bytes: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
    func isBlank(_ byte: UInt8) -> Bool { byte <= UInt8(ascii: " ") }
    var rest = bytes
    while let first = rest.first, isBlank(first) { rest.removeFirst() }
    while let last = rest.last, isBlank(last) { rest.removeLast() }
    return rest
  }
}
