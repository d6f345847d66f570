import Foundation
import Glibc
import Newswire
import Testing

@Suite struct PackedTests {
  static let line = Array(#"{"id": "1", "text": "The envoys met."}"#.utf8) + [0x0A]

  @Test func `gzip of anything is that thing`() {
    #expect(Wire.items(Wire.gzip(Array("The envoys met.".utf8))).first?.text == "The envoys met.")
    #expect(Wire.items(Wire.gzip(Wire.gzip(Self.line))).first?.metadata.ref == "1")
    // Several members are one content; padding behind them is nothing.
    #expect(Wire.items(Wire.gzip(Self.line) + Wire.gzip(Self.line) + [0, 0, 0]).count == 2)
  }

  @Test func `lines before the place where gzip breaks off are read`() {
    let lines = (0..<20_000).flatMap { Array("{\"id\": \"\($0)\", \"text\": \"Envoy \($0 &* 7919) met.\"}\n".utf8) }
    let outcomes = Wire.read(Array(Wire.gzip(lines).dropLast(9_000)), name: "x.jsonl.gz")
    #expect(outcomes.count > 1_000 && outcomes.dropLast().allSatisfy { (try? $0.get()) != nil })
    guard case .failure(let error)? = outcomes.last else {
      Issue.record("the cut was not seen")
      return
    }
    #expect(error.source == "x.jsonl.gz" && error.message.contains("is cut short"))
  }

  @Test func `a gzip bomb, alone or in itself, is refused`() {
    var limits = Limits()
    limits.document = 1 << 20
    let bomb = Wire.gzip([UInt8](repeating: 0x0A, count: 30 << 20))
    for bytes in [bomb, Wire.gzip(bomb)] {
      let outcomes = Wire.read(bytes, limits: limits)
      #expect(outcomes.count == 1 && (try? outcomes[0].get()) == nil)
    }
    var nested = Self.line
    for _ in 0..<12 { nested = Wire.gzip(nested) }
    guard case .failure(let error)? = Wire.read(nested).first else {
      Issue.record("was read")
      return
    }
    #expect(error.message.contains("lies in more than"))
  }

  @Test func `a ZIP archive gives its files, whatever they are`() throws {
    let archive = Wire.zip([
      ("news/", []), ("news/a.txt", Array("The envoys met.".utf8)),
      ("news/b.warc.gz", Wire.gzip(Wire.record(Wire.page()))),
      ("news/c.bin", [0, 1, 2, 3]), (".hidden.txt", Array("No.".utf8)), ("d.jsonl", Self.line),
      ("inner.zip", Wire.zip([("e.txt", Array("They left.".utf8))])),
    ])
    let folder = try NewsFolder()
    let path = try folder.file("all.zip", archive)
    for source in [NewsSource(path: path), NewsSource(bytes: archive, name: path)] {
      let items = try source.map { try $0.get() }
      #expect(items.count == 4)
      #expect(
        items.map(\.metadata.uri) == [path + "/news/a.txt", "https://post.example/a", nil, path + "/inner.zip/e.txt"])
    }
  }

  @Test func `files in a ZIP archive that lie about their size or are damaged are named, and the rest goes on`() throws
  {
    var archive = Wire.zip([
      ("a.txt", Array("The envoys met in the capital.".utf8)), ("b.txt", Array("They left.".utf8)),
    ])
    archive[40] ^= 0xFF
    let outcomes = Wire.read(archive, name: "x.zip")
    try #require(outcomes.count == 2)
    guard case .failure(let error) = outcomes[0] else {
      Issue.record("was read")
      return
    }
    #expect(error.source == "x.zip/a.txt" && error.message.contains("damaged"))
    #expect(try outcomes[1].get().text == "They left.")
    let lying = Wire.read(Wire.zip([("a.txt", Array("The envoys met.".utf8))], claimed: 3))
    #expect(lying.count == 1 && (try? lying[0].get()) == nil)
  }

  @Test func `ZIP bombs and archives without a directory are refused`() {
    var limits = Limits()
    limits.document = 1 << 20
    let outcomes = Wire.read(Wire.zip([("a.txt", [UInt8](repeating: 0x0A, count: 20 << 20))]), limits: limits)
    #expect(outcomes.count == 1 && (try? outcomes[0].get()) == nil)
    limits.archive = 1 << 20
    #expect(
      (try? Wire.read(Wire.zip([("a.txt", [UInt8](repeating: 0x0A, count: 20 << 20))]), limits: limits)[0].get()) == nil
    )
    let cut = Wire.read(Array(Wire.zip([("a.txt", Self.line)]).dropLast(30)))
    #expect(cut.count == 1 && (try? cut[0].get()) == nil)
  }

  @Test func `a folder gives what is news in it, and counts the rest`() throws {
    let folder = try NewsFolder()
    try folder.file("b.txt", Array("They left.".utf8))
    try folder.file("a/page", Wire.page())
    try folder.file("c.py", Array("print(1)".utf8))
    try folder.file("d.pdf", Array("%PDF-1.4".utf8))
    try folder.file("e.xml", Array("<?xml version=\"1.0\"?><project/>".utf8))
    try folder.file(".f.txt", Array("Hidden.".utf8))
    // Nobody writes into it: whoever opens it waits for ever.
    #expect(mkfifo("\(folder.path)/g", 0o600) == 0)
    var iterator = NewsSource(path: folder.path).makeIterator()
    var items: [NewsItem] = []
    while let next = iterator.next() { items.append(try next.get()) }
    #expect(items.count == 2 && items[0].metadata.title == "Envoys meet in Oslo" && items[1].text == "They left.")
    #expect(iterator.skipped == [.notText: 3])
  }

  @Test func `what is named and missing is an error of its kind`() {
    guard case .failure(let error)? = Array(NewsSource(path: "/nowhere/x.txt")).first else {
      Issue.record("was read")
      return
    }
    #expect(error.kind == .missing && error.source == "/nowhere/x.txt")
  }

  @Test func `formats of other programs are refused with what to do`() {
    for (head, word) in [
      ("%PDF-1.4", "pdftotext"), ("{\\rtf1 x}", "RTF"), ("BZh91AY&SY", "bunzip2"),
    ] {
      guard case .failure(let error)? = Wire.read(head).first else {
        Issue.record("was read")
        continue
      }
      #expect(error.message.contains(word))
    }
  }
}
