import FoundationEssentials

/// Named arrays in one file, mapped into memory: the length of a JSON header (u64, little-endian), the header, the
/// arrays' bytes (the safetensors format, as Hugging Face defines it).
///
/// Each array is held against the header and the file when it is asked for.
struct SafetensorsFile: Sendable {
  /// What to do about a file that is no encoder.
  static let remedy = "fetch the model again, or export it again with training/export.py"

  /// The path that it was opened at.
  let path: String
  /// What the file says of itself.
  let metadata: [String: String]
  private let map: MappedFile
  private let data: Range<Int>
  private let entries: [String: SafetensorsHeader.Entry]

  /// - Throws: ``EncoderError`` where the file is missing or its header damaged.
  init(path: String) throws(EncoderError) {
    map = try MappedFile(path: path)
    let bytes = map.bytes
    guard bytes.count >= 8, let length = Int(exactly: UInt64(littleEndian: bytes.loadUnaligned(as: UInt64.self))),
      length <= bytes.count - 8
    else { throw EncoderError(file: path, message: "is no safetensors file, or cut short; \(Self.remedy)") }
    do {
      let header = try JSONDecoder().decode(SafetensorsHeader.self, from: Data(bytes[8..<8 + length]))
      metadata = header.metadata
      entries = header.entries
    } catch {
      throw EncoderError(file: path, message: "has a header that cannot be read; \(Self.remedy)")
    }
    self.path = path
    data = 8 + length..<bytes.count
  }

  /// A value that the file says of itself.
  func text(_ key: String) throws(EncoderError) -> String {
    guard let value = metadata[key] else { throw damaged("it does not say its \(key)") }
    return value
  }

  /// The lengths of the array `name` along its dimensions.
  func shape(_ name: String) throws(EncoderError) -> [Int] { try entry(name).shape }

  /// Whether there is an array `name`.
  func has(_ name: String) -> Bool { entries[name] != nil }

  /// The array `name` of `shape`. It lives as long as the file.
  func floats(_ name: String, shape: [Int]) throws(EncoderError) -> Tensor<Float> {
    try tensor(name, type: "F32", shape: shape)
  }

  /// The array `name` of `shape`. It lives as long as the file.
  func bytes(_ name: String, shape: [Int]) throws(EncoderError) -> Tensor<Int8> {
    try tensor(name, type: "I8", shape: shape)
  }

  /// The bytes of `name`, of one dimension. They live as long as the file.
  func text(bytesOf name: String) throws(EncoderError) -> Tensor<UInt8> {
    let shape = try shape(name)
    guard shape.count == 1 else { throw damaged("\(name) is no row of bytes") }
    return try tensor(name, type: "U8", shape: shape)
  }

  /// Gives back the memory of an array that has been read.
  func release<Element>(_ tensor: Tensor<Element>) { map.release(UnsafeRawBufferPointer(tensor.values)) }

  /// An error that names what is wrong with the file.
  func damaged(_ what: String) -> EncoderError {
    EncoderError(file: path, message: "is no encoder of this release, or damaged (\(what)); \(Self.remedy)")
  }

  private func entry(_ name: String) throws(EncoderError) -> SafetensorsHeader.Entry {
    guard let entry = entries[name] else { throw damaged("it has no \(name)") }
    return entry
  }

  private func tensor<Element: BitwiseCopyable>(
    _ name: String, type: String, shape: [Int]
  ) throws(EncoderError) -> Tensor<Element> {
    let entry = try entry(name)
    guard entry.type == type else { throw damaged("\(name) is of type \(entry.type), not \(type)") }
    guard entry.shape == shape else { throw damaged("\(name) is of shape \(entry.shape), not \(shape)") }
    var count = 1
    for length in shape {
      let (product, overflow) = count.multipliedReportingOverflow(by: length)
      guard length > 0, !overflow, product <= data.count else { throw damaged("\(name) is larger than the file") }
      count = product
    }
    let size = count * MemoryLayout<Element>.stride
    guard entry.offsets.count == 2, entry.offsets[0] >= 0, entry.offsets[0] <= data.count,
      size <= data.count - entry.offsets[0], entry.offsets[1] == entry.offsets[0] + size
    else { throw damaged("\(name) lies outside it") }
    let start = data.lowerBound + entry.offsets[0]
    guard start % MemoryLayout<Element>.alignment == 0 else { throw damaged("\(name) is not aligned") }
    return Tensor(file: map, bytes: UnsafeRawBufferPointer(rebasing: map.bytes[start..<start + size]))
  }
}
