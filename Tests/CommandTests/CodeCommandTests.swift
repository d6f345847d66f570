import Foundation
import Testing

@Suite(.enabled(if: Program.hasModel, "the language model is not there: make run"))
struct CodeCommandTests {
  static let story =
    "Envoys meet\n\nOSLO, March 3 (AP) -- Foreign Minister Jane Doe said on Monday she hopes for a treaty.\n"

  private func object(_ text: String) throws -> [String: Any] {
    try #require(try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any])
  }

  @Test func `the record says what was read, and the same bytes twice`() throws {
    let folder = try TemporaryFolder()
    let file = try folder.file("story.txt", Self.story)
    let outcome = try Program.run("code", file, "--format", "json", "--published", "2011-03-03")
    #expect(outcome.status == 0 && outcome.errors == "")
    let readout = try object(outcome.output)
    let document = try #require(readout["document"] as? [String: Any])
    #expect(document["text"] as? String == Self.story)
    #expect((document["title"] as? [String: Any])?["text"] as? String == "Envoys meet")
    #expect(document["published"] as? String == "2011-03-03")
    #expect(document["publishedBasis"] as? String == "option")
    #expect(document["uri"] as? String == file)
    #expect(try Program.run("code", file, "--format", "json", "--published", "2011-03-03").output == outcome.output)
  }

  @Test func `every id that is named is there, and every span lies in the text`() throws {
    let folder = try TemporaryFolder()
    let file = try folder.file(
      "story.txt", Self.story + "\n“We will sign,” he told reporters – “in Oslo”. 🙂 They agreed.\n")
    let readout = try object(try Program.run("code", file, "--format", "json").output)
    let text = try #require((readout["document"] as? [String: Any])?["text"] as? String)
    let length = text.unicodeScalars.count
    var ids: Set<String> = []
    var named: Set<String> = []
    func walk(_ value: Any, key: String) {
      if let object = value as? [String: Any] {
        for (key, value) in object {
          if key == "text" || key == "name" || key == "message" { continue }
          if key == "id", let id = value as? String { ids.insert(id) } else { walk(value, key: key) }
        }
      } else if let list = value as? [Any] {
        if let pair = list as? [Int], key.hasSuffix("pan") {
          #expect(pair.count == 2 && pair[0] < pair[1] && pair[1] <= length)
        }
        for value in list { walk(value, key: key) }
      } else if let id = value as? String, id.wholeMatch(of: /[estvl][0-9]+/) != nil {
        named.insert(id)
      }
    }
    walk(readout, key: "")
    #expect(named.subtracting(ids).isEmpty)
  }

  @Test func `many inputs give a line each, in their order`() throws {
    let folder = try TemporaryFolder()
    for number in 0..<30 {
      let text = "Story \(number)\n\n" + String(repeating: "The envoys met on Monday. ", count: (number * 7) % 40 + 1)
      _ = try folder.file("sub\(number % 3)/\(number + 10).txt", text)
    }
    let outcome = try Program.run("code", folder.path, "--jobs", "4")
    #expect(outcome.status == 0)
    let uris = try outcome.output.split(separator: "\n").map {
      try #require((try object(String($0))["document"] as? [String: Any])?["uri"] as? String)
    }
    #expect(uris.count == 30 && uris == uris.sorted())
  }

  @Test func `lines of JSON are read with what they say`() throws {
    let line =
      #"{"id": 7, "text": "The envoys met on Monday in Oslo.", "title": "Envoys meet", "published": "2011-03-03", "uri": "https://example.org/7", "publisher": "The Post"}"#
    let outcome = try Program.run("code", "-", input: "\u{FEFF}" + line + "\r\n\n" + line + "\n")
    #expect(outcome.status == 0)
    let lines = outcome.output.split(separator: "\n")
    #expect(lines.count == 2)
    let document = try #require(try object(String(lines[0]))["document"] as? [String: Any])
    #expect(document["ref"] as? String == "7")
    #expect(document["uri"] as? String == "https://example.org/7")
    #expect(document["publishedBasis"] as? String == "metadata")
    #expect((document["title"] as? [String: Any])?["text"] as? String == "Envoys meet")
  }

