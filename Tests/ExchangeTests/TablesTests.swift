import Exchange
import FoundationEssentials
import GRDB
import Record
import Testing

@Suite("Tables for people who count")
struct TablesTests {
  @Test func `every row has the header's columns, and text comes back as it was`() throws {
    let story = Story()
    for (name, text) in try story.export(as: .csv).0 {
      let rows = Self.rows(text)
      #expect(rows.allSatisfy { $0.count == rows[0].count }, "\(name)")
    }
    let articles = Self.rows(try #require(try story.export(as: .csv).0["articles.csv"]))
    #expect(articles.count == 2)
    #expect(articles[1].last?.unicodeScalars.elementsEqual(story.readout.document.text.unicodeScalars) == true)
  }

  @Test func `the codebook explains every column of every table`() throws {
    let files = try Story().export(as: .csv).0
    let explained = Self.rows(try #require(files[TablesLayout.codebook])).dropFirst().map { "\($0[0]).\($0[1])" }
    let columns = files.keys.filter { $0 != TablesLayout.codebook }.flatMap { file in
      Self.rows(files[file] ?? "")[0].map { "\(file.dropLast(4)).\($0)" }
    }
    #expect(Set(explained) == Set(columns))
    #expect(explained.count == columns.count)
  }

  @Test func `spans of the tables lead to the words`() throws {
    let story = Story()
    let rows = Self.rows(try #require(try story.export(as: .csv).0["parties.csv"]))
    for row in rows.dropFirst() {
      let (start, end) = (try #require(Int(row[9])), try #require(Int(row[10])))
      #expect(story.words(start, end) == row[8])
    }
  }

  @Test func `a byte-order mark is there only where it is asked for`() throws {
    var options = LayoutOptions()
    options.byteOrderMark = true
    for (_, text) in try Story().export(as: .csv, options: options).0 { #expect(text.hasPrefix("\u{FEFF}")) }
    for (_, text) in try Story().export(as: .csv).0 { #expect(!text.hasPrefix("\u{FEFF}")) }
  }

  @Test func `SQLite holds the same rows, numbers as numbers, and says what its columns mean`() throws {
    let folder = FileManager.default.temporaryDirectory.appending(path: "readout-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let paths = ["a", "b"].map { folder.appending(path: "\($0).sqlite").path }
    for path in paths {
      var layout = try SQLiteLayout(path: path)
      try layout.write(Story().readout, context: ExportContext())
      try layout.finish()
      #expect(layout.losses.written == 32)
    }
    #expect(FileManager.default.contents(atPath: paths[0]) == FileManager.default.contents(atPath: paths[1]))
    #expect(throws: ExchangeError.self) { try SQLiteLayout(path: paths[0]) }

    let database = try DatabaseQueue(path: paths[0])
    func value(_ sql: String) throws -> String? { try database.read { try String.fetchOne($0, sql: sql) } }
    let words = try value(
      """
      SELECT substr(text, start + 1, "end" - start) FROM parties JOIN articles USING (article) WHERE entity = 'e4'
      """)
    #expect(words == "Kosovo")
    #expect(try value("SELECT cameo FROM events WHERE event = 'v1'") == "040")
    #expect(try value("SELECT typeof(confidence) FROM statements") == "real")
    #expect(try value("SELECT count(*) FROM columns WHERE meaning IS NULL") == "0")
  }

  @Test func `the record comes back from its own lines`() throws {
    let story = Story()
    let text = try #require(try story.export(as: .jsonl).0[RecordLayout.file])
    #expect(try Readout(json: text.utf8.dropLast()) == story.readout)
  }

  /// A CSV file as RFC 4180 has it.
  private static func rows(_ text: String) -> [[String]] {
    var rows: [[String]] = []
    var row: [String] = []
    var field = String.UnicodeScalarView()
    var isQuoted = false
    var wasQuote = false
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"" where isQuoted:
        (isQuoted, wasQuote) = (false, true)
        continue
      case "\"":
        // Two of them in a row are one.
        if wasQuote { field.append(scalar) }
        isQuoted = true
      case _ where isQuoted: field.append(scalar)
      case ",":
        row.append(String(field))
        field = String.UnicodeScalarView()
      case "\r": break
      case "\n":
        row.append(String(field))
        rows.append(row)
        (row, field) = ([], String.UnicodeScalarView())
      default: field.append(scalar)
      }
      wasQuote = false
    }
    return rows
  }
}
