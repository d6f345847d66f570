import Encoder
import Testing

@Suite("An encoder")
struct TokenEncoderTests {
  /// A random text and its features.
  private func text(_ count: Int, seed: UInt64 = 1) -> (pieces: [Int32], features: [Int32]) {
    var random = SplitMix(state: seed)
    let last = Int32(SmallEncoder.vocabulary.count - 1)
    return (
      (0..<count).map { _ in Int32.random(in: 5...last, using: &random) },
      (0..<count * 2).map { _ in Int32.random(in: 0...3, using: &random) }
    )
  }

  private func logits(_ encoding: Encoding) -> [Float] { (0..<encoding.count).flatMap { encoding.tagLogits($0) } }

  @Test("tells what it is")
  func description() throws {
    let encoder = try SmallEncoder().load()
    #expect(encoder.name == "small")
    #expect(encoder.tags.count == 7)
    #expect(encoder.features.columns == ["tag", "shape"])
    #expect(encoder.features.number(of: "VBD", column: 0) == 3)
    #expect(encoder.features.number(of: "XX", column: 1) == 1)
  }

  @Test("gives each piece a logit for each tag", arguments: [0, 1, 2, 253, 254, 255, 470, 1_000])
  func counts(count: Int) throws {
    let encoder = try SmallEncoder().load()
    let (pieces, features) = text(count)
    let encoding = encoder.encode(pieces, features: features)
    #expect(encoding.count == count)
    let all = logits(encoding)
    #expect(all.count == 7 * count)
    #expect(all.allSatisfy { $0.isFinite })
    for piece in 0..<count {
      #expect(encoding[piece, 6] == encoding.tagLogits(piece)[6])
      #expect(encoding.pointer(0, from: piece, to: nil)?.isFinite == true)
      #expect(encoding.pointer(1, from: piece, to: piece)?.isFinite == true)
    }
    if count > 254 { #expect(encoding.pointer(0, from: 0, to: count - 1) == nil) }
  }

  @Test("gives the same bits whatever it has done before", arguments: [TokenEncoder.Precision.eightBit, .single])
  func determinism(precision: TokenEncoder.Precision) async throws {
    let encoder = try SmallEncoder().load(precision)
    let (pieces, features) = text(300)
    let first = logits(encoder.encode(pieces, features: features))
    let other = text(700, seed: 2)
    _ = encoder.encode(other.pieces, features: other.features)
    #expect(logits(encoder.encode(pieces, features: features)) == first)
    await withTaskGroup(of: [Float].self) { group in
      for _ in 0..<4 { group.addTask { logits(encoder.encode(pieces, features: features)) } }
      for await other in group { #expect(other == first) }
    }
  }

  @Test("reads a piece from the window in which it is most central")
  func windows() throws {
    let encoder = try SmallEncoder().load()
    let (pieces, features) = text(400)
    let whole = encoder.encode(pieces, features: features)
    // 400 pieces are two windows of 220, the second from 180 on; the middle of what they share is 200.
    let first = encoder.encode(Array(pieces[..<220]), features: Array(features[..<440]))
    let second = encoder.encode(Array(pieces[180...]), features: Array(features[360...]))
    for piece in 0..<400 {
      let expected = piece < 200 ? first.tagLogits(piece) : second.tagLogits(piece - 180)
      #expect(whole.tagLogits(piece) == expected)
    }
    #expect(whole.pointer(1, from: 199, to: 219) == first.pointer(1, from: 199, to: 219))
    #expect(whole.pointer(1, from: 199, to: 220) == nil)
    #expect(whole.pointer(1, from: 200, to: 180) == second.pointer(1, from: 20, to: 0))
    #expect(whole.pointer(1, from: 200, to: 179) == nil)
  }

  @Test("reads order and features")
  func order() throws {
    let encoder = try SmallEncoder().load()
    let (pieces, features) = text(20)
    let first = logits(encoder.encode(pieces, features: features))
    #expect(logits(encoder.encode(pieces.reversed(), features: features)) != first)
    #expect(logits(encoder.encode(pieces, features: features.map { 3 - $0 })) != first)
  }

  @Test("says nearly the same in bytes as in single precision")
  func precisions() throws {
    let small = SmallEncoder()
    let (pieces, features) = text(400)
    let single = logits(try small.load(.single).encode(pieces, features: features))
    let bytes = logits(try small.load(.eightBit).encode(pieces, features: features))
    let spread = (single.max() ?? 0) - (single.min() ?? 0)
    var difference: Float = 0
    for (a, b) in zip(single, bytes) { difference += abs(a - b) }
    #expect(spread > 1)
    #expect(difference / Float(single.count) < 0.02 * spread)
  }

  @Test("takes numbers that it does not know, and features that are not there")
  func strangeNumbers() throws {
    let encoder = try SmallEncoder().load()
    let strange = encoder.encode([-1, .max, 5, 6], features: [.min, .max, 99, -7])
    let usual = encoder.encode([2, 2, 5, 6], features: [1, 1, 1, 1, 0, 0, 0, 0])
    #expect(logits(strange) == logits(usual))
  }
}
