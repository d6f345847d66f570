import Encoder
import Testing

@Suite("The file of an encoder")
struct EncoderFileTests {
  /// What loading the file says.
  private func message(_ bytes: [UInt8]) -> String {
    do {
      _ = try SmallEncoder.load(bytes)
      return "loaded"
    } catch let error as EncoderError { return error.message } catch { return "\(error)" }
  }

  @Test("is refused with what to do where there is none")
  func missing() {
    let path = "/nowhere/model.safetensors"
    let error = #expect(throws: EncoderError.self) { try TokenEncoder(contentsOf: path) }
    #expect(error?.file == path)
    #expect(error?.message.contains("fetch the model again") == true)
  }

  @Test("is refused when it is cut short anywhere")
  func cutShort() {
    let bytes = SmallEncoder().bytes
    #expect(message(bytes) == "loaded")
    for length in [0, 1, 7, 8, 9, 100, 2_000, bytes.count / 2, bytes.count - 1] {
      #expect(message(Array(bytes[..<length])).contains("fetch the model again"))
    }
  }

  @Test("is refused when it is of another format")
  func format() {
    var small = SmallEncoder()
    small.metadata["format"] = "readout-encoder 9"
    #expect(message(small.bytes).contains("readout-encoder 9"))
    small.metadata["format"] = nil
    #expect(message(small.bytes).contains("format"))
  }

  @Test("is refused when an array is missing, of another type or shape, and is told which")
  func arrays() {
    for name in SmallEncoder().tensors.keys where !name.hasSuffix("qkv.weight") {
      var small = SmallEncoder()
      small.tensors[name] = nil
      #expect(message(small.bytes).contains(name))
      small = SmallEncoder()
      small.tensors[name]?.type = "F16"
      #expect(message(small.bytes).contains(name))
      small = SmallEncoder()
      small.tensors[name]?.shape.append(2)
      #expect(message(small.bytes) != "loaded")
    }
    var small = SmallEncoder()
    small.tensors["layers.0.up.weight"]?.shape = [-128, -64]
    #expect(message(small.bytes) != "loaded")
    small.tensors["layers.0.up.weight"]?.shape = [.max - 15, 64]
    #expect(message(small.bytes) != "loaded")
  }

  @Test("is refused when its features are not what its tables are for")
  func features() {
    for features in [
      "", "{}", "[]", #"{"columns": ["tag"], "values": []}"#, #"{"columns": ["tag"], "values": [["NN"]]}"#,
    ] {
      var small = SmallEncoder()
      small.metadata["features"] = features
      #expect(message(small.bytes) != "loaded")
    }
  }

  @Test("never breaks the program, whatever is in it")
  func damage() throws {
    let bytes = SmallEncoder().bytes
    var random = SplitMix(state: 11)
    for round in 0..<200 {
      var damaged = bytes
      // Most of the damage to the header, which is what is read with care.
      let end = round % 4 == 0 ? bytes.count : 5_000
      for _ in 0..<Int.random(in: 1...4, using: &random) {
        damaged[Int.random(in: 0..<end, using: &random)] = UInt8.random(in: 0...255, using: &random)
      }
      guard let encoder = try? SmallEncoder.load(damaged) else { continue }
      let pieces = encoder.wordPiece.pieces(of: Array("The talks resume.".utf8), in: 0..<17)
      _ = encoder.encode(pieces.map(\.id), features: [])
    }
  }
}
