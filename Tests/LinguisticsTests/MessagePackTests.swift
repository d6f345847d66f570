import Linguistics
import Testing

@Suite struct MessagePackTests {
  func read(_ bytes: [UInt8]) throws(ModelError) -> MessagePackValue { try MessagePackValue(bytes, file: "test") }

  @Test func `scalars of all widths are read`() throws {
    #expect(try read([0xc0]) == .nil)
    #expect(try read([0xc3]) == .bool(true))
    #expect(try read([0x7f]) == .uint(127))
    #expect(try read([0xff]) == .int(-1))
    #expect(try read([0xcd, 0x01, 0x00]) == .uint(256))
    #expect(try read([0xcf] + [UInt8](repeating: 0xff, count: 8)) == .uint(.max))
    #expect(try read([0xd1, 0xff, 0xfe]) == .int(-2))
    #expect(try read([0xca, 0x3f, 0xc0, 0, 0]) == .double(1.5))
    #expect(try read([0xcb, 0x3f, 0xf8, 0, 0, 0, 0, 0, 0]) == .double(1.5))
    #expect(try read([0xa3] + "été".utf8.prefix(3)).string == "ét")
    #expect(try read([0xc4, 2, 0, 255]).binary == [0, 255])
  }

  @Test func `maps take keys of any kind`() throws {
    let value = try read([0x83, 0xa1, 0x61, 0x01, 0xc4, 1, 0x62, 0x91, 0x05, 0x41, 0xc0])
    #expect(value["a"]?.int == 1)
    #expect(value["b"]?[0]?.int == 5)
    #expect(value["c"] == nil)
    #expect(value.map?[2].key == .uint(0x41))
  }

  @Test func `damage is an error that names the file and the place`() {
    #expect(throws: ModelError.self) { try read([]) }
    #expect(throws: ModelError.self) { try read([0x01, 0x02]) }
    #expect(throws: ModelError.self) { try read([0xa2, 0xff, 0xff]) }
    #expect(throws: ModelError.self) { try read([0xdd, 0xff, 0xff, 0xff, 0xff]) }
    #expect(throws: ModelError.self) { try read([0xc1]) }
    #expect(throws: ModelError.self) { try read([UInt8](repeating: 0x91, count: 100_000)) }
    do throws(ModelError) {
      _ = try read([0x92, 0xa5, 0x61])
    } catch {
      #expect(error.description.hasPrefix("test: found an end where 5 more bytes"))
      #expect(error.description.contains("install the model again"))
    }
  }

  @Test func `items are skipped whole`() throws {
    var reader = MessagePackReader([0x92, 0x81, 0xa1, 0x61, 0x93, 1, 2, 3, 0xc0, 0x07], file: "test")
    try reader.skip()
    #expect(try reader.readUInt("a number") == 7)
    #expect(reader.isAtEnd)
  }

  @Test func `random bytes never crash the reader`() {
    var generator = SplitMix(state: 7)
    let heads: [UInt8] = [0x81, 0x92, 0xc4, 0xc6, 0xd9, 0xdb, 0xdc, 0xdd, 0xde, 0xdf, 0xcb, 0xcf]
    for round in 0..<20_000 {
      var bytes = (0..<Int(generator.next() % 40)).map { _ in UInt8(truncatingIfNeeded: generator.next()) }
      if round.isMultiple(of: 2) {
        for index in bytes.indices where generator.next().isMultiple(of: 3) {
          bytes[index] = heads[Int(generator.next() % UInt64(heads.count))]
        }
      }
      _ = try? read(bytes)
      var reader = MessagePackReader(bytes, file: "test")
      while (try? reader.skip()) != nil {}
    }
  }
}
