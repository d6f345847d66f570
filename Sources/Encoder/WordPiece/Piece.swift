/// A piece of a word, as an encoder reads it.
public struct Piece: Sendable, Hashable {
  /// The piece's number in the vocabulary.
  public let id: Int32
  /// The bytes of the text that the piece stands for, half-open: whole characters, accents left out where they trail.
  public let bytes: Range<Int>

  public init(id: Int32, bytes: Range<Int>) {
    self.id = id
    self.bytes = bytes
  }
}
