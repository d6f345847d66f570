internal import Encoder

/// A document as the encoder reads it: the word pieces of its passages, each followed by a break, with the features of the
/// tokens that hold them.
struct TaggerInput: Sendable {
  /// The vocabulary's first unused piece, which stands between passages.
  static let passageBreak: Int32 = 1

  private(set) var pieces: [Int32] = []
  /// For each piece the numbers of its features, row by row; all 0 where no token holds it.
  private(set) var features: [Int32] = []
  /// For each piece its bytes, half-open; of a break empty.
  private(set) var bytes: [Range<Int>] = []

  /// - Parameter passages: Half-open ranges of `utf8`, ascending.
  init(utf8: [UInt8], passages: [Range<Int>], features tokens: TokenFeatures, encoder: TokenEncoder) {
    let columns = TokenFeatures.columns.count
    let none = [Int32](repeating: 0, count: columns)
    var next = passages.first.map { tokens.first(endingAfter: $0.lowerBound) } ?? 0
    var numbers = none
    var numbered = -1
    for passage in passages {
      for piece in encoder.wordPiece.pieces(of: utf8, in: passage) {
        while next < tokens.tokens.count, tokens.tokens[next].bytes.upperBound <= piece.bytes.lowerBound { next += 1 }
        pieces.append(piece.id)
        bytes.append(piece.bytes)
        guard next < tokens.tokens.count, tokens.tokens[next].bytes.lowerBound < piece.bytes.upperBound else {
          features += none
          continue
        }
        if numbered != next {
          numbered = next
          for column in 0..<columns {
            numbers[column] = encoder.features.number(of: tokens.tokens[next].values[column], column: column)
          }
        }
        features += numbers
      }
      pieces.append(Self.passageBreak)
      bytes.append(passage.upperBound..<passage.upperBound)
      features += none
    }
  }
}
