import FoundationEssentials

/// The cities and regions of the world, in a file that is mapped and looked into; nothing is loaded.
///
/// The tables' own ``Places`` come first: a gazetteer knows no name that they know, and holds only names that mean one
/// place well before others. Whoever asks has to know that the name is a place's.
public struct Gazetteer: Sendable {
  /// The layout of the file, all numbers little-endian: a head of 24 bytes (eight of ``magic``, the number of slots, of
  /// places and of bytes of names, each 32 bits, and 32 bits that are 0); the slots, each a name's 64-bit hash and the number of
  /// its place from 1, 32 bits, 0 where the slot is free, and how it is written, 32 bits; the places of 32 bytes; the names.
  enum Layout {
    static let magic = Array("RDPLACE1".utf8)
    static let head = 24
    static let slot = 16
    static let place = 32
    /// Coordinates stand there as whole numbers.
    static let scale = 10_000.0
  }

  private let data: Data
  private let slots: Int
  private let places: Int

  /// How many places there are.
  public var count: Int { places }

  /// Maps the file at `path`.
  ///
  /// - Throws: ``KnowledgeError`` where it cannot be read or is none.
  public init(contentsOf path: String) throws(KnowledgeError) {
    do { data = try Data(contentsOf: URL(filePath: path), options: .alwaysMapped) } catch {
      throw KnowledgeError(
        file: path, message: "cannot be read; make it anew with: readout knowledge places")
    }
    let (slots, places, names) = data.withUnsafeBytes { bytes in
      guard bytes.count >= Layout.head, bytes.prefix(8).elementsEqual(Layout.magic) else {
        return (0, 0, 0)
      }
      return (Self.number(bytes, 8), Self.number(bytes, 12), Self.number(bytes, 16))
    }
    guard slots > places, slots.nonzeroBitCount == 1,
      data.count == Layout.head + Layout.slot * slots + Layout.place * places + names
    else {
      throw KnowledgeError(
        file: path,
        message: "is no file of places, or damaged; make it anew with: readout knowledge places")
    }
    self.slots = slots
    self.places = places
  }

  /// The place that `name` means.
  public func place(named name: String) -> Place? { place(named: NameKey(name)) }

  package func place(named name: NameKey) -> Place? {
    data.withUnsafeBytes { bytes in
      var slot = Self.slot(of: name.hash, among: slots)
      for _ in 0..<slots {
        let at = Layout.head + Layout.slot * slot
        let number = Self.number(bytes, at + 8)
        guard number > 0, number <= places else { return nil }
        if bytes.loadUnaligned(fromByteOffset: at, as: UInt64.self).littleEndian == name.hash {
          return name.fits(Self.number(bytes, at + 12) == 0 ? .capitalized : .capitals)
            ? place(number - 1, bytes) : nil
        }
        slot = (slot + 1) & (slots - 1)
      }
      return nil
    }
  }

  private func place(_ index: Int, _ bytes: UnsafeRawBufferPointer) -> Place? {
    let at = Layout.head + Layout.slot * slots + Layout.place * index
    func decimal(_ offset: Int) -> Double {
      Double(Int32(truncatingIfNeeded: Self.number(bytes, at + offset))) / Layout.scale
    }
    let names = Layout.head + Layout.slot * slots + Layout.place * places
    let start = names + Self.number(bytes, at + 16)
    let length = Self.number(bytes, at + 20) & 0xFFFF
    guard start + length <= bytes.count else { return nil }
    let country = String(decoding: bytes[(at + 24)..<(at + 27)], as: UTF8.self)
    let identifier = Self.number(bytes, at + 8)
    return Place(
      name: String(decoding: bytes[start..<(start + length)], as: UTF8.self),
      kind: bytes[at + 27] == 0 ? .city : .region, country: country,
      coordinates: bytes[at + 28] == 0
        ? nil : Coordinates(latitude: decimal(0), longitude: decimal(4)),
      geonames: identifier == 0 ? nil : identifier)
  }

  static func slot(of hash: UInt64, among slots: Int) -> Int {
    Int(truncatingIfNeeded: (hash ^ hash >> 32) & UInt64(slots - 1))
  }

  private static func number(_ bytes: UnsafeRawBufferPointer, _ at: Int) -> Int {
    Int(bytes.loadUnaligned(fromByteOffset: at, as: UInt32.self).littleEndian)
  }
}
