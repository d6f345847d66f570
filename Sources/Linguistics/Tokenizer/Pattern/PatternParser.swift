/// Reads the source of a Python regular expression.
///
/// What the engine does not have (back references, conditionals, flags other than `u`, possessive repetition) is refused
/// by name rather than ignored.
struct PatternParser {
  private let scalars: [UInt32]
  private var position = 0
  private let file: String
  private var depth = 0

  init(_ source: String, file: String) {
    scalars = source.unicodeScalars.map(\.value)
    self.file = file
  }

  mutating func parse() throws(ModelError) -> PatternNode {
    let node = try alternatives()
    guard position == scalars.count else { throw refuse("an unmatched ')'") }
    return node
  }

  private func refuse(_ what: String) -> ModelError {
    ModelError(
      file: file,
      message: "the regular expression has \(what), at character \(position), which is not supported; "
        + "use a model whose tokenizer does without it")
  }

  private func peek(_ ahead: Int = 0) -> UInt32? {
    position + ahead < scalars.count ? scalars[position + ahead] : nil
  }

  private mutating func take(_ text: String) -> Bool {
    var at = position
    for scalar in text.unicodeScalars {
      guard at < scalars.count, scalars[at] == scalar.value else { return false }
      at += 1
    }
    position = at
    return true
  }

  private mutating func alternatives() throws(ModelError) -> PatternNode {
    var nodes = [try sequence()]
    while take("|") { nodes.append(try sequence()) }
    return nodes.count == 1 ? nodes[0] : .alternatives(nodes)
  }

  private mutating func sequence() throws(ModelError) -> PatternNode {
    var nodes: [PatternNode] = []
    while let scalar = peek(), scalar != "|", scalar != ")" {
      guard let atom = try atom() else { continue }
      nodes.append(try repeated(atom))
    }
    return nodes.count == 1 ? nodes[0] : nodes.isEmpty ? .empty : .sequence(nodes)
  }

  /// One atom; `nil` for what stands for nothing, as a flag.
  private mutating func atom() throws(ModelError) -> PatternNode? {
    guard let scalar = peek() else { return nil }
    position += 1
    switch scalar {
    case "(": return try group()
    case "[": return .set(try set())
    case ".": return .any
    case "^": return .start
    case "$": return .end
    case "\\": return try escape()
    case "*", "+", "?": throw refuse("a repetition of nothing")
    default: return .scalar(scalar)
    }
  }

  private mutating func group() throws(ModelError) -> PatternNode? {
    depth += 1
    defer { depth -= 1 }
    guard depth <= 100 else { throw refuse("too many nested groups") }
    if take("?u)") { return nil }
    if take("?#") {
      while let scalar = peek(), scalar != ")" {
        position += 1
        _ = scalar
      }
      return try close(.empty)
    }
    if take("?:") || take("?u:") { return try close(alternatives()) }
    if take("?=") { return try close(.lookAhead(alternatives(), isNegated: false)) }
    if take("?!") { return try close(.lookAhead(alternatives(), isNegated: true)) }
    if take("?<=") { return try close(lookBehind(isNegated: false)) }
    if take("?<!") { return try close(lookBehind(isNegated: true)) }
    if take("?P<") {
      while let scalar = peek(), scalar != ">" { position += scalar == ")" ? scalars.count : 1 }
      guard take(">") else { throw refuse("a group without a name") }
      return try close(alternatives())
    }
    if peek() == "?" { throw refuse("a group of an unknown kind") }
    return try close(alternatives())
  }

  private mutating func close(_ node: PatternNode) throws(ModelError) -> PatternNode {
    guard take(")") else { throw refuse("an unclosed group") }
    return node
  }

  private mutating func lookBehind(isNegated: Bool) throws(ModelError) -> PatternNode {
    let node = try alternatives()
    let width = node.width
    guard width.least == width.most else { throw refuse("a look-behind of no fixed width") }
    return .lookBehind(node, isNegated: isNegated)
  }

  private mutating func repeated(_ atom: PatternNode) throws(ModelError) -> PatternNode {
    var atLeast = 0
    var atMost: Int?
    switch peek() {
    case "*":
      position += 1
    case "+":
      position += 1
      atLeast = 1
    case "?":
      position += 1
      atMost = 1
    case "{":
      guard let count = count() else { return atom }
      (atLeast, atMost) = count
      guard atLeast <= 1000, atMost ?? 0 <= 1000, atLeast <= atMost ?? atLeast else {
        throw refuse("a repetition count out of range")
      }
    default: return atom
    }
    let isLazy = take("?")
    if let next = peek(), next == "*" || next == "+" { throw refuse("a possessive or multiple repetition") }
    return .repetition(atom, atLeast: atLeast, atMost: atMost, isLazy: isLazy)
  }

  /// Reads `{n}`, `{n,}`, `{,m}` or `{n,m}`; a brace that begins none of them is a character, and is left.
  private mutating func count() -> (Int, Int?)? {
    let start = position
    position += 1
    let least = number()
    var most = least
    if take(",") {
      most = number()
    } else if least == nil {
      position = start
      return nil
    }
    guard take("}") else {
      position = start
      return nil
    }
    return (least ?? 0, most)
  }

