/// Writes JSON as bytes, in the order in which it is told: the same calls give the same bytes.
///
/// A value that is `nil`, an empty string or a number that JSON cannot hold leaves its key out.
public struct JSONWriter: Sendable {
  /// What has been written so far, UTF-8.
  public private(set) var bytes: [UInt8] = []
  private let pretty: Bool
  private var depth = 0
  private var inlineDepth = 0
  /// Whether the innermost object or array holds something already.
  private var needsComma = false

  /// A writer of one line, or of indented lines where `pretty`.
  public init(pretty: Bool = false) { self.pretty = pretty }

  /// The bytes as text.
  public var text: String { String(decoding: bytes, as: UTF8.self) }

  // MARK: Values

  /// An object, whose fields `body` writes.
  public mutating func object(_ body: (inout JSONWriter) -> Void) {
    open(UInt8(ascii: "{"))
    body(&self)
    close(UInt8(ascii: "}"))
  }

  /// An array of what `write` writes for each of `values`.
  public mutating func array<Values: Sequence>(
    _ values: Values, _ write: (inout JSONWriter, Values.Element) -> Void
  ) {
    open(UInt8(ascii: "["))
    for value in values {
      separate()
      write(&self, value)
    }
    close(UInt8(ascii: "]"))
  }

  /// A string, with what JSON asks to escape escaped and all else as it is.
  public mutating func string(_ value: String) {
    bytes.append(UInt8(ascii: "\""))
    var value = value
    value.withUTF8 { utf8 in
      var start = 0
      for index in utf8.indices {
        let byte = utf8[index]
        if byte >= 0x20, byte != UInt8(ascii: "\""), byte != UInt8(ascii: "\\") { continue }
        bytes.append(contentsOf: utf8[start..<index])
        escape(byte)
        start = index + 1
      }
      bytes.append(contentsOf: utf8[start...])
    }
    bytes.append(UInt8(ascii: "\""))
  }

  /// A whole number.
  public mutating func number(_ value: Int) {
    if value >= 0, value < 10 {
      bytes.append(UInt8(ascii: "0") + UInt8(value))
    } else {
      bytes.append(contentsOf: value.description.utf8)
    }
  }

  /// A number, with the fewest digits that give it back; `null` where it is not finite.
  public mutating func number(_ value: Double) {
    bytes.append(contentsOf: (value.isFinite ? value.description : "null").utf8)
  }

  /// Truth, as JSON writes it.
  public mutating func boolean(_ value: Bool) { bytes.append(contentsOf: (value ? "true" : "false").utf8) }

  // MARK: Fields

  /// A key, whose value is to be written next.
  public mutating func key(_ key: StaticString) {
    separate()
    bytes.append(UInt8(ascii: "\""))
    key.withUTF8Buffer { bytes.append(contentsOf: $0) }
    bytes.append(UInt8(ascii: "\""))
    bytes.append(UInt8(ascii: ":"))
    if pretty { bytes.append(UInt8(ascii: " ")) }
  }

  public mutating func field(_ key: StaticString, _ value: String?) {
    guard let value, !value.isEmpty else { return }
    self.key(key)
    string(value)
  }

  public mutating func field(_ key: StaticString, _ value: Int?) {
    guard let value else { return }
    self.key(key)
    number(value)
  }

  public mutating func field(_ key: StaticString, _ value: Double?) {
    guard let value, value.isFinite else { return }
    self.key(key)
    number(value)
  }

  /// A number to the hundredth, as a share or a confidence is given.
  public mutating func field(_ key: StaticString, hundredths value: Double) {
    field(key, (value * 100).rounded() / 100)
  }

  public mutating func field<Value: RawRepresentable<String>>(_ key: StaticString, _ value: Value?) {
    field(key, value?.rawValue)
  }

  /// A list of strings, which is left out where it is empty.
  public mutating func field(_ key: StaticString, _ values: [String]) {
    guard !values.isEmpty else { return }
    self.key(key)
    inline { writer in writer.array(values) { $0.string($1) } }
  }

  /// Runs `body` on one line: small things read better so.
  public mutating func inline(_ body: (inout JSONWriter) -> Void) {
    inlineDepth += 1
    body(&self)
    inlineDepth -= 1
  }

  // MARK: Layout

  private mutating func open(_ bracket: UInt8) {
    bytes.append(bracket)
    depth += 1
    needsComma = false
  }

  private mutating func close(_ bracket: UInt8) {
    depth -= 1
    if needsComma { breakLine() }
    bytes.append(bracket)
    needsComma = true
  }

  private mutating func separate() {
    if needsComma {
      bytes.append(UInt8(ascii: ","))
      if pretty, inlineDepth > 0 { bytes.append(UInt8(ascii: " ")) }
    }
    needsComma = true
    breakLine()
  }

  private mutating func breakLine() {
    guard pretty, inlineDepth == 0 else { return }
    bytes.append(UInt8(ascii: "\n"))
    for _ in 0..<depth { bytes.append(contentsOf: [UInt8(ascii: " "), UInt8(ascii: " ")]) }
  }

  private mutating func escape(_ byte: UInt8) {
    bytes.append(UInt8(ascii: "\\"))
    switch byte {
    case UInt8(ascii: "\""), UInt8(ascii: "\\"): bytes.append(byte)
    case 0x08: bytes.append(UInt8(ascii: "b"))
    case 0x09: bytes.append(UInt8(ascii: "t"))
    case 0x0A: bytes.append(UInt8(ascii: "n"))
    case 0x0C: bytes.append(UInt8(ascii: "f"))
    case 0x0D: bytes.append(UInt8(ascii: "r"))
    default:
      bytes.append(contentsOf: "u00".utf8)
      for digit in [byte >> 4, byte & 15] {
        bytes.append(digit < 10 ? UInt8(ascii: "0") + digit : UInt8(ascii: "a") + digit - 10)
      }
    }
  }
}
