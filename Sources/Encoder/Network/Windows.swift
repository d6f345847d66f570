/// How a long text is parted for an encoder that reads only so many pieces at a time.
enum Windows {
  /// The most pieces of a window, CLS and SEP not counted.
  static let size = 254
  /// The pieces that two neighbours share, at least.
  static let overlap = 40

  /// As few windows of equal length as cover 0..<count.
  static func covering(_ count: Int) -> [Range<Int>] {
    guard count > size else { return count > 0 ? [0..<count] : [] }
    let number = (count - overlap + size - overlap - 1) / (size - overlap)
    let length = (count + (number - 1) * overlap + number - 1) / number
    return (0..<number).map { index in
      let start = max(0, min(index * (length - overlap), count - length))
      return start..<min(count, index * (length - overlap) + length)
    }
  }

  /// For each piece, the number of the window in which it is farthest from an end that the text goes on behind; of
  /// equals, the first.
  static func mostCentral(_ windows: [Range<Int>], count: Int) -> [Int32] {
    var result = [Int32](repeating: 0, count: count)
    var margins = [Int](repeating: -1, count: count)
    for (number, window) in windows.enumerated() {
      for piece in window {
        let before = piece - window.lowerBound
        let after = window.upperBound - 1 - piece
        let margin =
          switch (window.lowerBound == 0, window.upperBound == count) {
          case (true, true): max(before, after)
          case (true, false): after
          case (false, true): before
          case (false, false): min(before, after)
          }
        if margin > margins[piece] { (margins[piece], result[piece]) = (margin, Int32(number)) }
      }
    }
    return result
  }
}
