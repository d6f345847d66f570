import Glibc

/// A character set, by the name that transports and documents give it.
struct TextEncoding: Sendable, Equatable {
  /// In lower case, as the WHATWG's Encoding Standard reads it: Latin 1 and ASCII are `windows-1252`.
  let name: String

  static let utf8 = TextEncoding("utf-8")
  static let windows1252 = TextEncoding("windows-1252")

  init(_ label: some StringProtocol) {
    let lower = label.lowercased().filter { $0 != " " && $0 != "\"" && $0 != "'" }
    name =
      switch lower {
      case "utf8", "utf-8", "unicode-1-1-utf-8": "utf-8"
      case "latin1", "iso-8859-1", "iso8859-1", "iso_8859-1", "l1", "us-ascii", "ascii", "cp1252", "ansi_x3.4-1968":
        "windows-1252"
      case "utf-16", "utf16", "unicode": "utf-16le"
      case "ks_c_5601-1987", "ksc5601", "euc-kr": "cp949"
      case "shift_jis", "shift-jis", "sjis", "x-sjis": "cp932"
      case "gb2312", "gbk", "gb_2312-80": "gb18030"
      default: lower
      }
  }

  /// The encoding that a byte order mark tells, with the mark's length.
  static func marked(_ bytes: ArraySlice<UInt8>) -> (encoding: TextEncoding, length: Int)? {
    if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { return (.utf8, 3) }
    if bytes.starts(with: [0xFF, 0xFE]) { return (TextEncoding("utf-16le"), 2) }
    if bytes.starts(with: [0xFE, 0xFF]) { return (TextEncoding("utf-16be"), 2) }
    return nil
  }

  /// The encoding of bytes that begin with `<` or `{` in UTF-16 without a mark.
  static func unmarked(_ bytes: ArraySlice<UInt8>) -> TextEncoding? {
    let head = Array(bytes.prefix(4))
    guard head.count == 4 else { return nil }
    if head[0] != 0, head[1] == 0, head[2] != 0, head[3] == 0 { return TextEncoding("utf-16le") }
    if head[0] == 0, head[1] != 0, head[2] == 0, head[3] != 0 { return TextEncoding("utf-16be") }
    return nil
  }

  /// The text of `bytes`; what is not of this encoding becomes U+FFFD. `nil` where the encoding is not known.
  func decode(_ bytes: ArraySlice<UInt8>) -> String? {
    switch name {
    case "utf-8": String(decoding: bytes, as: UTF8.self)
    case "utf-16le", "utf-16be": Self.utf16(bytes, bigEndian: name == "utf-16be")
    case "windows-1252": Self.western(bytes)
    default: converted(bytes)
    }
  }

  private static func utf16(_ bytes: ArraySlice<UInt8>, bigEndian: Bool) -> String {
    var units: [UInt16] = []
    units.reserveCapacity(bytes.count / 2)
    var at = bytes.startIndex
    while at + 1 < bytes.endIndex {
      let (first, second) = (UInt16(bytes[at]), UInt16(bytes[at + 1]))
      units.append(bigEndian ? first << 8 | second : second << 8 | first)
      at += 2
    }
    return String(decoding: units, as: UTF16.self)
  }

  private static func western(_ bytes: ArraySlice<UInt8>) -> String {
    var utf8: [UInt8] = []
    utf8.reserveCapacity(bytes.count + bytes.count / 8)
    for byte in bytes {
      if byte < 0x80 {
        utf8.append(byte)
      } else {
        let value = byte < 0xA0 ? upper[Int(byte) - 0x80] : UInt16(byte)
        utf8.append(contentsOf: UTF8.encode(Unicode.Scalar(value) ?? "\u{FFFD}") ?? UTF8.encodedReplacementCharacter)
      }
    }
    return String(decoding: utf8, as: UTF8.self)
  }

  /// Windows-1252's characters 0x80 to 0x9F.
  private static let upper: [UInt16] = [
    0x20AC, 0x81, 0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021, 0x02C6, 0x2030, 0x0160, 0x2039, 0x0152, 0x8D, 0x017D,
    0x8F, 0x90, 0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014, 0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0x9D,
    0x017E, 0x0178,
  ]

  /// Any other encoding, by the C library's converter.
  private func converted(_ bytes: ArraySlice<UInt8>) -> String? {
    // Names come from the input: nothing but what names of encodings are made of.
    guard !name.isEmpty, name.utf8.count < 40,
      name.utf8.allSatisfy({ 0x30...0x39 ~= $0 || 0x61...0x7A ~= $0 || [0x2D, 0x2E, 0x3A, 0x5F].contains($0) }),
      let converter = iconv_open("UTF-8", name), converter != UnsafeMutableRawPointer(bitPattern: -1)
    else { return nil }
    defer { iconv_close(converter) }
    var source = Array(bytes).map { CChar(bitPattern: $0) }
    var result: [UInt8] = []
    var block = [CChar](repeating: 0, count: 1 << 16)
    source.withUnsafeMutableBufferPointer { source in
      var next = source.baseAddress
      var left = source.count
      while left > 0 {
        let (status, reason, count) = block.withUnsafeMutableBufferPointer { block in
          var target = block.baseAddress
          var room = block.count
          let status = iconv(converter, &next, &left, &target, &room)
          return (status, errno, block.count - room)
        }
        result.append(contentsOf: block[..<count].lazy.map { UInt8(bitPattern: $0) })
        // The block is full: go on with an empty one.
        if status != -1 || reason == E2BIG { continue }
        result += UTF8.encodedReplacementCharacter
        guard reason == EILSEQ, left > 0 else { break }
        next = next?.advanced(by: 1)
        left -= 1
      }
    }
    return String(decoding: result, as: UTF8.self)
  }
}