  private mutating func number() -> Int? {
    var value: Int?
    while let scalar = peek(), scalar >= "0", scalar <= "9" {
      value = min((value ?? 0) * 10 + Int(scalar - 0x30), 1_000_000)
      position += 1
    }
    return value
  }

  private mutating func escape() throws(ModelError) -> PatternNode {
    guard let scalar = peek() else { throw refuse("a backslash at the end") }
    switch scalar {
    case "A":
      position += 1
      return .start
    case "Z":
      position += 1
      return .absoluteEnd
    case "b":
      position += 1
      return .wordBoundary(isNegated: false)
    case "B":
      position += 1
      return .wordBoundary(isNegated: true)
    default: break
    }
    if let classes = takeClass() { return .set(ScalarSet(ranges: [], classes: classes)) }
    return .scalar(try escapedScalar())
  }

  private mutating func takeClass() -> ScalarSet.Classes? {
    let classes: ScalarSet.Classes
    switch peek() {
    case "w": classes = .word
    case "W": classes = .notWord
    case "d": classes = .digit
    case "D": classes = .notDigit
    case "s": classes = .space
    case "S": classes = .notSpace
    default: return nil
    }
    position += 1
    return classes
  }

  /// The character that stands after a backslash, by name or by number.
  private mutating func escapedScalar() throws(ModelError) -> UInt32 {
    guard let scalar = peek() else { throw refuse("a backslash at the end") }
    position += 1
    switch scalar {
    case "n": return 0x0a
    case "t": return 0x09
    case "r": return 0x0d
    case "f": return 0x0c
    case "v": return 0x0b
    case "a": return 0x07
    case "x": return try hexadecimal(2)
    case "u": return try hexadecimal(4)
    case "U": return try hexadecimal(8)
    case "0" where !(peek().map { $0 >= "0" && $0 <= "7" } ?? false): return 0
    default:
      if scalar < 128, ScalarProperties.isWord(scalar), scalar != "_" {
        throw refuse("the escape \\\(Unicode.Scalar(scalar).map(String.init) ?? "")")
      }
      return scalar
    }
  }

  private mutating func hexadecimal(_ digits: Int) throws(ModelError) -> UInt32 {
    var value: UInt32 = 0
    for _ in 0..<digits {
      guard let scalar = peek(), let digit = Unicode.Scalar(scalar).flatMap({ Character($0).hexDigitValue }) else {
        throw refuse("an unfinished character number")
      }
      value = value << 4 | UInt32(digit)
      position += 1
    }
    guard value <= 0x10_ffff else { throw refuse("a character number beyond Unicode") }
    return value
  }

  private mutating func set() throws(ModelError) -> ScalarSet {
    let isNegated = take("^")
    var ranges: [ClosedRange<UInt32>] = []
    var classes: ScalarSet.Classes = []
    var isFirst = true
    while true {
      guard let scalar = peek() else { throw refuse("an unclosed class") }
      if scalar == "]", !isFirst { break }
      isFirst = false
      guard let low = try setMember(&classes) else { continue }
      if peek() == "-", let next = peek(1), next != "]" {
        position += 1
        var unused: ScalarSet.Classes = []
        guard let high = try setMember(&unused), high >= low else { throw refuse("a bad range of characters") }
        ranges.append(low...high)
      } else {
        ranges.append(low...low)
      }
    }
    position += 1
    return ScalarSet(ranges: ranges, classes: classes, isNegated: isNegated)
  }

  /// A character of a class; `nil` where a class such as `\d` stood, which goes to `classes`.
  private mutating func setMember(_ classes: inout ScalarSet.Classes) throws(ModelError) -> UInt32? {
    guard let scalar = peek() else { throw refuse("an unclosed class") }
    position += 1
    guard scalar == "\\" else { return scalar }
    if let named = takeClass() {
      classes.formUnion(named)
      return nil
    }
    if peek() == "b" {
      position += 1
      return 0x08
    }
    return try escapedScalar()
  }
}

/// Lets characters of a pattern be compared with literals.
extension UInt32 {
  fileprivate static func == (scalar: UInt32, literal: Unicode.Scalar) -> Bool { scalar == literal.value }
  fileprivate static func != (scalar: UInt32, literal: Unicode.Scalar) -> Bool { scalar != literal.value }
  fileprivate static func >= (scalar: UInt32, literal: Unicode.Scalar) -> Bool { scalar >= literal.value }
  fileprivate static func <= (scalar: UInt32, literal: Unicode.Scalar) -> Bool { scalar <= literal.value }
}

private func ~= (literal: Unicode.Scalar, scalar: UInt32) -> Bool { literal.value == scalar }
private func ~= (literal: Unicode.Scalar, scalar: UInt32?) -> Bool { scalar == literal.value }
private func == (scalar: UInt32?, literal: Unicode.Scalar) -> Bool { scalar == .some(literal.value) }
