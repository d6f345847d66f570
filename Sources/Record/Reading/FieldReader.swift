/// The fields of an object of the record, read by name and kind. A `null` is a field left out.
struct FieldReader {
  private let fields: [String: JSONValue]

  init(_ value: JSONValue) throws(RecordError) {
    guard case .object(let fields) = value else { throw RecordError(message: "is not an object") }
    self.fields = fields
  }

  private func field(_ key: String) -> JSONValue? {
    guard let value = fields[key], value != .null else { return nil }
    return value
  }

  // MARK: Fields that must be there

  func string(_ key: String) throws(RecordError) -> String { try required(key, optionalString(key)) }

  func integer(_ key: String) throws(RecordError) -> Int { try required(key, optionalInteger(key)) }

  func double(_ key: String) throws(RecordError) -> Double { try required(key, optionalDouble(key)) }

  func span(_ key: String) throws(RecordError) -> Span { try required(key, optionalSpan(key)) }

  func word<Word: RawRepresentable<String>>(_ key: String) throws(RecordError) -> Word {
    try required(key, optionalWord(key))
  }

  func object<Result>(
    _ key: String, _ read: (FieldReader) throws(RecordError) -> Result
  ) throws(RecordError) -> Result {
    try required(key, optionalObject(key, read))
  }

  // MARK: Fields that may be left out

  func optionalString(_ key: String) throws(RecordError) -> String? {
    guard let value = field(key) else { return nil }
    guard case .string(let text) = value else { throw RecordError(path: key, message: "is not a string") }
    return text
  }

  func optionalInteger(_ key: String) throws(RecordError) -> Int? {
    guard let value = field(key) else { return nil }
    guard let number = value.integer else { throw RecordError(path: key, message: "is not a whole number") }
    return number
  }

  func optionalDouble(_ key: String) throws(RecordError) -> Double? {
    guard let value = field(key) else { return nil }
    guard case .number(let number) = value else { throw RecordError(path: key, message: "is not a number") }
    return number
  }

  func optionalSpan(_ key: String) throws(RecordError) -> Span? {
    guard let value = field(key) else { return nil }
    return try Self.within(key) { () throws(RecordError) in try Span(value) }
  }

  func optionalWord<Word: RawRepresentable<String>>(_ key: String) throws(RecordError) -> Word? {
    guard let text = try optionalString(key) else { return nil }
    guard let word = Word(rawValue: text) else {
      throw RecordError(path: key, message: "“\(text)” is none of the format's words")
    }
    return word
  }

  func optionalObject<Result>(
    _ key: String, _ read: (FieldReader) throws(RecordError) -> Result
  ) throws(RecordError) -> Result? {
    guard let value = field(key) else { return nil }
    return try Self.within(key) { () throws(RecordError) in try read(FieldReader(value)) }
  }

  // MARK: Lists, empty where they are left out

  func strings(_ key: String) throws(RecordError) -> [String] {
    try values(key) { value throws(RecordError) in
      guard case .string(let text) = value else { throw RecordError(message: "is not a string") }
      return text
    }
  }

  func spans(_ key: String) throws(RecordError) -> [Span] {
    try values(key) { value throws(RecordError) in try Span(value) }
  }

  func list<Element>(
    _ key: String, _ read: (FieldReader) throws(RecordError) -> Element
  ) throws(RecordError) -> [Element] {
    try values(key) { value throws(RecordError) in try read(FieldReader(value)) }
  }

  /// A list of strings that is written as a string where it has one member.
  func oneOrMore(_ key: String) throws(RecordError) -> [String] {
    if case .string(let text)? = field(key) { return [text] }
    return try strings(key)
  }

  private func values<Element>(
    _ key: String, _ read: (JSONValue) throws(RecordError) -> Element
  ) throws(RecordError) -> [Element] {
    guard let value = field(key) else { return [] }
    guard case .array(let values) = value else { throw RecordError(path: key, message: "is not a list") }
    var result: [Element] = []
    result.reserveCapacity(values.count)
    for (index, value) in values.enumerated() {
      do { result.append(try read(value)) } catch { throw error.under("\(key)[\(index)]") }
    }
    return result
  }

  private func required<Value>(_ key: String, _ value: Value?) throws(RecordError) -> Value {
    guard let value else { throw RecordError(path: key, message: "is missing") }
    return value
  }

  private static func within<Result>(
    _ key: String, _ read: () throws(RecordError) -> Result
  ) throws(RecordError) -> Result {
    do { return try read() } catch { throw error.under(key) }
  }
}

extension Span {
  /// A span as `[start, end]`.
  init(_ value: JSONValue) throws(RecordError) {
    guard let bounds = value.array, bounds.count == 2, let start = bounds[0].integer, let end = bounds[1].integer,
      start >= 0, start <= end
    else { throw RecordError(message: "is not a span [start, end]") }
    self.init(start: start, end: end)
  }
}
