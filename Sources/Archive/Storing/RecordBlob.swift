import CZlib
import Record

/// A record as the archive keeps it: JSON without the text, which stands in its own column, packed by zlib.
enum RecordBlob {
  /// A record never packs better than this (zlib's bound).
  private static let mostPacked = 1032

  static func pack(_ readout: Readout) -> [UInt8] {
    var bare = readout
    bare.document.text = ""
    let json = bare.json()
    var size = compressBound(uLong(json.count))
    let packed = [UInt8](unsafeUninitializedCapacity: Int(size) + 4) { buffer, count in
      guard let start = buffer.baseAddress else { return }
      for byte in 0..<4 { start[byte] = UInt8(truncatingIfNeeded: json.count >> (24 - 8 * byte)) }
      count = compress2(start + 4, &size, json, uLong(json.count), 6) == Z_OK ? Int(size) + 4 : 0
    }
    return packed
  }

  /// - Throws: ``RecordError`` where the bytes are not what ``pack(_:)`` makes.
  static func unpack(_ packed: [UInt8], text: String) throws(RecordError) -> Readout {
    guard packed.count > 4 else { throw RecordError(message: "the packed record is empty") }
    let length = packed[..<4].reduce(0) { $0 << 8 | Int($1) }
    guard length <= Self.mostPacked * packed.count else { throw RecordError(message: "the packed record is damaged") }
    var size = uLong(length)
    var isWhole = false
    let json = [UInt8](unsafeUninitializedCapacity: length) { buffer, count in
      packed.withUnsafeBufferPointer { packed in
        guard let start = packed.baseAddress else { return }
        isWhole = uncompress(buffer.baseAddress, &size, start + 4, uLong(packed.count - 4)) == Z_OK
      }
      count = isWhole ? Int(size) : 0
    }
    guard isWhole, json.count == length else { throw RecordError(message: "the packed record is damaged") }
    var readout = try Readout(json: json)
    readout.document.text = text
    return readout
  }
}
