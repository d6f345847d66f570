/// The head of a MessagePack item: a scalar, the bytes of a string or binary, or the length of what follows.
package enum MessagePackHead: Sendable, Hashable {
  case `nil`
  case bool(Bool)
  /// A signed integer; one that is not negative may also come as ``uint(_:)``.
  case int(Int64)
  case uint(UInt64)
  case double(Double)
  /// The range of the string's bytes, not validated.
  case string(Range<Int>)
  case binary(Range<Int>)
  /// The number of elements.
  case array(Int)
  /// The number of pairs.
  case map(Int)
}
