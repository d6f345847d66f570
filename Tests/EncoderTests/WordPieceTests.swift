import Encoder
import Testing

@Suite("Word pieces")
struct WordPieceTests {
  private let wordPiece: WordPiece

  init() throws { wordPiece = try SmallEncoder().load().wordPiece }

  /// The pieces of `text` by name, with the text that each stands for.
  private func pieces(_ text: String) -> [String] {
    let utf8 = Array(text.utf8)
    return wordPiece.pieces(of: utf8, in: 0..<utf8.count).map {
      SmallEncoder.vocabulary[Int($0.id)] + "=" + String(decoding: utf8[$0.bytes], as: UTF8.self)
    }
  }

  @Test("are the longest that the vocabulary has")
  func longestFirst() {
    #expect(pieces("The talks.") == ["the=The", "talk=talk", "##s=s", ".=."])
    #expect(pieces("unaffable") == ["un=un", "##aff=aff", "##able=able"])
  }

  @Test("of a word that cannot be written are one unknown piece")
  func unknown() {
    #expect(pieces("talkx said") == ["[UNK]=talkx", "said=said"])
    #expect(pieces(String(repeating: "e", count: 100)).count == 100)
    let long = String(repeating: "e", count: 101)
    #expect(pieces(long) == ["[UNK]=" + long])
  }

  @Test("are without accents, and point to the characters that had them")
  func accents() {
    #expect(pieces("Né") == ["n=N", "##e=é"])
    #expect(pieces("ne\u{301}o") == ["n=n", "##e=e", "##o=o"])
    #expect(pieces("한") == ["ᄒ=한", "##ᅡ=한", "##ᆫ=한"])
  }

  @Test("begin anew at punctuation, at Chinese characters and at any white space")
  func words() {
    #expect(pieces("a,b") == ["a=a", ",=,", "b=b"])
    #expect(pieces("a≠b“c”") == ["a=a", "[UNK]=≠", "b=b", "[UNK]=“", "c=c", "[UNK]=”"])
    #expect(pieces("a中b") == ["a=a", "中=中", "b=b"])
    #expect(pieces("a\u{a0}b\u{2028}c\td") == ["a=a", "b=b", "c=c", "[UNK]=d"])
  }

  @Test("pass over control characters and what cannot be seen")
  func controls() {
    #expect(pieces("ta\0l\u{200b}k") == ["talk=ta\0l\u{200b}k"])
    #expect(pieces("\u{feff}the\u{fffd}") == ["the=the"])
    #expect(pieces("\0\u{301}").isEmpty)
    #expect(pieces("ﬁ") == ["[UNK]=ﬁ"])
  }

  @Test("of a part of a text count its bytes from the text's start")
  func part() {
    let utf8 = Array("the minister said".utf8)
    #expect(wordPiece.pieces(of: utf8, in: 4..<12) == [Piece(id: 6, bytes: 4..<12)])
    #expect(wordPiece.pieces(of: utf8, in: 13..<99).map(\.bytes) == [13..<17])
  }

  @Test("of any bytes whatever are in order and inside them")
  func randomBytes() {
    var random = SplitMix(state: 3)
    let likely = Array("the talks \u{e9}\u{301}中한“ﬁ\u{1f600}\u{200d},.".utf8)
    for _ in 0..<300 {
      let bytes = (0..<Int.random(in: 0...400, using: &random)).map { _ in
        Bool.random(using: &random)
          ? UInt8.random(in: 0...255, using: &random) : likely.randomElement(using: &random) ?? 0
      }
      let low = Int.random(in: 0...bytes.count, using: &random)
      var at = low
      for piece in wordPiece.pieces(of: bytes, in: low..<bytes.count) {
        #expect(piece.bytes.lowerBound >= at && piece.bytes.lowerBound < piece.bytes.upperBound)
        #expect(piece.bytes.upperBound <= bytes.count)
        at = piece.bytes.lowerBound
      }
    }
  }
}
