import Newswire
import Testing

/// Whatever the bytes, reading ends, and what it gives is text or an error with a message.
@Suite struct IntakeFuzzTests {
  private struct Random: RandomNumberGenerator {
    var state: UInt64
    mutating func next() -> UInt64 {
      state ^= state << 13
      state ^= state >> 7
      state ^= state << 17
      return state
    }
  }

  static let seeds: [[UInt8]] = [
    Array(MailTests.newsletter.utf8), Array(NewsMLTests.item(1, content: NewsMLTests.nitf).utf8),
    Array(NITFTests.document("<p>They met.</p>").utf8), Wire.record(Wire.page()) + Wire.record(Wire.page()),
    Wire.gzip(Wire.record(Wire.page())), Wire.zip([("a.txt", Array("They met.".utf8)), ("b.html", Wire.page())]),
    Array(
      "<rss><channel><item><title>A &amp; B</title><description>&lt;p&gt;x</description></item></channel></rss>".utf8),
    Array(
      "<feed><entry><title type='html'>x</title><content type='xhtml'><div><p>y</p></div></content></entry></feed>".utf8
    ),
    Array(#"[{"uri": "u", "pubStatus": "usable", "bodies": [{"value": "<p>x \ud83d\ude42</p>"}]}]"#.utf8),
    Array("{\"id\": \"1\", \"text\": \"They met.\"}\n{\"id\": 2, \"text\": \"They left.\"}\n".utf8),
    Array("From a@b Mon\nFrom: a@b\nSubject: =?utf-8?Q?x=C3?= =?utf-8?Q?=A9?=\n\nHello\n\nFrom c\nDate: x\n\n".utf8),
    Array(
      "filedesc://a 0 2008 text/plain 3\nabc\nhttps://a.example/ 1 2008 text/html 20\n<p>The envoys met.</p>\n".utf8),
    Wire.page(),
  ]

  @Test(arguments: seeds.indices) func `mutated documents`(_ seed: Int) {
    var random = Random(state: 0x9E37_79B9 &+ UInt64(seed) &* 7919)
    for _ in 0..<250 {
      var bytes = Self.seeds[seed]
      for _ in 0...Int.random(in: 0..<8, using: &random) {
        let at = Int.random(in: 0..<max(1, bytes.count), using: &random)
        switch Int.random(in: 0..<5, using: &random) {
        case 0 where at < bytes.count: bytes[at] = UInt8.random(in: 0...255, using: &random)
        case 1 where at < bytes.count: bytes.removeSubrange(at...)
        case 2: bytes.insert(contentsOf: bytes.prefix(at).suffix(40), at: min(at, bytes.count))
        case 3 where at < bytes.count: bytes[at] ^= 1 << UInt8.random(in: 0..<8, using: &random)
        default: bytes.removeSubrange(min(at, bytes.count)..<min(at + 9, bytes.count))
        }
      }
      check(bytes)
    }
  }

  @Test func `random bytes, and beginnings of formats with random bytes behind`() {
    var random = Random(state: 42)
    let heads: [[UInt8]] = [[]] + Self.seeds.map { Array($0.prefix(12)) }
    for round in 0..<600 {
      let count = Int.random(in: 0..<600, using: &random)
      check(heads[round % heads.count] + (0..<count).map { _ in UInt8.random(in: 0...255, using: &random) })
    }
  }

  private func check(_ bytes: [UInt8]) {
    for outcome in Wire.read(bytes) {
      switch outcome {
      case .success(let item): #expect(!item.text.isEmpty || item.metadata.status == .canceled)
      case .failure(let error): #expect(!error.message.isEmpty)
      }
    }
  }
}
