/// Where bytes come from, block by block.
protocol ByteSource: AnyObject {
  /// The next block; empty at the end.
  ///
  /// - Throws: ``NewswireError`` where no more can be had.
  func read() throws(NewswireError) -> [UInt8]
}

/// Bytes that can be read at any place, as a ZIP archive's directory wants it.
protocol ByteStore: AnyObject {
  var size: Int { get }
  /// The `count` bytes from `offset` on, or fewer where they end.
  func bytes(at offset: Int, count: Int) throws(NewswireError) -> [UInt8]
}
