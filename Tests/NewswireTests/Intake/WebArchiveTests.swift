import Newswire
import Testing

@Suite struct WebArchiveTests {
  @Test func `pages come from responses, with the address and without the day of the visit`() throws {
    let archive =
      Wire.record([], uri: "", kind: "warcinfo") + Wire.record(Wire.page(), uri: "https://post.example/a")
      + Wire.record([], uri: "https://post.example/b", kind: "revisit")
      + Wire.record([], uri: "https://post.example/c", status: 404)
      + Wire.record([0x89, 0x50], uri: "https://post.example/d.png", fields: ["Content-Type: image/png"])
      + Wire.record(Array("The envoys left.".utf8), uri: "https://post.example/e", kind: "conversion")
    for packed in [archive, Wire.gzip(archive)] {
      var iterator = NewsSource(bytes: packed, name: "crawl.warc.gz").makeIterator()
      var items: [NewsItem] = []
      while let next = iterator.next() { items.append(try next.get()) }
      try #require(items.count == 2)
      #expect(items[0].text.hasPrefix("The envoys of both countries met for the 1. time"))
      #expect(items[0].metadata.uri == "https://post.example/a" && items[0].metadata.published == nil)
      #expect(items[0].metadata.title == "Envoys meet in Oslo")
      #expect(items[1].text == "The envoys left." && items[1].metadata.uri == "https://post.example/e")
      #expect(iterator.skipped == [.revisit: 1, .errorPage: 1, .notText: 1])
    }
  }

  @Test func `one gzip member a record is read past the first, up to where the last is cut`() throws {
    let records = (1...4).flatMap { Wire.gzip(Wire.record(Wire.page("Day \($0)"), uri: "https://post.example/\($0)")) }
    #expect(Wire.items(records).count == 4)
    let outcomes = Wire.read(Array(records.dropLast(40)), name: "crawl.warc.gz")
    #expect(outcomes.count == 4 && outcomes.prefix(3).allSatisfy { (try? $0.get()) != nil })
    guard case .failure(let error)? = outcomes.last else {
      Issue.record("the cut was not seen")
      return
    }
    #expect(error.source == "crawl.warc.gz" && error.message.contains("is cut short"))
  }

  @Test func `bodies in chunks, packed, or of another character set are read`() {
    let page = Wire.page()
    let packed = Wire.gzip(page)
    var chunked: [UInt8] = []
    for part in [packed.prefix(50), packed.dropFirst(50)] {
      chunked += Array("\(String(part.count, radix: 16));x=1\r\n".utf8) + part + Array("\r\n".utf8)
    }
    chunked += Array("0\r\n\r\n".utf8)
    let type = "Content-Type: text/html"
    let western = Array(String(decoding: page, as: UTF8.self).replacing("Oslo", with: "Caf#").utf8).map {
      $0 == 0x23 ? 0xE9 : $0
    }
    for (record, title) in [
      (
        Wire.record(chunked, fields: [type, "Transfer-Encoding: chunked", "Content-Encoding: gzip"]),
        "Envoys meet in Oslo"
      ),
      (
        Wire.record(page, fields: [type, "Transfer-Encoding: chunked", "Content-Encoding: gzip"]), "Envoys meet in Oslo"
      ),
      (Wire.record(western, fields: [type + "; charset=ISO-8859-1"]), "Envoys meet in Café"),
      (Wire.record(western, fields: [type]), "Envoys meet in Café"),
    ] {
      #expect(Wire.items(record).first?.metadata.title == title)
    }
  }

  @Test func `a record that unpacks without measure, and one too large, are passed over, and the rest goes on`() throws
  {
    var limits = Limits()
    limits.document = 100_000
    let bomb = Wire.gzip([UInt8](repeating: 0x20, count: 10_000_000))
    let archive =
      Wire.record(bomb, fields: ["Content-Type: text/html", "Content-Encoding: gzip"])
      + Wire.record([UInt8](repeating: 0x20, count: 200_000)) + Wire.record(Wire.page())
    let outcomes = Wire.read(archive, limits: limits)
    try #require(outcomes.count == 3)
    #expect((try? outcomes[0].get()) == nil && (try? outcomes[1].get()) == nil)
    #expect(try outcomes[2].get().metadata.title == "Envoys meet in Oslo")
  }

  @Test func `damage ends an archive with what came before it`() {
    let archive = Wire.record(Wire.page()) + Array("nonsense\n".utf8) + Wire.record(Wire.page())
    let outcomes = Wire.read(archive)
    #expect(outcomes.count == 2 && (try? outcomes[0].get()) != nil && (try? outcomes[1].get()) == nil)
  }

  @Test func `the older ARC is read`() throws {
    let answer = Array("HTTP/1.0 200 OK\r\nContent-Type: text/html\r\n\r\n".utf8) + Wire.page()
    let head = "1 0 Archive\nURL IP-address Archive-date Content-type Archive-length\n"
    let archive =
      Array("filedesc://a.arc 0.0.0.0 20080101000000 text/plain \(head.utf8.count)\n\(head)\n".utf8)
      + Array("https://post.example/a 10.0.0.1 20080101000000 text/html \(answer.count)\n".utf8) + answer + [0x0A]
      + Array("https://post.example/b 10.0.0.1 20080101000000 text/html 999999\nHTTP/1.0".utf8)
    let outcomes = Wire.read(archive)
    try #require(outcomes.count == 2)
    #expect(try outcomes[0].get().metadata.uri == "https://post.example/a")
    #expect((try? outcomes[1].get()) == nil)
  }
}
