/// A JSON value, read without recursion deeper than a limit; objects keep the last of equal keys.
enum JSONValue: Sendable, Equatable {
  case null
  case bool(Bool)
  /// As it is written.
  case number(String)
  case string(String)
  case array([JSONValue])
  case object([String: JSONValue])

  /// Why bytes are no JSON.
  struct Fault: Error, Equatable {
    enum Reason { case notUTF8, cutShort, malformed, tooDeep }
    var reason: Reason
    /// Bytes before it.
    var offset: Int
  }

  /// Reads one value that takes up all of `bytes`, UTF-8.
  ///
  /// - Parameter depth: how deep arrays and objects may nest.
  init(_ bytes: [UInt8], depth: Int = 200) throws(Fault) {
    var scanner = Scanner(bytes: bytes)
    if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { scanner.at = 3 }
    self = try scanner.value(depth: depth)
    scanner.space()
    guard scanner.at == bytes.count else { throw Fault(reason: .malformed, offset: scanner.at) }
  }

  /// The string; a number as it is written.
  var text: String? {
    switch self {
    case .string(let text): text
    case .number(let text): text
    default: nil
    }
  }

  var isNull: Bool { self == .null }

  private struct Scanner {
    let bytes: [UInt8]
    var at = 0

    init(bytes: [UInt8]) { self.bytes = bytes }

    private var next: UInt8? { at < bytes.count ? bytes[at] : nil }

    mutating func space() {
      while let byte = next, byte == 0x20 || 0x09...0x0D ~= byte { at += 1 }
    }

    private func fault() -> Fault { Fault(reason: at >= bytes.count ? .cutShort : .malformed, offset: at) }

    private mutating func expect(_ mark: Unicode.Scalar) throws(Fault) {
      guard next == UInt8(ascii: mark) else { throw fault() }
      at += 1
    }

    private mutating func word(_ word: StaticString) throws(Fault) {
      let characters = UnsafeBufferPointer(start: word.utf8Start, count: word.utf8CodeUnitCount)
      for byte in characters {
        guard next == byte else { throw fault() }
        at += 1
      }
    }

    mutating func value(depth: Int) throws(Fault) -> JSONValue {
      guard depth > 0 else { throw Fault(reason: .tooDeep, offset: at) }
      space()
      switch next {
      case UInt8(ascii: "{"): return try object(depth: depth)
      case UInt8(ascii: "["): return try array(depth: depth)
      case UInt8(ascii: "\""): return .string(try string())
      case UInt8(ascii: "t"):
        try word("true")
        return .bool(true)
      case UInt8(ascii: "f"):
        try word("false")
        return .bool(false)
      case UInt8(ascii: "n"):
        try word("null")
        return .null
      default: return try number()
      }
    }

    private mutating func object(depth: Int) throws(Fault) -> JSONValue {
      var result: [String: JSONValue] = [:]
      at += 1
      space()
      if next == UInt8(ascii: "}") {
        at += 1
        return .object(result)
      }
      while true {
        space()
        guard next == UInt8(ascii: "\"") else { throw fault() }
        let key = try string()
        space()
        try expect(":")
        result[key] = try value(depth: depth - 1)
        space()
        if next == UInt8(ascii: ",") {
          at += 1
          continue
        }
        try expect("}")
        return .object(result)
      }
    }

    private mutating func array(depth: Int) throws(Fault) -> JSONValue {
      var result: [JSONValue] = []
      at += 1
      space()
      if next == UInt8(ascii: "]") {
        at += 1
        return .array(result)
      }
      while true {
        result.append(try value(depth: depth - 1))
        space()
        if next == UInt8(ascii: ",") {
          at += 1
          continue
        }
        try expect("]")
        return .array(result)
      }
    }

    private mutating func number() throws(Fault) -> JSONValue {
      let start = at
      while let byte = next, 0x30...0x39 ~= byte || byte == 0x2B || byte == 0x2D || byte == 0x2E || byte | 0x20 == 0x65
      {
        at += 1
      }
      let text = String(decoding: bytes[start..<at], as: UTF8.self)
      guard Double(text) != nil else { throw fault() }
      return .number(text)
    }

    private mutating func string() throws(Fault) -> String {
      at += 1
      let start = at
      var text: [UInt8] = []
      var isPlain = true
      while let byte = next, byte != UInt8(ascii: "\"") {
        if byte == UInt8(ascii: "\\") {
          if isPlain { text = Array(bytes[start..<at]) }
          isPlain = false
          at += 1
          try escape(into: &text)
        } else {
          if !isPlain { text.append(byte) }
          at += 1
        }
      }
      guard next != nil else { throw fault() }
      let content = isPlain ? bytes[start..<at] : text[...]
      guard let result = String(validating: content, as: UTF8.self) else {
        throw Fault(reason: .notUTF8, offset: start)
      }
      at += 1
      return result
    }

    private mutating func escape(into text: inout [UInt8]) throws(Fault) {
      guard let mark = next else { throw fault() }
      at += 1
      switch mark {
      case UInt8(ascii: "n"): text.append(0x0A)
      case UInt8(ascii: "t"): text.append(0x09)
      case UInt8(ascii: "r"): text.append(0x0D)
      case UInt8(ascii: "b"): text.append(0x08)
      case UInt8(ascii: "f"): text.append(0x0C)
      case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"): text.append(mark)
      case UInt8(ascii: "u"):
        var value = try hex()
        if 0xD800..<0xDC00 ~= value, at + 1 < bytes.count, bytes[at] == UInt8(ascii: "\\"),
          bytes[at + 1] == UInt8(ascii: "u")
        {
          let back = at
          at += 2
          let low = try hex()
          if 0xDC00..<0xE000 ~= low { value = 0x10000 + (value - 0xD800) << 10 + (low - 0xDC00) } else { at = back }
        }
        // Half of a pair stands for nothing.
        text.append(contentsOf: UTF8.encode(Unicode.Scalar(value) ?? "\u{FFFD}") ?? UTF8.encodedReplacementCharacter)
      default: throw Fault(reason: .malformed, offset: at - 1)
      }
    }

    private mutating func hex() throws(Fault) -> UInt32 {
      var value: UInt32 = 0
      for _ in 0..<4 {
        guard let byte = next else { throw fault() }
        guard let digit = Unicode.Scalar(byte).hexValue else { throw fault() }
        value = value << 4 | digit
        at += 1
      }
      return value
    }
  }
}

extension Unicode.Scalar {
  /// The value of a hexadecimal digit.
  var hexValue: UInt32? {
    switch self {
    case "0"..."9": value - 0x30
    case "a"..."f": value - 0x57
    case "A"..."F": value - 0x37
    default: nil
    }
  }
}
