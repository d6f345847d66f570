import Encoder
import FoundationEssentials

/// Encodes texts for `training/parity.py`, and times it: `encoder-benchmark MODEL PRECISION INPUT OUTPUT`.
///
/// INPUT has a JSON object a line: a text, its passages as ranges of bytes, and the numbers of its pieces' features, each
/// passage followed by one piece that parts it from the next. OUTPUT gets for each text the number of its pieces (Int32),
/// their numbers and byte ranges (3 Int32 each) and what the encoder gives each (Float32): the logits of the tags, then
/// for each pointer the logits to CLS, to the piece itself and to the one before. With `pieces` in place of a precision,
/// OUTPUT gets the pieces alone. Prints a JSON object of times, in seconds of the processor.
@main
struct EncoderBenchmark {
  private struct Line: Decodable {
    let text: String
    let passages: [[Int]]
    let features: [Int32]
  }

  /// The piece between passages, the vocabulary's first unused one.
  private static let between: Int32 = 1

  static func main() throws {
    let arguments = CommandLine.arguments
    guard arguments.count == 5 else {
      print("usage: encoder-benchmark MODEL eight-bit|single|pieces INPUT OUTPUT")
      return
    }
    let hasEncodings = arguments[2] != "pieces"
    let lines = try Data(contentsOf: URL(filePath: arguments[3])).split(separator: 0x0a).map {
      try JSONDecoder().decode(Line.self, from: $0)
    }
    let before = Memory.now
    var clock = Clock.now
    let encoder = try TokenEncoder(contentsOf: arguments[1], precision: arguments[2] == "single" ? .single : .eightBit)
    let load = Clock.now - clock
    var seconds = (pieces: 0.0, encoder: 0.0)
    var count = 0
    var output: [UInt8] = []
    for line in lines {
      let utf8 = Array(line.text.utf8)
      clock = Clock.now
      var pieces: [Piece] = []
      for passage in line.passages {
        pieces += encoder.wordPiece.pieces(of: utf8, in: passage[0]..<passage[1])
        pieces.append(Piece(id: between, bytes: passage[1]..<passage[1]))
      }
      seconds.pieces += Clock.now - clock
      count += pieces.count
      append([Int32(pieces.count)], to: &output)
      for piece in pieces {
        append([piece.id, Int32(piece.bytes.lowerBound), Int32(piece.bytes.upperBound)], to: &output)
      }
      guard hasEncodings else { continue }
      clock = Clock.now
      let encoding = encoder.encode(pieces.map(\.id), features: line.features)
      seconds.encoder += Clock.now - clock
      for piece in pieces.indices { append(numbers(of: piece, encoding), to: &output) }
    }
    let memory = Memory.now - before - output.capacity
    try Data(output).write(to: URL(filePath: arguments[4]))
    print(
      """
      {"texts": \(lines.count), "count": \(count), "load": \(load), "pieces": \(seconds.pieces), \
      "encoder": \(seconds.encoder), "memory": \(memory)}
      """)
  }

  private static func numbers(of piece: Int, _ encoding: Encoding) -> [Float] {
    var numbers = encoding.tagLogits(piece)
    for head in 0..<Encoding.heads {
      for target in [nil, piece, piece - 1] {
        let isBefore = target == -1
        numbers.append((isBefore ? nil : encoding.pointer(head, from: piece, to: target)) ?? .nan)
      }
    }
    return numbers
  }

  private static func append<Number: BitwiseCopyable>(_ numbers: [Number], to output: inout [UInt8]) {
    numbers.withUnsafeBytes { output.append(contentsOf: $0) }
  }
}
