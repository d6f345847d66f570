/// Reads JSON (RFC 8259) from bytes.
struct JSONParser {
  private let bytes: [UInt8]
  private var at = 0
  private var depth = 0

  init(_ bytes: [UInt8]) { self.bytes = bytes }

  mutating func document() throws(RecordError) -> JSONValue {
    let value = try self.value()
    skipSpace()
    guard at == bytes.count else { throw error("more follows after the value's end") }
    return value
  }

  private mutating func value() throws(RecordError) -> JSONValue {
    skipSpace()
    guard at < bytes.count else { throw error("ends where a value should follow") }
    switch bytes[at] {
    case UInt8(ascii: "{"): return try object()
    case UInt8(ascii: "["): return try array()
    case UInt8(ascii: "\""): return .string(try string())
    case UInt8(ascii: "t"): return try literal("true", .boolean(true))
    case UInt8(ascii: "f"): return try literal("false", .boolean(false))
    case UInt8(ascii: "n"): return try literal("null", .null)
    default: return .number(try number())
    }
  }

  private mutating func object() throws(RecordError) -> JSONValue {
    var fields: [String: JSONValue] = [:]
    try enter()
    skipSpace()
    if !take(UInt8(ascii: "}")) {
      repeat {
        skipSpace()
        guard at < bytes.count, bytes[at] == UInt8(ascii: "\"") else { throw error("has no key where one should be") }
        let key = try string()
        skipSpace()
        guard take(UInt8(ascii: ":")) else { throw error("has no colon after “\(key)”") }
        fields[key] = try value()
        skipSpace()
      } while take(UInt8(ascii: ","))
      guard take(UInt8(ascii: "}")) else { throw error("has an object that does not end") }
    }
    depth -= 1
    return .object(fields)
  }

  private mutating func array() throws(RecordError) -> JSONValue {
    var values: [JSONValue] = []
    try enter()
    skipSpace()
    if !take(UInt8(ascii: "]")) {
      repeat {
        values.append(try value())
        skipSpace()
      } while take(UInt8(ascii: ","))
      guard take(UInt8(ascii: "]")) else { throw error("has an array that does not end") }
    }
    depth -= 1
    return .array(values)
  }

  private mutating func enter() throws(RecordError) {
    at += 1
    depth += 1
    if depth > JSONValue.deepest { throw error("is nested more than \(JSONValue.deepest) deep") }
  }

  private mutating func literal(_ word: StaticString, _ value: JSONValue) throws(RecordError) -> JSONValue {
    let end = at + word.utf8CodeUnitCount
    guard end <= bytes.count, word.withUTF8Buffer({ bytes[at..<end].elementsEqual($0) }) else {
      throw error("has a word that is no value")
    }
    at = end
    return value
  }

  private mutating func number() throws(RecordError) -> Double {
    let start = at
    _ = take(UInt8(ascii: "-"))
    let digits = at
    var whole = 0
    while at < bytes.count, bytes[at].isDigit, at - digits < 15 {
      whole = whole * 10 + Int(bytes[at] - UInt8(ascii: "0"))
      at += 1
    }
    let end = at
    while at < bytes.count, isOfNumber(bytes[at]) { at += 1 }
    // Most numbers are offsets: whole, and short enough to be exact.
    if at == end, end > digits { return Double(digits > start ? -whole : whole) }
    guard digits < at, bytes[digits].isDigit, bytes[at - 1].isDigit,
      let value = Double(String(decoding: bytes[start..<at], as: UTF8.self)), value.isFinite
    else {
      at = start
      throw error("has something that is no value")
    }
    return value
  }

  private func isOfNumber(_ byte: UInt8) -> Bool {
    byte.isDigit || byte == UInt8(ascii: ".") || byte | 0x20 == UInt8(ascii: "e")
      || byte == UInt8(ascii: "+") || byte == UInt8(ascii: "-")
  }

  // MARK: Strings

  private mutating func string() throws(RecordError) -> String {
    at += 1
    let start = at
    while at < bytes.count, bytes[at] != UInt8(ascii: "\""), bytes[at] != UInt8(ascii: "\\"), bytes[at] >= 0x20 {
      at += 1
    }
    guard at < bytes.count else { throw error("has a string that does not end") }
    if bytes[at] == UInt8(ascii: "\"") {
      let text = try text(bytes[start..<at])
      at += 1
      return text
    }
    var unescaped = Array(bytes[start..<at])
    while at < bytes.count, bytes[at] != UInt8(ascii: "\"") {
      let byte = bytes[at]
      guard byte >= 0x20 else { throw error("has a control character in a string") }
      at += 1
      if byte == UInt8(ascii: "\\") { try unescape(into: &unescaped) } else { unescaped.append(byte) }
    }
    guard take(UInt8(ascii: "\"")) else { throw error("has a string that does not end") }
    return try text(unescaped[...])
  }

  private func text(_ bytes: ArraySlice<UInt8>) throws(RecordError) -> String {
    guard let text = String(validating: bytes, as: UTF8.self) else { throw error("has a string that is not UTF-8") }
    return text
  }

  private mutating func unescape(into result: inout [UInt8]) throws(RecordError) {
    guard at < bytes.count else { throw error("has a string that does not end") }
    let letter = bytes[at]
    at += 1
    switch letter {
    case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"): result.append(letter)
    case UInt8(ascii: "b"): result.append(0x08)
    case UInt8(ascii: "f"): result.append(0x0C)
    case UInt8(ascii: "n"): result.append(0x0A)
    case UInt8(ascii: "r"): result.append(0x0D)
    case UInt8(ascii: "t"): result.append(0x09)
    case UInt8(ascii: "u"):
      var code = try hexadecimal()
      if code & 0xFC00 == 0xD800, at + 1 < bytes.count, bytes[at] == UInt8(ascii: "\\"),
        bytes[at + 1] == UInt8(ascii: "u")
      {
        at += 2
        let low = try hexadecimal()
        guard low & 0xFC00 == 0xDC00 else { throw error("has half of a surrogate pair") }
        code = 0x10000 + (code & 0x3FF) << 10 + low & 0x3FF
      }
      guard let scalar = Unicode.Scalar(code) else { throw error("has half of a surrogate pair") }
      result.append(contentsOf: String(Character(scalar)).utf8)
    default: throw error("has an escape that JSON does not know")
    }
  }

  private mutating func hexadecimal() throws(RecordError) -> UInt32 {
    var code: UInt32 = 0
    for _ in 0..<4 {
      guard at < bytes.count, let digit = Character(Unicode.Scalar(bytes[at])).hexDigitValue else {
        throw error("has an escape that JSON does not know")
      }
      code = code << 4 | UInt32(digit)
      at += 1
    }
    return code
  }

  // MARK: Steps

  private mutating func skipSpace() {
    while at < bytes.count, bytes[at] <= 0x20, [0x20, 0x09, 0x0A, 0x0D].contains(bytes[at]) { at += 1 }
  }

  private mutating func take(_ byte: UInt8) -> Bool {
    guard at < bytes.count, bytes[at] == byte else { return false }
    at += 1
    return true
  }

  private func error(_ message: String) -> RecordError {
    let before = bytes[..<at]
    let line = before.count { $0 == 0x0A } + 1
    let column = at - (before.lastIndex(of: 0x0A) ?? -1)
    return RecordError(message: "the JSON \(message) (line \(line), byte \(column))")
  }
}

extension UInt8 {
  fileprivate var isDigit: Bool { self &- UInt8(ascii: "0") < 10 }
}
