import Newswire
import Testing

struct PageEncodingTests {
  private func text(_ head: String, _ body: [UInt8], charset: String? = nil) throws -> String {
    try HTMLPage(Array(head.utf8) + Array("<p>".utf8) + body, uri: nil, charset: charset).text
  }

  @Test(arguments: [
    ("<meta charset=euc-kr>", [0xC7, 0xD1, 0xB1, 0xB9] as [UInt8], "한국"),
    ("<meta http-equiv=content-type content='text/html; charset=Shift_JIS'>", [0x93, 0xFA, 0x96, 0x7B], "日本"),
    ("<meta charset=\"big5\">", [0xA4, 0xA4, 0xA4, 0xE5], "中文"),
    ("<meta charset=gb2312>", [0xD6, 0xD0, 0xCE, 0xC4], "中文"),
    ("<meta charset=koi8-r>", [0xED, 0xC9, 0xD2], "Мир"),
    ("<meta charset=windows-1251>", [0xCC, 0xE8, 0xF0], "Мир"),
    ("<?xml version='1.0' encoding='iso-8859-1'?>", [0x93, 0xE9, 0x94], "“é”"),
    ("", [0x91, 0xFC, 0x92, 0x80], "‘ü’€"),
    ("<meta charset=iso-8859-1>", Array("“über”".utf8), "“über”"),
    ("<meta charset=utf-8>", [0x61, 0xFF, 0x62], "a\u{FFFD}b"),
    ("<meta charset=no-such-thing>", [0x61, 0xE9], "aé"),
  ])
  func `the page's own word counts where its bytes do not contradict`(head: String, body: [UInt8], expected: String)
    throws
  {
    #expect(try text(head, body) == expected)
  }

  @Test func `the header stands above the page, a mark above both`() throws {
    #expect(try text("<meta charset=koi8-r>", [0xCC, 0xE8, 0xF0], charset: "windows-1251") == "Мир")
    #expect(try text("\u{FEFF}<meta charset=koi8-r>", Array("Мир".utf8), charset: "windows-1251") == "Мир")
    let utf16: [UInt8] = [0xFF, 0xFE] + "<p>Мир".utf16.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }
    #expect(try HTMLPage(utf16, uri: nil).text == "Мир")
  }
}
