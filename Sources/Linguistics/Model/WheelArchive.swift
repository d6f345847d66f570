private import CZlib

/// The files of a wheel, which is a ZIP archive (PEP 427): stored and deflated entries, no encryption, no ZIP64.
package struct WheelArchive: Sendable {
  private struct Entry: Sendable {
    var method: Int
    var packed: Int
    var size: Int
    var header: Int
  }

  private let bytes: [UInt8]
  private let file: String
  private var entries: [String: Entry] = [:]

  /// The paths in the archive.
  var paths: [String] { Array(entries.keys) }

  /// Reads the archive's directory.
  ///
  /// - Throws: ``ModelError`` where `bytes` is no such archive.
  package init(_ bytes: [UInt8], file: String) throws(ModelError) {
    self.bytes = bytes
    self.file = file
    // The end record is the last 22 bytes, but for a comment.
    var end = bytes.count - 22
    let lowest = max(0, end - 65535)
    while end >= lowest, Self.number(bytes, end, 4) != 0x0605_4b50 { end -= 1 }
    guard end >= lowest, end >= 0 else { throw damaged("it has no directory") }
    let count = Self.number(bytes, end + 10, 2)
    var at = Self.number(bytes, end + 16, 4)
    for _ in 0..<count {
      guard at + 46 <= bytes.count, Self.number(bytes, at, 4) == 0x0201_4b50 else {
        throw damaged("its directory ends early")
      }
      let nameLength = Self.number(bytes, at + 28, 2)
      let next = at + 46 + nameLength + Self.number(bytes, at + 30, 2) + Self.number(bytes, at + 32, 2)
      guard next <= bytes.count else { throw damaged("its directory ends early") }
      let name = String(decoding: bytes[(at + 46)..<(at + 46 + nameLength)], as: UTF8.self)
      entries[name] = Entry(
        method: Self.number(bytes, at + 10, 2), packed: Self.number(bytes, at + 20, 4),
        size: Self.number(bytes, at + 24, 4), header: Self.number(bytes, at + 42, 4))
      at = next
    }
  }

  /// The content of the file at `path`, or `nil` where there is none.
  package func content(of path: String) throws(ModelError) -> [UInt8]? {
    guard let entry = entries[path] else { return nil }
    let at = entry.header
    guard at + 30 <= bytes.count, Self.number(bytes, at, 4) == 0x0403_4b50 else {
      throw damaged("\(path) is not there")
    }
    let start = at + 30 + Self.number(bytes, at + 26, 2) + Self.number(bytes, at + 28, 2)
    guard start <= bytes.count, entry.packed <= bytes.count - start else { throw damaged("\(path) ends early") }
    let packed = bytes[start..<start + entry.packed]
    switch entry.method {
    case 0: return Array(packed)
    case 8:
      // Deflate packs to a thousandth at best; a larger claim is damage, not data to set memory aside for.
      guard entry.size <= 2048 + 1032 * entry.packed, let content = Self.inflate(packed, size: entry.size) else {
        throw damaged("\(path) cannot be unpacked")
      }
      return content
    default: throw damaged("\(path) is packed by a method other than deflate")
    }
  }

  private static func inflate(_ packed: ArraySlice<UInt8>, size: Int) -> [UInt8]? {
    var output = [UInt8](repeating: 0, count: max(size, 1))
    let written = packed.withUnsafeBufferPointer { input -> Int? in
      output.withUnsafeMutableBufferPointer { buffer -> Int? in
        var stream = z_stream()
        guard inflateInit2_(&stream, -MAX_WBITS, ZLIB_VERSION, Int32(MemoryLayout<z_stream>.size)) == Z_OK else {
          return nil
        }
        defer { inflateEnd(&stream) }
        stream.next_in = UnsafeMutablePointer(mutating: input.baseAddress)
        stream.avail_in = UInt32(input.count)
        stream.next_out = buffer.baseAddress
        stream.avail_out = UInt32(buffer.count)
        return CZlib.inflate(&stream, Z_FINISH) == Z_STREAM_END ? Int(stream.total_out) : nil
      }
    }
    return written == size ? Array(output.prefix(size)) : nil
  }

  private static func number(_ bytes: [UInt8], _ at: Int, _ width: Int) -> Int {
    guard at >= 0, at + width <= bytes.count else { return 0 }
    var value = 0
    for index in (at..<at + width).reversed() { value = value << 8 | Int(bytes[index]) }
    return value
  }

  private func damaged(_ what: String) -> ModelError {
    ModelError(file: file, message: "is not a sound wheel: \(what); fetch it again")
  }
}
