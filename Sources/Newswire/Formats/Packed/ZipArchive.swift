/// The files of a ZIP archive, in the order of its directory: stored and deflated ones, without encryption.
final class ZipArchive: Container {
  private let store: any ByteStore
  private let origin: Origin
  private var entries: IndexingIterator<[ZipEntry]>

  /// Reads the directory.
  ///
  /// - Throws: ``NewswireError`` where there is none, or it describes what no honest archive holds.
  init(_ store: any ByteStore, origin: Origin) throws(NewswireError) {
    self.store = store
    self.origin = origin
    let all = try Self.directory(store, origin: origin)
    if all.contains(where: { $0.path == "[Content_Types].xml" || $0.path == "META-INF/manifest.xml" }) {
      throw origin.error("is a file of an office program; save it as plain text or HTML first")
    }
    let packed = all.reduce(0) { $0 + $1.packedSize }
    let size = all.reduce(0) { $0 + $1.size }
    guard packed <= store.size, size <= origin.limits.archive else {
      throw origin.error(
        "claims to hold more than it can, or than is safe to unpack; unpack it yourself if you trust it")
    }
    entries = all.filter { !$0.isHidden }.makeIterator()
  }

  func next() throws(NewswireError) -> Part? {
    guard let entry = entries.next() else { return nil }
    let origin = origin.within(entry.path)
    do throws(NewswireError) {
      return .bytes(ByteReader(try ZipEntryBytes(entry, in: store, origin: origin), name: origin.source), origin)
    } catch {
      return .failure(error)
    }
  }

  private static func directory(_ store: any ByteStore, origin: Origin) throws(NewswireError) -> [ZipEntry] {
    let damaged = origin.error("is no whole ZIP archive: its directory is missing or damaged; fetch it again")
    // The end record is the last 22 bytes, but for a comment.
    let start = max(0, store.size - 22 - 0xFFFF)
    let tail = LittleEndian(try store.bytes(at: start, count: store.size - start))
    var at = tail.bytes.count - 22
    while at >= 0, tail.number(at, 4) != 0x0605_4B50 { at -= 1 }
    guard at >= 0 else { throw damaged }
    let (count, size, offset) = (tail.number(at + 10, 2), tail.number(at + 12, 4), tail.number(at + 16, 4))
    guard count < 0xFFFF, offset < 0xFFFF_FFFF, size <= store.size, size <= origin.limits.document else {
      throw origin.error("is a ZIP archive of more than 65,534 files or 4 GiB; unpack it first")
    }
    let directory = LittleEndian(try store.bytes(at: offset, count: size))
    var entries: [ZipEntry] = []
    at = 0
    for _ in 0..<count {
      guard let (entry, next) = ZipEntry.read(directory, at: at) else { throw damaged }
      entries.append(entry)
      at = next
    }
    return entries
  }
}
