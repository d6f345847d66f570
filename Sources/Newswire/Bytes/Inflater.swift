internal import CZlib

/// Unpacks deflated data piece by piece.
final class Inflater {
  enum Wrapping: Int32 {
    /// As in ZIP archives.
    case none = -15
    /// Zlib's header and sum.
    case zlib = 15
    /// Gzip's header and sum.
    case gzip = 31
  }

  enum Outcome {
    /// There is more to come.
    case partial
    /// The data has ended, with its sum as it should be.
    case finished
    case damaged
  }

  // Zlib keeps the address.
  private let stream: UnsafeMutablePointer<z_stream>
  private let isReady: Bool
  private static let block = 1 << 17

  init(_ wrapping: Wrapping) {
    stream = .allocate(capacity: 1)
    stream.initialize(to: z_stream())
    isReady = inflateInit2_(stream, wrapping.rawValue, ZLIB_VERSION, Int32(MemoryLayout<z_stream>.size)) == Z_OK
  }

  deinit {
    if isReady { inflateEnd(stream) }
    stream.deinitialize(count: 1)
    stream.deallocate()
  }

  /// Begins anew, with the next member.
  func reset() { if isReady { inflateReset(stream) } }

  /// Unpacks no more than a block; says how much of `input` went into it.
  func unpack(_ input: ArraySlice<UInt8>) -> (output: [UInt8], used: Int, outcome: Outcome) {
    guard isReady else { return ([], 0, .damaged) }
    var output = [UInt8](repeating: 0, count: Self.block)
    let count = min(input.count, 1 << 30)
    let status = input.withUnsafeBufferPointer { input in
      output.withUnsafeMutableBufferPointer { output in
        stream.pointee.next_in = UnsafeMutablePointer(mutating: input.baseAddress)
        stream.pointee.avail_in = UInt32(count)
        stream.pointee.next_out = output.baseAddress
        stream.pointee.avail_out = UInt32(output.count)
        return inflate(stream, Z_NO_FLUSH)
      }
    }
    output.removeSubrange((output.count - Int(stream.pointee.avail_out))...)
    let used = count - Int(stream.pointee.avail_in)
    switch status {
    case Z_STREAM_END: return (output, used, .finished)
    case Z_OK: return (output, used, .partial)
    // No progress was possible: it wants more input.
    case Z_BUF_ERROR: return (output, used, .partial)
    default: return (output, used, .damaged)
    }
  }

  /// All of `bytes` unpacked, or `nil` where they are damaged, cut short or larger than `limit`.
  static func unpacked(_ bytes: [UInt8], _ wrapping: Wrapping, limit: Int) -> [UInt8]? {
    let inflater = Inflater(wrapping)
    var result: [UInt8] = []
    var rest = bytes[...]
    while true {
      let (output, used, outcome) = inflater.unpack(rest)
      result += output
      rest = rest.dropFirst(used)
      guard result.count <= limit else { return nil }
      switch outcome {
      case .finished: return result
      case .damaged: return nil
      case .partial: if used == 0, output.isEmpty { return nil }
      }
    }
  }

  static func checksum(_ sum: UInt32, _ bytes: [UInt8]) -> UInt32 {
    UInt32(truncatingIfNeeded: crc32(UInt(sum), bytes, UInt32(bytes.count)))
  }
}
