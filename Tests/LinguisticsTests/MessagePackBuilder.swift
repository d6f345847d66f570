/// Writes MessagePack values, so that tests can make small models of their own.
enum MessagePackBuilder {
  static func string(_ string: String) -> [UInt8] { [0xd9, UInt8(string.utf8.count)] + string.utf8 }
  static func list(_ items: [[UInt8]]) -> [UInt8] { [0xdc, 0, UInt8(items.count)] + items.joined() }
  static func strings(_ items: [String]) -> [UInt8] { list(items.map(string)) }
  static func map(_ pairs: KeyValuePairs<String, [UInt8]>) -> [UInt8] {
    [0xde, 0, UInt8(pairs.count)] + pairs.flatMap { string($0.key) + $0.value }
  }
  static func strings(_ pairs: KeyValuePairs<String, String>) -> [UInt8] {
    [0xde, 0, UInt8(pairs.count)] + pairs.flatMap { string($0.key) + string($0.value) }
  }
}
