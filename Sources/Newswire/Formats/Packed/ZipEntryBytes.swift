/// The bytes of a file in a ZIP archive, unpacked block by block.
final class ZipEntryBytes: ByteSource {
  private let entry: ZipEntry
  private let store: any ByteStore
  private let origin: Origin
  private let inflater = Inflater(.none)
  /// The packed bytes that have not been read.
  private var unread: Range<Int>
  private var input: ArraySlice<UInt8> = []
  private var given = 0
  private var checksum: UInt32 = 0
  private var isFinished = false
  private static let block = 1 << 16

  /// - Throws: ``NewswireError`` where it is encrypted, packed by another method, or not where it should be.
  init(_ entry: ZipEntry, in store: any ByteStore, origin: Origin) throws(NewswireError) {
    self.entry = entry
    self.store = store
    self.origin = origin
    if entry.isEncrypted { throw origin.error("is encrypted; unpack the archive with its password first") }
    guard entry.method == 0 || entry.method == 8 else {
      throw origin.error("is packed by a method other than deflate; unpack the archive first")
    }
    if entry.size > origin.limits.document, entry.size / origin.limits.expansion > entry.packedSize {
      throw origin.error(
        "unpacks to more than \(origin.limits.expansion) times its size, which no news does; unpack it yourself if you trust it"
      )
    }
    let header = LittleEndian(try store.bytes(at: entry.offset, count: 30))
    let start = entry.offset + 30 + header.number(26, 2) + header.number(28, 2)
    guard header.number(0, 4) == 0x0403_4B50, entry.packedSize <= store.size - start else {
      throw origin.error("is not where the archive's directory says; the archive is damaged, fetch it again")
    }
    unread = start..<start + entry.packedSize
  }

  func read() throws(NewswireError) -> [UInt8] {
    while !isFinished {
      if input.isEmpty, !unread.isEmpty {
        let piece = try store.bytes(at: unread.lowerBound, count: min(unread.count, Self.block))
        guard !piece.isEmpty else { throw damaged() }
        unread = unread.lowerBound + piece.count..<unread.upperBound
        input = piece[...]
      }
      let output = try unpack()
      given += output.count
      checksum = Inflater.checksum(checksum, output)
      guard given <= entry.size else { throw damaged() }
      if isFinished { guard given == entry.size, checksum == entry.checksum else { throw damaged() } }
      if !output.isEmpty { return output }
    }
    return []
  }

  private func unpack() throws(NewswireError) -> [UInt8] {
    if entry.method == 0 {
      defer { input = [] }
      isFinished = unread.isEmpty
      return Array(input)
    }
    let wasEmpty = input.isEmpty
    let (output, used, outcome) = inflater.unpack(input)
    input = input.dropFirst(used)
    switch outcome {
    case .finished: isFinished = true
    case .damaged: throw damaged()
    case .partial: if wasEmpty, output.isEmpty { throw damaged() }
    }
    return output
  }

  private func damaged() -> NewswireError { origin.error("is damaged in the archive; fetch the archive again") }
}
