/// How mails write bytes as ASCII (RFC 2045, section 6).
enum TransferEncoding {
  static func decode(_ bytes: ArraySlice<UInt8>, _ name: String?) -> [UInt8] {
    switch name?.lowercased() {
    case "base64": base64(bytes)
    case "quoted-printable": quotedPrintable(bytes)
    default: Array(bytes)
    }
  }

  /// What is not of the alphabet is passed over; the end may be cut off.
  static func base64(_ bytes: ArraySlice<UInt8>) -> [UInt8] {
    var result: [UInt8] = []
    result.reserveCapacity(bytes.count / 4 * 3 + 3)
    var bits: UInt32 = 0
    var count = 0
    for byte in bytes {
      let value: UInt8
      switch byte {
      case UInt8(ascii: "A")...UInt8(ascii: "Z"): value = byte - 65
      case UInt8(ascii: "a")...UInt8(ascii: "z"): value = byte - 71
      case UInt8(ascii: "0")...UInt8(ascii: "9"): value = byte + 4
      case UInt8(ascii: "+"), UInt8(ascii: "-"): value = 62
      case UInt8(ascii: "/"), UInt8(ascii: "_"): value = 63
      default: continue
      }
      bits = bits << 6 | UInt32(value)
      count += 1
      if count % 4 != 1 { result.append(UInt8(truncatingIfNeeded: bits >> UInt32((4 - count % 4) % 4 * 2))) }
    }
    return result
  }

  /// - Parameter isHeader: whether an underscore is a space (RFC 2047's Q encoding).
  static func quotedPrintable(_ bytes: ArraySlice<UInt8>, isHeader: Bool = false) -> [UInt8] {
    var result: [UInt8] = []
    result.reserveCapacity(bytes.count)
    var at = bytes.startIndex
    while at < bytes.endIndex {
      let byte = bytes[at]
      at += 1
      guard byte == UInt8(ascii: "=") else {
        result.append(isHeader && byte == UInt8(ascii: "_") ? 0x20 : byte)
        continue
      }
      let rest = bytes[at...].prefix(2)
      if rest.first == 0x0A {
        at += 1
      } else if rest.elementsEqual([0x0D, 0x0A]) {
        at += 2
      } else if rest.count == 2, let high = Unicode.Scalar(rest[at]).hexValue,
        let low = Unicode.Scalar(rest[at + 1]).hexValue
      {
        result.append(UInt8(high << 4 | low))
        at += 2
      } else {
        result.append(byte)
      }
    }
    return result
  }
}
