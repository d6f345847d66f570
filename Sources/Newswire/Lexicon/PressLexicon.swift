import FoundationEssentials

/// What a reader of the press knows: what stands around a story, who is credited, which small words a language has.
public struct PressLexicon: Sendable {
  // From furniture.tsv. Keys are in lower case.
  private var lines: [[UInt8]: Int] = [:]
  private var patternsByFirstWord: [[UInt8]: [LinePattern]] = [:]
  private var openPatterns: [LinePattern] = []
  private(set) var sections: Set<String> = []
  private(set) var kickers: Set<String> = []
  private(set) var labels: Set<String> = []
  private(set) var dateWords: Set<String> = []
  private(set) var byWords: Set<String> = []
  private(set) var placeWords: Set<String> = []
  private(set) var creditWords: Set<String> = []
  private(set) var bylineOpenings: [String] = []
  private(set) var attributions: [[UInt8]] = []
  private(set) var proseWords: Set<String> = []
  // From agencies.tsv. Keys keep their case.
  private(set) var agencies: [String: String] = [:]
  private(set) var agencyWords: Set<String> = []
  private(set) var photoCredits: Set<String> = []
  /// The most words that the name of an agency has.
  private(set) var longestAgency = 1
  let languages: LanguageDetector

  /// Loads `furniture.tsv`, `agencies.tsv` and `languages.tsv` from the folder `directory`.
  public init(directory: String) throws(NewswireError) {
    func content(_ name: String) throws(NewswireError) -> (file: String, text: String) {
      let path = directory + "/" + name
      guard let data = try? Data(contentsOf: URL(filePath: path)) else {
        throw NewswireError(source: path, message: "cannot be read; is the data folder complete?")
      }
      guard let text = String(validating: data, as: UTF8.self) else {
        throw NewswireError(source: path, message: "is not UTF-8; save it as UTF-8")
      }
      return (path, text)
    }
    try self.init(
      furniture: content("furniture.tsv"), agencies: content("agencies.tsv"), languages: content("languages.tsv"))
  }

  package init(
    furniture: (file: String, text: String), agencies: (file: String, text: String),
    languages: (file: String, text: String)
  ) throws(NewswireError) {
    self.languages = LanguageDetector(rows: try Self.rows(of: languages, columns: 4).map(\.fields))
    for row in try Self.rows(of: furniture, columns: 3) {
      let words = row.fields[2]
      guard let longest = Int(row.fields[1]) else {
        throw NewswireError(
          source: furniture.file, line: row.number, message: "column 2 (longest) is “\(row.fields[1])”; give a number")
      }
      switch row.fields[0] {
      case "line": addLine(words, longest: longest)
      case "section": sections.insert(words.lowercased())
      case "kicker": kickers.insert(words.lowercased())
      case "label": labels.insert(words.lowercased())
      case "dateword": dateWords.insert(words.lowercased())
      case "byword": byWords.insert(words.lowercased())
      case "placeword": placeWords.insert(words)
      case "creditword": creditWords.insert(words.lowercased())
      case "byline": bylineOpenings.append(String(words.prefix { $0 != "*" }))
      case "attribution": attributions.append(Array(words.lowercased().utf8))
      case "prose": proseWords.insert(words.lowercased())
      case let kind:
        throw NewswireError(
          source: furniture.file, line: row.number, message: "column 1 (kind) is “\(kind)”; the header lists the kinds")
      }
    }
    for row in try Self.rows(of: agencies, columns: 4) {
      let name = row.fields[1]
      switch row.fields[0] {
      case "agency":
        for form in [name] + row.fields[2].split(separator: ";").map(String.init) where form != "-" {
          self.agencies[form] = name
          longestAgency = max(longestAgency, form.split(separator: " ").count)
        }
      case "word": agencyWords.insert(name)
      case "photo": photoCredits.insert(name)
      case let kind:
        throw NewswireError(
          source: agencies.file, line: row.number, message: "column 1 (kind) is “\(kind)”; the header lists the kinds")
      }
    }
  }

  private mutating func addLine(_ words: String, longest: Int) {
    guard words.contains("*") else {
      lines[Array(words.lowercased().utf8)] = longest
      return
    }
    let pattern = LinePattern(words, longest: longest)
    if let first = pattern.firstWord {
      patternsByFirstWord[Array(first), default: []].append(pattern)
    } else {
      openPatterns.append(pattern)
    }
  }

  /// The longest line, in bytes, that can be furniture.
  static let longestFurniture = 400

  /// Whether `line`, in lower case and with straight quotation marks, is furniture.
  func isFurniture(_ line: ArraySlice<UInt8>) -> Bool {
    guard line.count <= Self.longestFurniture else { return false }
    if lines[Array(line)] != nil { return true }
    if let last = line.last, last == UInt8(ascii: ".") || last == UInt8(ascii: ":"),
      lines[Array(line.dropLast())] != nil
    {
      return true
    }
    let first = line.prefix { $0 != UInt8(ascii: " ") }
    if let patterns = patternsByFirstWord[Array(first)], patterns.contains(where: { $0.matches(line) }) { return true }
    return openPatterns.contains { $0.matches(line) }
  }

  // MARK: Rows

  /// The rows of a tab-separated file with their line numbers; `#` begins a comment.
  private static func rows(
    of content: (file: String, text: String), columns: Int
  ) throws(NewswireError) -> [(number: Int, fields: [String])] {
    var rows: [(number: Int, fields: [String])] = []
    var number = 0
    for line in content.text.split(separator: "\n", omittingEmptySubsequences: false) {
      number += 1
      if line.isEmpty || line.first == "#" { continue }
      let fields = line.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
      guard fields.count == columns else {
        throw NewswireError(
          source: content.file, line: number,
          message: "has \(fields.count) fields where the header explains \(columns); separate them by one tab each")
      }
      rows.append((number, fields))
    }
    return rows
  }
}
