/// What the indices of names know a name by, worked out once for all of them.
package struct NameKey: Sendable {
  /// How a name is written.
  enum Letters {
    /// In capitals alone: "US".
    case capitals
    /// With a capital first: "Turkey".
    case capitalized
    /// With a small letter first: "world body".
    case small

    init(_ name: ArraySlice<UInt8>) {
      var first: UInt8?
      for byte in name {
        switch byte {
        case 0x61...0x7a:
          self = first.map { 0x41...0x5a ~= $0 || $0 >= 0x80 } == true ? .capitalized : .small
          return
        case 0x41...0x5a, 0x80...: first = first ?? byte
        default: break
        }
      }
      self = .capitals
    }
  }

  /// The hash of the name's ``Spelling``.
  let hash: UInt64
  let letters: Letters
  /// The length of the name, in UTF-8 bytes.
  private let length: Int

  package init(_ name: String) {
    var folding = Folding()
    let bytes = ArraySlice(name.utf8)
    folding.read(bytes)
    self.init(bytes, folding)
  }

  /// The key of a name that `folding` has read.
  init(_ name: ArraySlice<UInt8>, _ folding: Folding) {
    hash = Spelling(folding).hash
    letters = Letters(Self.withoutArticle(name))
    length = name.count
  }

  /// Whether the name, as it is written here, can be one that a table writes in `entry`.
  func fits(_ entry: Letters) -> Bool {
    switch entry {
    case .small: true
    case .capitalized: letters != .small
    // British papers write "Nato" and "Opec", but no "Us".
    case .capitals: letters == .capitals || (letters == .capitalized && length > 3)
    }
  }

  private static func withoutArticle(_ name: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
    let start = name.startIndex
    guard name.count > 4, name[start] | 0x20 == UInt8(ascii: "t"), name[start + 1] == UInt8(ascii: "h"),
      name[start + 2] == UInt8(ascii: "e"), name[start + 3] == UInt8(ascii: " ")
    else { return name }
    return name[(start + 4)...]
  }
}
