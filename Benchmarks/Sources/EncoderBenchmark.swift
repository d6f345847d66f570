import Encoder
import FoundationEssentials

/// Encodes texts for `training/parity.py`, and times it.
///
/// The input has a JSON object a line: a text, its passages as ranges of bytes, and the numbers of its pieces' features, each
/// passage followed by one piece that parts it from the next. The output gets for each text the number of its pieces (Int32),
/// their numbers and byte ranges (3 Int32 each) and what the encoder gives each (Float32): the logits of the tags, then
/// for each pointer the logits to CLS, to the piece itself and to the one before. Prints a JSON object of times, in seconds
/// of the processor.
struct EncoderBenchmark {
  let model: String
  /// What to run with, or `nil` for the pieces alone.
  let precision: TokenEncoder.Precision?
  let input: String
  let output: String

  private struct Line: Decodable {
    let text: String
    let passages: [[Int]]
    let features: [Int32]
  }

  /// The piece between passages, the vocabulary's first unused one.
  private static let between: Int32 = 1

  func run() throws {
    let lines = try Data(contentsOf: URL(filePath: input)).split(separator: 0x0a).map {
      try JSONDecoder().decode(Line.self, from: $0)
    }
    let before = Memory.now
    var clock = Clock.now
    let encoder = try TokenEncoder(contentsOf: model, precision: precision ?? .eightBit)
    let load = Clock.now - clock
    var seconds = (pieces: 0.0, encoder: 0.0)
    var count = 0
    var encoded: [UInt8] = []
    for line in lines {
      let utf8 = Array(line.text.utf8)
      clock = Clock.now
      var pieces: [Piece] = []
      for passage in line.passages {
        pieces += encoder.wordPiece.pieces(of: utf8, in: passage[0]..<passage[1])
        pieces.append(Piece(id: Self.between, bytes: passage[1]..<passage[1]))
      }
      seconds.pieces += Clock.now - clock
      count += pieces.count
      append([Int32(pieces.count)], to: &encoded)
      for piece in pieces {
        append([piece.id, Int32(piece.bytes.lowerBound), Int32(piece.bytes.upperBound)], to: &encoded)
      }
      guard precision != nil else { continue }
      clock = Clock.now
      let encoding = encoder.encode(pieces.map(\.id), features: line.features)
      seconds.encoder += Clock.now - clock
      for piece in pieces.indices { append(numbers(of: piece, encoding), to: &encoded) }
    }
    let memory = Memory.now - before - encoded.capacity
    try Data(encoded).write(to: URL(filePath: output))
    print(
      """
      {"texts": \(lines.count), "count": \(count), "load": \(load), "pieces": \(seconds.pieces), \
      "encoder": \(seconds.encoder), "memory": \(memory)}
      """)
  }

  private func numbers(of piece: Int, _ encoding: Encoding) -> [Float] {
    var numbers = encoding.tagLogits(piece)
    for head in 0..<Encoding.heads {
      for target in [nil, piece, piece - 1] {
        let isBefore = target == -1
        numbers.append((isBefore ? nil : encoding.pointer(head, from: piece, to: target)) ?? .nan)
      }
    }
    return numbers
  }

  private func append<Number: BitwiseCopyable>(_ numbers: [Number], to bytes: inout [UInt8]) {
    numbers.withUnsafeBytes { bytes.append(contentsOf: $0) }
  }
}
