import FoundationEssentials
import Testing

import Linguistics

@Suite struct ModelFileTests {
  private let path = FileManager.default.temporaryDirectory.path + "/readout-model-\(UInt64.random(in: 0...(.max)))"

  private func written() throws -> [UInt8] {
    var writer = ModelFileWriter()
    writer.add("plan", [1, 2, 3] as [UInt8])
    writer.add("weights", [Float](repeating: 0.5, count: 100))
    try writer.write(to: path)
    return try [UInt8](Data(contentsOf: URL(filePath: path)))
  }

  private func open(_ bytes: [UInt8]) throws -> ModelFile {
    try Data(bytes).write(to: URL(filePath: path))
    return try ModelFile(path: path)
  }

  private func remove() { try? FileManager.default.removeItem(atPath: path) }

  @Test func `sections are read back as written`() throws {
    defer { remove() }
    let file = try open(try written())
    #expect(try Array(file.bytes("plan")) == [1, 2, 3])
    #expect(try Array(file.floats("weights", count: 100)) == [Float](repeating: 0.5, count: 100))
  }

  @Test func `a section that is missing or of another size is an error that says what to do`() throws {
    defer { remove() }
    let file = try open(try written())
    #expect(throws: ModelError.self) { try file.bytes("none") }
    let error = #expect(throws: ModelError.self) { try file.floats("weights", count: 99) }
    #expect(error?.description.contains("readout model convert") == true)
  }

  @Test func `any single damaged byte that matters is noticed`() throws {
    defer { remove() }
    let bytes = try written()
    let table = 32 + 2 * 96
    for index in Array(0..<table) + Array(bytes.count - 400..<bytes.count) {
      var damaged = bytes
      damaged[index] ^= 0x41
      #expect(throws: ModelError.self, "byte \(index)") { _ = try open(damaged) }
    }
  }

  @Test func `a file cut anywhere is refused`() throws {
    defer { remove() }
    let bytes = try written()
    for length in stride(from: 0, to: bytes.count, by: 17) {
      #expect(throws: ModelError.self) { _ = try open(Array(bytes.prefix(length))) }
    }
  }

  @Test func `random bytes behind a sound head are refused`() throws {
    defer { remove() }
    let bytes = try written()
    var generator = SystemRandomNumberGenerator()
    for _ in 0..<300 {
      var damaged = bytes
      for index in 8..<damaged.count where Bool.random(using: &generator) { damaged[index] = .random(in: 0...255) }
      #expect(throws: ModelError.self) { _ = try open(damaged) }
    }
  }

  @Test func `a folder and a missing file are refused`() {
    #expect(throws: ModelError.self) { _ = try ModelFile(path: "/") }
    #expect(throws: ModelError.self) { _ = try ModelFile(path: path + "-none") }
  }
}
