import Foundation
import Newswire
import Testing

/// Large inputs are read piece by piece.
@Suite struct IntakeMemoryTests {
  @Test(arguments: ["jsonl", "mbox", "warc"])
  func `no more is read than an item needs`(_ format: String) throws {
    let story = String(repeating: "The envoys met on the \(format.count). of May.\n", count: 400)
    let unit: [UInt8] =
      switch format {
      case "jsonl": Array("{\"text\": \"\(story.replacing("\n", with: " "))\"}\n".utf8)
      case "warc": Wire.record(Array(story.utf8), kind: "conversion")
      default: Array("From a@b Mon\nFrom: a@b.example\nSubject: x\n\n\(story)\n".utf8)
      }
    let count = 1_000
    var content: [UInt8] = []
    for _ in 0..<count { content += unit }
    let folder = try NewsFolder()
    let path = try folder.file("big.\(format)", content)
    var pending = NewsSource(path: path).pending()
    var found = 0
    var total = 0
    while let item = pending.next() {
      #expect(try item.load().text.utf8.count > 10_000)
      #expect(item.size <= unit.count + 600_000)
      found += 1
      total += item.size
    }
    #expect(found == count && total <= content.count)
  }
}
