/// Bytes that are read in their order, and can be looked at before: memory holds a block, a line or what is asked for.
///
/// Where the source breaks off, what came before is handed out first.
final class ByteReader {
  /// As errors name it.
  let name: String
  private let source: any ByteSource
  private var buffer: [UInt8] = []
  /// What of the buffer has been handed out.
  private var consumed = 0
  private var isAtEnd = false
  private var failure: NewswireError?

  init(_ source: any ByteSource, name: String) {
    self.source = source
    self.name = name
  }

  convenience init(_ bytes: [UInt8], name: String) { self.init(MemoryBytes(bytes), name: name) }

  /// The bytes at any place, where the source can give them and nothing has been handed out.
  var store: (any ByteStore)? {
    if let file = source as? FileBytes, !file.isSeekable { return nil }
    return source as? any ByteStore
  }

  /// The first `count` bytes, or fewer where they end; they stay to be read.
  func peek(_ count: Int) -> ArraySlice<UInt8> {
    while buffer.count - consumed < count, fill() {}
    return buffer[consumed...].prefix(count)
  }

  /// The first line without its line break, or `limit` bytes of it; it stays to be read.
  func peekLine(limit: Int) -> (bytes: ArraySlice<UInt8>, isWhole: Bool) {
    var searched = consumed
    while true {
      if let end = buffer[searched...].firstIndex(of: 0x0A) { return (buffer[consumed..<end].prefix(limit), true) }
      searched = buffer.count
      if searched - consumed >= limit { return (buffer[consumed...].prefix(limit), false) }
      let before = consumed
      guard fill() else { return (buffer[consumed...], false) }
      searched -= before - consumed
    }
  }

  /// What is at hand without reading more; a block is read where there is nothing.
  var available: ArraySlice<UInt8> {
    if consumed == buffer.count { _ = fill() }
    return buffer[consumed...]
  }

  /// Whether all has been handed out.
  ///
  /// - Throws: ``NewswireError`` where the source broke off.
  func isExhausted() throws(NewswireError) -> Bool {
    if !available.isEmpty { return false }
    if let failure { throw failure }
    return true
  }

  /// Hands out `count` bytes, or fewer where they end.
  func take(_ count: Int) throws(NewswireError) -> [UInt8] {
    let bytes = Array(peek(count))
    if bytes.count < count, let failure { throw failure }
    drop(bytes.count)
    return bytes
  }

  /// Passes over `count` bytes; how many there were.
  func skip(_ count: Int) throws(NewswireError) -> Int {
    var left = count
    while left > 0, try !isExhausted() {
      let step = min(left, available.count)
      drop(step)
      left -= step
    }
    return count - left
  }

  /// All bytes that have not been handed out, or `nil` where there are more than `limit`.
  func rest(limit: Int) throws(NewswireError) -> [UInt8]? {
    while buffer.count - consumed <= limit, fill() {}
    guard buffer.count - consumed <= limit else { return nil }
    if let failure { throw failure }
    let bytes = consumed == 0 ? buffer : Array(buffer[consumed...])
    buffer = []
    consumed = 0
    return bytes
  }

  /// A line without its line break.
  enum Line {
    case whole([UInt8])
    /// It is longer than the limit, and has been passed over.
    case tooLong
  }

  /// The next line, or `nil` at the end.
  ///
  /// - Throws: ``NewswireError`` where the source broke off before the line's end.
  func line(limit: Int) throws(NewswireError) -> Line? {
    var (bytes, isWhole) = peekLine(limit: limit)
    if isWhole, bytes.count < limit {
      let line = Array(bytes)
      drop(line.count + 1)
      return .whole(line)
    }
    if bytes.count < limit {
      if let failure { throw failure }
      guard !bytes.isEmpty else { return nil }
      let line = Array(bytes)
      drop(line.count)
      return .whole(line)
    }
    bytes = []
    while try !isExhausted() {
      if let end = available.firstIndex(of: 0x0A) {
        drop(end + 1 - consumed)
        break
      }
      drop(available.count)
    }
    return .tooLong
  }

  private func drop(_ count: Int) {
    consumed += count
    if consumed == buffer.count {
      buffer.removeAll(keepingCapacity: buffer.count <= 1 << 20)
      consumed = 0
    }
  }

  /// Reads one more block; drops first what has been handed out. Whether there was one.
  private func fill() -> Bool {
    guard !isAtEnd, failure == nil else { return false }
    if consumed > 0, consumed >= buffer.count / 2 {
      buffer.removeSubrange(..<consumed)
      consumed = 0
    }
    do throws(NewswireError) {
      let block = try source.read()
      isAtEnd = block.isEmpty
      if buffer.isEmpty { buffer = block } else { buffer += block }
    } catch { failure = error }
    return !isAtEnd && failure == nil
  }
}
