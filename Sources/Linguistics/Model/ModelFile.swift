import FoundationEssentials

#if canImport(Glibc)
  import Glibc
#endif

/// A converted model: one file of named, checksummed sections, mapped into memory and never written.
///
/// Layout, little-endian: the magic, the format's version (u32), the number of sections (u32), the file's length (u64),
/// the checksum of the table (u64); then the table, 96 bytes a section: name (72 bytes, padded by NUL), offset (u64),
/// length (u64), checksum (u64); then the sections, each at a multiple of 64 bytes.
package final class ModelFile: Sendable {
  package static let magic: [UInt8] = Array("READOUTM".utf8)
  package static let version: UInt32 = 1
  package static let headerSize = 32
  package static let entrySize = 96
  package static let nameSize = 72
  package static let alignment = 64

  /// The path that it was opened at.
  package let path: String
  // Read-only memory, unmapped in deinit only.
  private nonisolated(unsafe) let base: UnsafeRawPointer
  private let length: Int
  private let sections: [String: Range<Int>]

  /// Maps the file at `path` and verifies all of it.
  package init(path: String) throws(ModelError) {
    self.path = path
    let descriptor = open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else {
      throw ModelError(file: path, message: "cannot be opened; make the model with `readout model convert`")
    }
    defer { close(descriptor) }
    var status = stat()
    guard fstat(descriptor, &status) == 0, status.st_mode & S_IFMT == S_IFREG, status.st_size >= Self.headerSize else {
      throw ModelError(file: path, message: "is no converted model; make it with `readout model convert`")
    }
    let length = Int(status.st_size)
    guard let memory = mmap(nil, length, PROT_READ, MAP_PRIVATE, descriptor, 0), memory != MAP_FAILED else {
      throw ModelError(file: path, message: "cannot be mapped into memory (errno \(errno))")
    }
    base = UnsafeRawPointer(memory)
    self.length = length
    do { sections = try Self.readTable(UnsafeRawBufferPointer(start: memory, count: length), path: path) } catch {
      munmap(memory, length)
      throw error
    }
  }

  deinit { munmap(UnsafeMutableRawPointer(mutating: base), length) }

  private static func readTable(
    _ bytes: UnsafeRawBufferPointer, path: String
  ) throws(ModelError) -> [String: Range<Int>] {
    func damaged(_ what: String) -> ModelError {
      ModelError(file: path, message: "is damaged (\(what)); make it again with `readout model convert`")
    }
    func u64(_ at: Int) -> UInt64 { UInt64(littleEndian: bytes.loadUnaligned(fromByteOffset: at, as: UInt64.self)) }
    func u32(_ at: Int) -> UInt32 { UInt32(littleEndian: bytes.loadUnaligned(fromByteOffset: at, as: UInt32.self)) }

    guard bytes.prefix(8).elementsEqual(magic) else {
      throw ModelError(file: path, message: "is no converted model; make it with `readout model convert`")
    }
    guard u32(8) == version else {
      throw ModelError(
        file: path,
        message: "is of format \(u32(8)), and this release reads \(version); make it again with `readout model convert`"
      )
    }
    let count = Int(u32(12))
    guard u64(16) == UInt64(bytes.count) else { throw damaged("it is not as long as it says") }
    guard count <= (bytes.count - headerSize) / entrySize else { throw damaged("its table ends early") }
    let table = headerSize..<headerSize + count * entrySize
    guard u64(24) == checksum(UnsafeRawBufferPointer(rebasing: bytes[table])) else { throw damaged("its table") }
    var sections: [String: Range<Int>] = [:]
    for index in 0..<count {
      let at = headerSize + index * entrySize
      let name = String(decoding: bytes[at..<at + nameSize].prefix { $0 != 0 }, as: UTF8.self)
      guard let offset = Int(exactly: u64(at + nameSize)), let size = Int(exactly: u64(at + nameSize + 8)),
        offset >= table.upperBound, offset % alignment == 0, offset <= bytes.count, size <= bytes.count - offset
      else { throw damaged("section \(name) lies outside it") }
      guard u64(at + nameSize + 16) == checksum(UnsafeRawBufferPointer(rebasing: bytes[offset..<offset + size])) else {
        throw damaged("section \(name)")
      }
      sections[name] = offset..<offset + size
    }
    return sections
  }

  /// A 64-bit checksum, quick enough to take of the whole file at each start. It finds damage, not malice.
  package static func checksum(_ bytes: UnsafeRawBufferPointer) -> UInt64 {
    // Four independent lanes, so that the multiplications overlap.
    var lanes: (UInt64, UInt64, UInt64, UInt64) = (1, 2, 3, 4)
    let prime: UInt64 = 0x9e37_79b9_7f4a_7c15
    var at = 0
    let end = bytes.count & ~31
    while at < end {
      lanes.0 = (lanes.0 ^ bytes.loadUnaligned(fromByteOffset: at, as: UInt64.self)) &* prime
      lanes.1 = (lanes.1 ^ bytes.loadUnaligned(fromByteOffset: at + 8, as: UInt64.self)) &* prime
      lanes.2 = (lanes.2 ^ bytes.loadUnaligned(fromByteOffset: at + 16, as: UInt64.self)) &* prime
      lanes.3 = (lanes.3 ^ bytes.loadUnaligned(fromByteOffset: at + 24, as: UInt64.self)) &* prime
      // A product's low bits know nothing of the factors' high bits.
      lanes.0 ^= lanes.0 >> 29
      lanes.1 ^= lanes.1 >> 29
      lanes.2 ^= lanes.2 >> 29
      lanes.3 ^= lanes.3 >> 29
      at += 32
    }
    var sum = UInt64(bytes.count)
    while at < bytes.count {
      sum = (sum ^ UInt64(bytes[at])) &* prime
      sum ^= sum >> 29
      at += 1
    }
    for lane in [lanes.0, lanes.1, lanes.2, lanes.3] {
      sum = (sum ^ lane) &* prime
      sum ^= sum >> 32
    }
    return sum
  }

  /// The bytes of the section `name`. They live as long as this object.
  package func bytes(_ name: String) throws(ModelError) -> UnsafeRawBufferPointer {
    guard let range = sections[name] else {
      throw ModelError(file: path, message: "has no section \(name); make it again with `readout model convert`")
    }
    return UnsafeRawBufferPointer(rebasing: UnsafeRawBufferPointer(start: base, count: length)[range])
  }

  /// A copy of the bytes of the section `name`, or `nil` where there is none.
  package func optionalBytes(_ name: String) throws(ModelError) -> [UInt8]? {
    sections[name] == nil ? nil : Array(try bytes(name))
  }

  /// The `count` floats of the section `name`. They live as long as this object.
  package func floats(_ name: String, count: Int) throws(ModelError) -> UnsafeBufferPointer<Float> {
    let floats = try bytes(name).bindMemory(to: Float.self)
    guard floats.count == count, try bytes(name).count % 4 == 0 else {
      throw ModelError(
        file: path, message: "section \(name) has not \(count) weights; make it again with `readout model convert`")
    }
    return floats
  }
}
