/// A value of JSON as it was read.
///
/// Numbers are doubles, which hold every whole number up to 2^53.
public enum JSONValue: Sendable, Equatable {
  case null
  case boolean(Bool)
  case number(Double)
  case string(String)
  case array([JSONValue])
  case object([String: JSONValue])

  /// Reads one value, with nothing but white space around it.
  ///
  /// Values nested more than ``JSONValue/deepest`` deep are refused, so that no input exhausts the stack.
  ///
  /// - Parameter bytes: UTF-8.
  /// - Throws: ``RecordError``, which gives the line and the byte in it where the JSON ends or goes wrong.
  public init(_ bytes: some Sequence<UInt8>) throws(RecordError) {
    var parser = JSONParser(Array(bytes))
    self = try parser.document()
  }

  /// How many arrays and objects may lie in one another.
  public static let deepest = 128

  /// What stands under `key`, where this is an object.
  public subscript(key: String) -> JSONValue? {
    guard case .object(let fields) = self else { return nil }
    return fields[key]
  }

  public var string: String? {
    guard case .string(let value) = self else { return nil }
    return value
  }

  /// A number that is whole.
  public var integer: Int? {
    guard case .number(let value) = self else { return nil }
    return Int(exactly: value)
  }

  public var array: [JSONValue]? {
    guard case .array(let values) = self else { return nil }
    return values
  }
}
