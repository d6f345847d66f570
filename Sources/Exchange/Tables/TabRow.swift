/// A line of tab-separated values, none of them quoted.
struct TabRow {
  private(set) var bytes: [UInt8] = []
  private(set) var count = 0
  private let missing: [UInt8]

  /// - Parameter missing: how the format spells that there is no value.
  init(missing: String) { self.missing = Array(missing.utf8) }

  /// Adds a value; tabs and line breaks in it, which would break the line, become one space.
  mutating func add(_ value: String?) {
    if count > 0 { bytes.append(UInt8(ascii: "\t")) }
    count += 1
    guard let value, !value.isEmpty else {
      bytes += missing
      return
    }
    var wasBreak = false
    for byte in value.utf8 {
      let isBreak = byte == UInt8(ascii: "\t") || byte == UInt8(ascii: "\n") || byte == UInt8(ascii: "\r")
      if !isBreak { bytes.append(byte) } else if !wasBreak { bytes.append(UInt8(ascii: " ")) }
      wasBreak = isBreak
    }
  }

  mutating func add(_ value: Int?) { add(value.map(String.init)) }
  mutating func add(_ value: Double?) { add(value.map { $0.description }) }

  /// Adds the members of a list; a separator within a member becomes a comma.
  mutating func add(_ values: [String?], separator: String, missing: String? = nil) {
    let present = values.compactMap { $0?.replacing(separator, with: ", ") ?? missing }
    add(present.joined(separator: separator))
  }

  /// Adds so many missing values.
  mutating func skip(_ columns: Int) { for _ in 0..<columns { add(nil as String?) } }

  /// The line with its line break.
  var line: [UInt8] { bytes + [UInt8(ascii: "\n")] }
}
