import FoundationEssentials
import GRDB
import Record

extension Archive {
  /// What an import has done.
  public struct Import: Sendable, Equatable {
    public var articles = 0
    /// Articles that were there already.
    public var known = 0
    public var corrections = 0
  }

  /// Reads what ``export(_:)`` writes into this archive, one transaction an article. What is there already stays.
  ///
  /// - Parameters:
  ///   - next: gives the lines, without their breaks, `nil` at the end.
  ///   - progress: is told how many lines are done.
  /// - Throws: ``ArchiveError`` where a line is none of the format; what came before it stays, and the same import can be run
  ///   again.
  public func importLines(
    _ next: () throws -> [UInt8]?, progress: (_ lines: Int) -> Void = { _ in }
  ) throws(ArchiveError) -> Import {
    var result = Import()
    var number = 0
    do {
      while let line = try next() {
        number += 1
        if line.isEmpty { continue }
        do { try take(line, isFirst: number == 1, &result) } catch let fault as RecordFault {
          throw ArchiveError(.unusable, path: path, "line \(number) of the import: \(fault)")
        }
        progress(number)
      }
    } catch { throw ArchiveError(error, path: path) }
    return result
  }

  private func take(_ line: [UInt8], isFirst: Bool, _ result: inout Import) throws {
    let value = try JSONValue(line)
    if isFirst {
      guard let version = value["readoutArchive"]?.integer else {
        throw RecordFault(message: "this is no export of an archive; make one with: readout archive export")
      }
      guard version == ArchiveLine.version else {
        throw RecordFault(message: "the export is of version \(version); this release reads \(ArchiveLine.version)")
      }
    } else if let correction = value["correction"] {
      if try take(Correction(line: correction)) { result.corrections += 1 }
    } else if try takeArticle(value) {
      result.articles += 1
    } else {
      result.known += 1
    }
  }

  private func takeArticle(_ value: JSONValue) throws -> Bool {
    let columns = ArchiveLine.fields.map(\.description)
    let fields = Dictionary(uniqueKeysWithValues: columns.map { ($0, value[$0]?.string) })
    let codings = try (value["readouts"]?.array ?? []).map { coding in
      guard let codedAt = coding["codedAt"]?.string, let record = coding["record"] else {
        throw RecordFault(path: "readouts", message: "is not of the format")
      }
      return ArchiveLine.Coding(
        codedAt: codedAt, isCurrent: coding["isCurrent"] == .boolean(true), readout: try .init(record))
    }
    let required = ["document", "identity", "status", "ingestedAt", "text"]
    if let missing = required.first(where: { fields[$0] == .some(nil) }) {
      throw RecordFault(path: missing, message: "is missing")
    }
    return try write { database in
      let (identity, document) = (fields["identity"] ?? nil, fields["document"] ?? nil)
      let known = try Int64.fetchOne(
        database.cachedStatement(sql: "SELECT id FROM articles WHERE identity = ? AND document = ?"),
        arguments: [identity, document])
      guard known == nil else { return false }
      let isSummary = value["isSummary"] == .boolean(true)
      let before = try Int64.fetchAll(
        database.cachedStatement(sql: "SELECT id FROM articles WHERE identity = ? AND stands"), arguments: [identity])
      try database.cachedStatement(
        sql: """
          INSERT INTO articles (\(columns.joined(separator: ", ")), version, edition, isCurrent, isSummary)
          VALUES (\(columns.map { _ in "?" }.joined(separator: ", ")), ?, ?, 0, ?)
          """
      ).execute(
        arguments: StatementArguments(columns.map { fields[$0] ?? nil }) + [
          value["version"]?.integer ?? 1, value["edition"]?.integer, isSummary,
        ])
      let article = database.lastInsertedRowID
      for coding in codings {
        try database.cachedStatement(
          sql: "INSERT INTO readouts (article, coder, isCurrent, codedAt, record) VALUES (?, ?, ?, ?, ?)"
        ).execute(arguments: [
          article, try Coders.id(of: coding.readout.coder, database), coding.isCurrent, coding.codedAt,
          Data(RecordBlob.pack(coding.readout)),
        ])
      }
      guard let identity else { return true }
      try Versions.relink(identity, database)
      for article in before { try Derivation.renew(article, database) }
      let standing = try Int64.fetchAll(
        database.cachedStatement(sql: "SELECT id FROM articles WHERE identity = ? AND stands"), arguments: [identity])
      for article in standing { try Derivation.renew(article, database) }
      return true
    }
  }

  private func take(_ correction: Correction) throws -> Bool {
    try write { database in
      let same = try Correction.all(of: correction.document, database).contains {
        var other = $0
        other.id = correction.id
        return other == correction
      }
      guard !same else { return false }
      var correction = correction
      try correction.insert(database)
      try Derivation.renew(document: correction.document, database)
      return true
    }
  }
}

extension Correction {
  /// Reads a correction of an export.
  ///
  /// - Throws: `RecordError`.
  init(line: JSONValue) throws {
    guard let kind = line["kind"]?.string.flatMap(Kind.init), let action = line["action"]?.string.flatMap(Action.init),
      let document = line["document"]?.string, let who = line["who"]?.string, let at = line["at"]?.string,
      let anchor = line["anchor"]?.string, let value = line["value"]
    else { throw RecordFault(path: "correction", message: "is not of the format") }
    self.init(
      document: document, action: action, anchor: try Anchor(kind: kind, json: anchor), value: try .init(value),
      who: who, at: at, why: line["why"]?.string)
  }
}
