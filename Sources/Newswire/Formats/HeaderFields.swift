/// The fields of a mail, an HTTP answer or a WARC record: `Name: value`, folded lines joined.
struct HeaderFields: Sendable {
  private var values: [String: String] = [:]

  /// Reads fields up to the first empty line.
  ///
  /// - Returns: what stands behind that line.
  static func parse(_ bytes: ArraySlice<UInt8>) -> (fields: HeaderFields, body: ArraySlice<UInt8>) {
    var fields = HeaderFields()
    var rest = bytes
    var name: String?
    while !rest.isEmpty {
      let end = rest.firstIndex(of: 0x0A) ?? rest.endIndex
      var line = rest[rest.startIndex..<end]
      rest = rest[min(end + 1, rest.endIndex)...]
      if line.last == 0x0D { line = line.dropLast() }
      if line.isEmpty { break }
      if line.first == 0x20 || line.first == 0x09 {
        if let name { fields.values[name, default: ""] += " " + Self.text(line) }
      } else if let colon = line.firstIndex(of: UInt8(ascii: ":")) {
        let key = Self.text(line[..<colon]).lowercased()
        // The first of several counts; the lines folded below the others are dropped with them.
        name = fields.values[key] == nil ? key : nil
        if name != nil { fields.values[key] = Self.text(line[(colon + 1)...]) }
      }
    }
    return (fields, rest)
  }

  /// The value of the field `name`, in lower case.
  subscript(name: String) -> String? { values[name].flatMap { $0.isEmpty ? nil : $0 } }

  /// A value's first word and its parameters: `text/html; charset=utf-8`.
  func parameters(of name: String) -> (value: String, parameters: [String: String])? {
    guard let field = self[name] else { return nil }
    var parts = Self.split(field)
    let value = parts.removeFirst().lowercased()
    var parameters: [String: String] = [:]
    for part in parts {
      guard let equals = part.firstIndex(of: "=") else { continue }
      let key = String(part[..<equals]).trimmed?.lowercased() ?? ""
      let value = String(part[part.index(after: equals)...]).trimmed ?? ""
      parameters[key] = value.hasPrefix("\"") ? String(value.dropFirst().prefix { $0 != "\"" }) : value
    }
    return (value, parameters)
  }

  /// The parts between semicolons; those in quotation marks are no such.
  private static func split(_ field: String) -> [String] {
    var parts = [""]
    var isQuoted = false
    for character in field {
      if character == "\"" { isQuoted.toggle() }
      if character == ";", !isQuoted { parts.append("") } else { parts[parts.count - 1].append(character) }
    }
    parts[0] = parts[0].trimmed ?? ""
    return parts
  }

  private static func text(_ bytes: ArraySlice<UInt8>) -> String {
    let text = String(validating: bytes, as: UTF8.self) ?? TextEncoding.windows1252.decode(bytes) ?? ""
    return text.trimmed ?? ""
  }
}
