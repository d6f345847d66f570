import FoundationEssentials
import GRDB
import Record

extension Archive {
  /// Writes the whole archive as JSON Lines: a head, then each article with all its records in the order in which they came, then
  /// the corrections. Rows are not written; they are made anew by ``importLines(_:progress:)``.
  ///
  /// - Parameter write: takes a line, with its line break.
  /// - Throws: ``ArchiveError``, or what `write` throws.
  public func export(_ write: ([UInt8]) throws -> Void) throws {
    try readForOthers { database in
      try write(ArchiveLine.head + [0x0A])
      let articles = try Row.fetchCursor(database, sql: "SELECT * FROM articles ORDER BY id")
      while let article = try articles.next() { try write(Self.line(of: article, database) + [0x0A]) }
      let corrections = try Row.fetchCursor(database, sql: "SELECT * FROM corrections ORDER BY id")
      while let correction = try corrections.next() { try write(Correction(correction).line + [0x0A]) }
    }
  }

  private static func line(of article: Row, _ database: Database) throws -> [UInt8] {
    let text: String = article["text"]
    let codings = try Row.fetchAll(
      database.cachedStatement(
        sql: """
          SELECT codedAt, isCurrent, record FROM readouts JOIN coders ON coders.id = coder WHERE article = ?
          ORDER BY isCurrent, codedAt, name, release, model, attribution, knowledge
          """), arguments: [article["id"] as Int64]
    ).map {
      ArchiveLine.Coding(
        codedAt: $0["codedAt"], isCurrent: $0["isCurrent"],
        readout: try RecordBlob.unpack([UInt8]($0["record"] as Data), text: ""))
    }
    var writer = JSONWriter()
    writer.object { writer in
      for field in ArchiveLine.fields where field.description != "text" {
        writer.field(field, article[field.description] as String?)
      }
      writer.field("version", article["version"] as Int)
      writer.field("edition", article["edition"] as Int?)
      writer.key("isSummary")
      writer.boolean(article["isSummary"])
      writer.key("text")
      writer.string(text)
      writer.key("readouts")
      writer.array(codings) { writer, coding in
        writer.object { writer in
          writer.field("codedAt", coding.codedAt)
          writer.key("isCurrent")
          writer.boolean(coding.isCurrent)
          writer.key("record")
          coding.readout.write(to: &writer)
        }
      }
    }
    return writer.bytes
  }
}

extension Correction {
  /// As a line of JSON.
  var line: [UInt8] {
    var writer = JSONWriter()
    writer.object { writer in
      writer.key("correction")
      writer.object { writer in
        writer.field("document", document)
        writer.field("kind", anchor.kind)
        writer.field("action", action)
        writer.field("who", who)
        writer.field("at", at)
        writer.field("why", why)
        writer.field("anchor", anchor.json)
        writer.key("value")
        value.write(to: &writer)
      }
    }
    return writer.bytes
  }
}
