/// Bytes that are already here.
final class MemoryBytes: ByteSource, ByteStore {
  private let content: [UInt8]
  private var isRead = false

  init(_ content: [UInt8]) { self.content = content }

  var size: Int { content.count }

  func read() -> [UInt8] {
    defer { isRead = true }
    return isRead ? [] : content
  }

  func bytes(at offset: Int, count: Int) -> [UInt8] {
    guard offset >= 0, count > 0, offset < content.count else { return [] }
    return Array(content[offset..<min(content.count, offset + count)])
  }
}
