import Foundation
import Newswire
import Testing

@Suite struct PlainTextTests {
  @Test func `text stays as it is, whatever it begins with`() throws {
    for text in [
      "The envoys met.\r\n\r\n", "< 3 envoys met", "<sigh> said the envoy", "[Editor's note] They met.", "{They} met.",
      "WARC/ is a word", "From here on they met.", "From: Oslo\nThey met.",
    ] {
      let items = Wire.items(text, name: "story.txt")
      #expect(items.first?.text == text && items.first?.metadata.uri == "story.txt", "\(text)")
    }
  }

  @Test func `another encoding is read where the bytes tell it, or guessed and said`() throws {
    let marked = Wire.items([0xFF, 0xFE] + Array("Met.".data(using: .utf16LittleEndian) ?? Data()))
    #expect(marked.first?.text == "Met." && marked.first?.metadata.assumedEncoding == nil)
    let western = Wire.items(Array("The “café” talks in Malmö".data(using: .windowsCP1252) ?? Data()))
    #expect(western.first?.text == "The “café” talks in Malmö")
    #expect(western.first?.metadata.assumedEncoding == "windows-1252")
  }

  @Test func `what may be anything is refused with its line`() {
    // Korean in EUC-KR, Russian in Windows-1251, UTF-8 that is cut.
    for bytes in [
      [0x41, 0x0A, 0xBF, 0xDC, 0xB1, 0xB3, 0xBA, 0xCE, 0x20, 0xC0, 0xE5, 0xB0, 0xFC],
      [0x41, 0x0A, 0xC2, 0xF1, 0xF2, 0xF0, 0xE5, 0xF7, 0xE0, 0x20, 0xEF, 0xF0, 0xEE, 0xF8, 0xEB, 0xE0],
      Array("A\ncafé é".utf8.dropLast()),
    ] as [[UInt8]] {
      guard case .failure(let error)? = Wire.read(bytes, name: "x.txt").first else {
        Issue.record("was read")
        continue
      }
      #expect(error.description.hasPrefix("x.txt:2: is not UTF-8"))
    }
  }

  @Test func `the encoding that a server names counts where the bytes are not UTF-8`() throws {
    let bytes = Array("Встреча прошла".data(using: .windowsCP1251) ?? Data())
    let item = try #require(Array(NewsSource(bytes: bytes, name: "https://a.example/x", charset: "windows-1251")).first)
      .get()
    #expect(item.text == "Встреча прошла")
    let korean: [UInt8] = [0xBF, 0xDC, 0xB1, 0xB3]
    #expect(try Array(NewsSource(bytes: korean, name: "x", charset: "EUC-KR")).first?.get().text == "외교")
  }
}
