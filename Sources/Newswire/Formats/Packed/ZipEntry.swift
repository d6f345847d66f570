/// A file in a ZIP archive, as the directory describes it.
struct ZipEntry {
  var path: String
  var isEncrypted: Bool
  /// 0 is stored, 8 is deflated.
  var method: Int
  var checksum: UInt32
  var packedSize: Int
  var size: Int
  /// Where its own header stands.
  var offset: Int

  /// Folders, hidden files, and what macOS adds.
  var isHidden: Bool {
    path.hasSuffix("/") || path.hasPrefix("__MACOSX/") || path.split(separator: "/").contains { $0.hasPrefix(".") }
  }

  /// Reads the entry that begins at `at`; `nil` where there is none.
  static func read(_ directory: LittleEndian, at: Int) -> (entry: ZipEntry, next: Int)? {
    guard directory.number(at, 4) == 0x0201_4B50, at + 46 <= directory.bytes.count else { return nil }
    let start = at + 46
    let end = start + directory.number(at + 28, 2)
    let next = end + directory.number(at + 30, 2) + directory.number(at + 32, 2)
    guard next <= directory.bytes.count else { return nil }
    let name = directory.bytes[start..<end]
    let entry = ZipEntry(
      path: String(validating: name, as: UTF8.self) ?? TextEncoding("cp437").decode(name) ?? "",
      isEncrypted: directory.number(at + 8, 2) & 1 == 1, method: directory.number(at + 10, 2),
      checksum: UInt32(directory.number(at + 16, 4)), packedSize: directory.number(at + 20, 4),
      size: directory.number(at + 24, 4), offset: directory.number(at + 42, 4))
    return (entry, next)
  }
}
