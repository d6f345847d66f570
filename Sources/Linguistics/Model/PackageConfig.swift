import FoundationEssentials

/// A package's `config.cfg`: sections of JSON values, with `${section:key}` references (thinc's `Config`).
struct PackageConfig: Sendable {
  private var sections: [String: [String: JSONValue]] = [:]
  private let file: String

  init(_ text: String, file: String) throws(ModelError) {
    self.file = file
    var section = ""
    var number = 0
    for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
      number += 1
      let line = line.last == "\r" ? line.dropLast() : line
      if line.isEmpty || line.first == "#" || line.first == ";" { continue }
      if line.first == "[", line.last == "]" {
        section = String(line.dropFirst().dropLast())
        sections[section, default: [:]] = sections[section] ?? [:]
        continue
      }
      guard let equals = line.firstIndex(of: "=") else {
        throw ModelError(
          file: file, message: "line \(number) is neither a section nor a setting; is the package whole?")
      }
      let key = line[..<equals].filter { $0 != " " }
      let value = line[line.index(after: equals)...].drop { $0 == " " }
      sections[section, default: [:]][key] = Self.parse(String(value))
    }
  }

  private static func parse(_ text: String) -> JSONValue {
    // A reference stands bare, without quotation marks.
    json(text) ?? .string(text)
  }

  /// The JSON value that `text` is, or `nil`.
  static func json(_ text: String) -> JSONValue? {
    try? JSONDecoder().decode(JSONValue.self, from: Data(text.utf8))
  }

  /// Whether the config has `section`.
  func has(_ section: String) -> Bool { sections[section] != nil }

  /// The value of `key` in `section`, references followed; `nil` where there is none.
  func value(_ section: String, _ key: String) -> JSONValue? {
    var section = section
    var key = key
    // References do not chain deeper than a few steps in any sound config; a loop must not hang us.
    for _ in 0..<16 {
      guard let value = sections[section]?[key] else { return nil }
      guard let text = value.string, text.hasPrefix("${"), text.hasSuffix("}") else { return value }
      let target = text.dropFirst(2).dropLast()
      if let colon = target.lastIndex(of: ":") {
        section = String(target[..<colon])
        key = String(target[target.index(after: colon)...])
      } else if let dot = target.lastIndex(of: ".") {
        section = String(target[..<dot])
        key = String(target[target.index(after: dot)...])
      } else {
        return nil
      }
    }
    return nil
  }

  func string(_ section: String, _ key: String) throws(ModelError) -> String {
    guard let value = value(section, key)?.string else { throw missing(section, key, "a string") }
    return value
  }

  func int(_ section: String, _ key: String) throws(ModelError) -> Int {
    guard let value = value(section, key)?.int else { throw missing(section, key, "a whole number") }
    return value
  }

  func strings(_ section: String, _ key: String) throws(ModelError) -> [String] {
    guard let values = value(section, key)?.array else { throw missing(section, key, "a list of strings") }
    return values.compactMap(\.string)
  }

  func ints(_ section: String, _ key: String) throws(ModelError) -> [Int] {
    guard let values = value(section, key)?.array else { throw missing(section, key, "a list of numbers") }
    return values.compactMap(\.int)
  }

  private func missing(_ section: String, _ key: String, _ what: String) -> ModelError {
    ModelError(file: file, message: "[\(section)] has no \(key) that is \(what); is this a spaCy 3 package?")
  }
}
