import GRDB
public import Record

extension Archive {
  /// Corrects a part of an article's record. The rows of every standing article with this text follow.
  ///
  /// - Parameters:
  ///   - item: the part, as ``effectiveReadout(of:)`` names it.
  ///   - action: `.accept`, `.reject` or, with `fields`, `.edit`.
  ///   - fields: what shall be otherwise, as the record format has it: keys of the part with their new values; `null` takes
  ///     a field away.
  ///   - who, why: who says so, and for what reason.
  /// - Throws: ``ArchiveError`` where there is no such article or part, or where the part as it shall be is none of the format.
  @discardableResult
  public func correct(
    _ item: EffectiveReadout.Item, of article: Int64, _ action: Correction.Action, fields: JSONValue? = nil,
    who: String, why: String? = nil
  ) throws(ArchiveError) -> Correction {
    let readout = try readout(of: article)
    guard let anchor = Anchor(item, in: readout), var value = readout.excerpt(of: item) else {
      throw ArchiveError(.unknown, path: path, "article \(article) has no \(item.description)")
    }
    if action == .edit {
      let (edited, part) = try changed(readout) { $0.edit(item, fields ?? .object([:]), in: readout) }
      guard let excerpt = edited.excerpt(of: part) else {
        throw ArchiveError(.unusable, path: path, "an edit cannot take away the id of \(item.description)")
      }
      value = excerpt
    }
    return try add(action, anchor, value, who, why)
  }

  /// Adds a part that the coder has overlooked.
  ///
  /// - Parameter fields: the part, as the record format has it, with the ids of this article's record. What can be told from the
  ///   rest may be left out: `id`, `sentence`, `confidence`, `polarity`, `quotation`.
  /// - Throws: ``ArchiveError`` where the part is none of the format, or lies outside of the text.
  @discardableResult
  public func addPart(
    _ kind: Correction.Kind, _ fields: JSONValue, to article: Int64, who: String, why: String? = nil
  ) throws(ArchiveError) -> Correction {
    let readout = try readout(of: article)
    let (edited, part) = try changed(readout) { $0.append(kind, fields, in: readout) }
    guard let anchor = Anchor(part, in: edited), let value = edited.excerpt(of: part) else {
      throw ArchiveError(.unusable, path: path, "the \(kind.rawValue) to be added is not of the record format")
    }
    return try add(.add, anchor, value, who, why)
  }

  /// All corrections, in the order in which they were made.
  public func corrections() throws(ArchiveError) -> [Correction] {
    try read { try Row.fetchAll($0, sql: "SELECT * FROM corrections ORDER BY id").map { try Correction($0) } }
  }

  private func add(
    _ action: Correction.Action, _ anchor: Anchor, _ value: Readout, _ who: String, _ why: String?
  ) throws(ArchiveError) -> Correction {
    try write { database in
      var correction = Correction(
        document: value.document.id, action: action, anchor: anchor, value: value, who: who,
        at: Moment.now.description, why: why)
      try correction.insert(database)
      try Derivation.renew(document: correction.document, database)
      return correction
    }
  }

  /// A record that was changed as JSON and read again, so that it is of the format in all its parts.
  private func changed(
    _ readout: Readout, _ change: (inout JSONValue) -> EffectiveReadout.Item?
  ) throws(ArchiveError) -> (Readout, EffectiveReadout.Item) {
    do {
      var value = try JSONValue(readout.json())
      guard let part = change(&value) else {
        throw RecordFault(message: "the fields must be one object of the record format")
      }
      let changed = try Readout(value)
      if let fault = RecordFaults(changed).first { throw RecordFault(message: fault) }
      return (changed, part)
    } catch { throw ArchiveError(.unusable, path: path, "the part as it shall be cannot be used: \(error)") }
  }
}

extension Archive {
  /// The articles of which people corrected something, each in its latest version here, with the one who corrected last.
  public func correctedArticles() throws(ArchiveError) -> [(article: Int64, who: String)] {
    try read { database in
      try Row.fetchAll(
        database,
        sql: """
          SELECT max(articles.id) article, (SELECT who FROM corrections c WHERE c.document = corrections.document
            ORDER BY id DESC LIMIT 1) who
          FROM corrections JOIN articles USING (document) GROUP BY document ORDER BY article
          """
      ).map { ($0["article"], $0["who"]) }
    }
  }
}
