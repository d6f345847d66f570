/// Python's `str.lower`: full Unicode mappings, with a capital sigma at a word's end made final.
package enum LowerCase {
  /// The lower-case form of a string.
  package static func of(_ string: String) -> String {
    var string = string
    let bytes = string.withUTF8 { of($0) }
    return String(decoding: bytes, as: UTF8.self)
  }

  /// The bytes of the lower-case form of UTF-8 bytes.
  package static func of(_ bytes: UnsafeBufferPointer<UInt8>) -> [UInt8] {
    var lower = [UInt8](repeating: 0, count: bytes.count)
    var ascii = true
    for index in 0..<bytes.count {
      let byte = bytes[index]
      if byte >= 0x80 {
        ascii = false
        break
      }
      lower[index] = byte &- 0x41 < 26 ? byte | 0x20 : byte
    }
    return ascii ? lower : ofUnicode(bytes)
  }

  private static func ofUnicode(_ bytes: UnsafeBufferPointer<UInt8>) -> [UInt8] {
    let scalars = Array(String(decoding: bytes, as: UTF8.self).unicodeScalars)
    // Where the next character that is not case-ignorable is cased; filled from the end so that long runs stay linear.
    var isBeforeCased: [Bool] = []
    if scalars.contains("Σ") {
      isBeforeCased = [Bool](repeating: false, count: scalars.count)
      var next = false
      for index in scalars.indices.reversed() {
        isBeforeCased[index] = next
        let properties = scalars[index].properties
        if !properties.isCaseIgnorable { next = properties.isCased }
      }
    }
    var lower = ""
    var isAfterCased = false
    for (index, scalar) in scalars.enumerated() {
      if scalar == "Σ" {
        lower.unicodeScalars.append(isAfterCased && !isBeforeCased[index] ? "ς" : "σ")
      } else if let properties = ScalarProperties.properties(scalar.value) {
        lower += properties.lowercaseMapping
      } else {
        lower.unicodeScalars.append(scalar)
      }
      let properties = scalar.properties
      if !properties.isCaseIgnorable { isAfterCased = properties.isCased }
    }
    return Array(lower.utf8)
  }
}
