/// What a ``TokenEncoder`` gives the pieces of a text.
///
/// Each piece is read from the window in which it is most central.
public struct Encoding: Sendable {
  /// The number of pieces.
  public let count: Int
  /// The number of tags.
  public let tagCount: Int
  /// The floats of a query or a key.
  static let pointerWidth = 64
  /// The pointers of an encoder.
  public static let heads = 2

  private let windows: [Range<Int>]
  /// The first row of each window, that of CLS.
  private let starts: [Int]
  private let windowOfPiece: [Int32]
  /// For each row of the windows, CLS and SEP among them: the logits of the tags, then for each head a query and a key.
  private let rows: [Float]
  private let stride: Int
  /// Where in a row the pointers begin.
  private let pointers: Int

  init(count: Int, tagCount: Int, windows: [Range<Int>], starts: [Int], rows: [Float], heads: Heads) {
    self.count = count
    self.tagCount = tagCount
    self.windows = windows
    self.starts = starts
    self.rows = rows
    stride = heads.stride
    pointers = heads.pointers
    windowOfPiece = Windows.mostCentral(windows, count: count)
  }

  /// The logit of tag `tag` of a piece.
  public subscript(piece: Int, tag: Int) -> Float {
    precondition(tag >= 0 && tag < tagCount, "there is no such tag")
    return rows[row(of: piece, inWindow: Int(windowOfPiece[piece])) + tag]
  }

  /// The logits of a piece, one for each tag.
  public func tagLogits(_ piece: Int) -> [Float] {
    let start = row(of: piece, inWindow: Int(windowOfPiece[piece]))
    return Array(rows[start..<start + tagCount])
  }

  /// How well `target` fits as what `piece` points to: the logit of pointer `head`.
  ///
  /// - Parameter target: a piece, or `nil` for none (CLS).
  /// - Returns: `nil` where the target lies outside the piece's window.
  public func pointer(_ head: Int, from piece: Int, to target: Int?) -> Float? {
    precondition(head >= 0 && head < Self.heads, "there is no such pointer")
    let window = Int(windowOfPiece[piece])
    let first = pointers + head * 2 * Self.pointerWidth
    let query = row(of: piece, inWindow: window) + first
    var key = starts[window] * stride
    if let target {
      guard windows[window].contains(target) else { return nil }
      key = row(of: target, inWindow: window)
    }
    key += first + Self.pointerWidth
    return rows.withUnsafeBytes { rows in
      // Sixteen sums at once; one after the other each would wait for the last.
      var sums = SIMD16<Float>.zero
      for index in Swift.stride(from: 0, to: Self.pointerWidth, by: 16) {
        let part = (query: (query + index) * 4, key: (key + index) * 4)
        sums +=
          rows.loadUnaligned(fromByteOffset: part.query, as: SIMD16<Float>.self)
          * rows.loadUnaligned(fromByteOffset: part.key, as: SIMD16<Float>.self)
      }
      return sums.sum() / 8
    }
  }

  /// Where the floats of a piece's row begin.
  private func row(of piece: Int, inWindow window: Int) -> Int {
    (starts[window] + 1 + piece - windows[window].lowerBound) * stride
  }
}