  @Test func `one bad input is named with its status`() throws {
    let folder = try TemporaryFolder()
    let missing = try Program.run("code", folder.path + "/none.txt")
    #expect(missing.status == 66 && missing.errors.contains("none.txt"))
    for (name, bytes, words) in [
      ("empty.txt", [], "empty"), ("blank.txt", [0x20, 0x0A, 0x0D], "empty"),
      ("korean.txt", Array("Seoul\n".utf8) + [0xBF, 0xDC, 0xB1, 0xB3, 0xBA, 0xCE], ":2: is not UTF-8"),
      ("report.pdf", Array("%PDF-1.4".utf8), "pdftotext"),
      ("image.txt", [UInt8](repeating: 1, count: 400), "binary"),
      ("cut.jsonl", Array(#"{"id": "1", "text": "The envo"#.utf8), ":1: is cut short"),
      ("kind.jsonl", Array(#"{"id": "1", "text": 5}"#.utf8), "“text”"),
      ("bare.jsonl", Array(#"{"id": "1"}"#.utf8), "no “text”"),
    ] as [(String, [UInt8], String)] {
      let outcome = try Program.run("code", try folder.file(name, bytes))
      #expect(outcome.status == 65, "\(name)")
      #expect(outcome.errors.contains(name) && outcome.errors.contains(words), "\(name): \(outcome.errors)")
      #expect(outcome.output == "")
    }
  }

  @Test func `other encodings are read, with a warning where they are a guess`() throws {
    let folder = try TemporaryFolder()
    let text = "The envoys met at the café on Monday."
    for (encoding, isGuess) in [(String.Encoding.utf16, false), (.isoLatin1, true)] {
      let path = try folder.file("story.txt", Array(text.data(using: encoding) ?? Data()))
      let readout = try object(try Program.run("code", path, "--format", "json", "--attribution", "rules").output)
      #expect((readout["document"] as? [String: Any])?["text"] as? String == text)
      let codes = (readout["warnings"] as? [[String: Any]] ?? []).compactMap { $0["code"] as? String }
      #expect(codes.contains("encoding-assumed") == isGuess)
    }
  }

  @Test func `a feed's items are coded, summaries with a warning, and what was taken back is not`() throws {
    let folder = try TemporaryFolder()
    let feed =
      "<rss><channel><title>Desk</title><item><title>Envoys meet</title><description>Envoys met on Monday.</description></item></channel></rss>"
    let coded = try Program.run("code", try folder.file("feed.xml", feed), "--format", "json", "--attribution", "rules")
    let readout = try object(coded.output)
    #expect((readout["warnings"] as? [[String: Any]])?.contains { $0["code"] as? String == "summary-only" } == true)
    let canceled = try Program.run("code", try folder.file("item.json", #"{"uri": "urn:1", "pubStatus": "canceled"}"#))
    #expect(canceled.status == 65 && canceled.errors.contains("took this item back (urn:1)"))
  }

  @Test func `in a batch the bad are reported and counted, and the rest goes on`() throws {
    let folder = try TemporaryFolder()
    _ = try folder.file("a.txt", Self.story)
    _ = try folder.file("b.txt", [0xFF, 0x41])
    _ = try folder.file("c.jsonl", #"{"text": "The envoys met."}"# + "\n" + #"{"text": "#)
    let outcome = try Program.run("code", folder.path, folder.path + "/none.txt")
    #expect(outcome.status == 1)
    #expect(outcome.output.split(separator: "\n").count == 2)
    #expect(
      outcome.errors.contains("b.txt") && outcome.errors.contains("c.jsonl:2") && outcome.errors.contains("none.txt"))
    #expect(outcome.errors.contains("3 of 5 inputs could not be read"))
  }

  @Test func `strange texts give a readout`() throws {
    for text in [
      "\u{0}\u{0}The envoys met.\u{0}", "The envoys\r\nmet.\r\n", String(repeating: "\"", count: 20_000),
      String(repeating: "(", count: 5_000) + "x" + String(repeating: ")", count: 5_000), "🙂👨‍👩‍👧‍👦 e\u{301}\u{301}\u{301}",
      "외교부 장관이 수도에 도착했다.", "وصل وزير الخارجية إلى العاصمة", "﷽", "A",
    ] {
      let outcome = try Program.run("code", "-", "--format", "json", input: text)
      #expect(outcome.status == 0)
      #expect((try object(outcome.output)["document"] as? [String: Any])?["text"] as? String == text)
    }
  }

  @Test func `a missing or damaged model is refused`() throws {
    let folder = try TemporaryFolder()
    let story = try folder.file("story.txt", Self.story)
    let missing = try Program.run("code", story, "--model", folder.path + "/none.readout")
    #expect(missing.status == 78 && missing.errors.contains("none.readout"))
    let damaged = try Program.run("code", story, "--model", try folder.file("bad.readout", "not a model"))
    #expect(damaged.status == 78 && damaged.errors.contains("bad.readout"))
    let noData = try Program.run("code", story, "--knowledge", folder.path)
    #expect(noData.status == 78)
  }

  @Test func `a readout to be read has no colour in a pipe`() throws {
    let outcome = try Program.run("code", "-", "--published", "2011-03-03", input: Self.story)
    #expect(outcome.output.hasPrefix("Envoys meet\n"))
    #expect(outcome.output.contains("3 March 2011"))
    #expect(!outcome.output.contains("\u{1B}"))
    #expect(outcome.output.split(separator: "\n").allSatisfy { $0.count <= 80 })
  }

  @Test func `the annotated page escapes what it shows and is well formed`() throws {
    let text =
      "Envoys <meet> & \"talk\"\n\nOSLO (AP) -- Minister Jane Doe said <script>alert('x')</script> on Monday.\n"
    let outcome = try Program.run("code", "-", "--format", "annotated", input: text)
    #expect(outcome.status == 0)
    #expect(outcome.output.hasPrefix("<!DOCTYPE html>"))
    #expect(!outcome.output.contains("<script"))
    let body = try #require(outcome.output.split(separator: "<body>", maxSplits: 1).last)
    #expect(body.ranges(of: "<span").count == body.ranges(of: "</span>").count)
    #expect(!outcome.output.contains("http://") && !outcome.output.contains("https://"))
  }

  @Test func `a reader that stops early is no error`() throws {
    let folder = try TemporaryFolder()
    let line = #"{"text": "The envoys met on Monday in Oslo."}"# + "\n"
    let file = try folder.file("many.jsonl", String(repeating: line, count: 400))
    let shell = Process()
    shell.executableURL = URL(fileURLWithPath: "/bin/bash")
    shell.arguments = [
      "-o", "pipefail", "-c", "\"$0\" code \"$1\" | head -n 1 > /dev/null", try #require(Program.path), file,
    ]
    try shell.run()
    shell.waitUntilExit()
    #expect(shell.terminationStatus == 0)
  }

  @Test func `wrong usage is explained`() throws {
    #expect(try Program.run("code").status == 64)
    let date = try Program.run("code", "-", "--published", "yesterday")
    #expect(date.status == 64 && date.errors.contains("--published"))
    #expect(try Program.run("code", "-", "--jobs", "0").status == 64)
    #expect(try Program.run("code", "--help").output.contains("EXAMPLES"))
  }

  @Test func `the version names model and knowledge`() throws {
    let outcome = try Program.run("--version")
    #expect(outcome.status == 0)
    #expect(outcome.output.contains("model en_core_web_sm 3.8.0"))
    #expect(outcome.output.contains("knowledge "))
  }
}
