import FoundationEssentials
internal import Record

/// Brings the tables of offices up to date with what Wikidata says; what the tables say stands.
package struct OfficeImport: Sendable {
  /// A row that is new or says more than it did.
  package struct Change: Sendable, Equatable {
    /// The table's file, "JPN.tsv".
    package let file: String
    /// Its fields, separated by tabs.
    package let row: String
    /// The row that it takes the place of.
    package let old: String?
  }

  package private(set) var changes: [Change] = []
  /// Where the tables say one thing and Wikidata another; the tables stay as they are.
  package private(set) var conflicts: [KnowledgeError] = []
  /// How many times in office the tables have already.
  package private(set) var known = 0
  /// How many statements of a position are no office that the tables have, or lack a begin.
  package private(set) var leftOut = 0

  private let folder: String
  private let knowledge: Knowledge
  /// The lines of the tables that change, by file.
  private var tables: [String: [String]] = [:]

  /// Compares the file at `path`, a JSON dump or a query result, with the tables of the data folder `folder`.
  ///
  /// - Throws: ``KnowledgeError`` where the file or the folder cannot be used.
  package init(wikidata path: String, folder: String, knowledge: Knowledge) throws(KnowledgeError) {
    self.folder = folder
    self.knowledge = knowledge
    let reader = try WikidataReader(path: path, knowledge: knowledge)
    leftOut = reader.leftOut
    let byCountry = Dictionary(grouping: reader.tenures) { $0.position.country }
    for (country, tenures) in byCountry.sorted(by: { $0.key < $1.key }) {
      try merge(Self.joined(tenures), country: country)
    }
  }

  /// Writes the tables that change into the data folder `target`.
  ///
  /// - Throws: ``KnowledgeError`` where a file cannot be written.
  package func write(to target: String) throws(KnowledgeError) {
    for (file, lines) in tables where changes.contains(where: { $0.file == file }) {
      let path = "\(target)/offices/\(file)"
      do {
        try FileManager.default.createDirectory(
          atPath: "\(target)/offices", withIntermediateDirectories: true)
        try Data((lines.joined(separator: "\n") + "\n").utf8).write(
          to: URL(filePath: path), options: .atomic)
      } catch { throw KnowledgeError(file: path, message: "cannot be written: \(error)") }
    }
  }

  /// Joins terms in which somebody went on: Wikidata has one for each parliament or cabinet.
  private static func joined(_ tenures: [WikidataTenure]) -> [WikidataTenure] {
    var joined: [WikidataTenure] = []
    let order = tenures.enumerated().sorted {
      ($0.element.from.earliest, $0.offset) < ($1.element.from.earliest, $1.offset)
    }
    for (_, tenure) in order {
      if let index = joined.lastIndex(where: {
        $0.person == tenure.person && $0.position.office == tenure.position.office
      }),
        joined[index].to.map({
          PartialDate.ordinal(tenure.from.earliest) - PartialDate.ordinal($0.latest) <= 31
        }) ?? true
      {
        let earlier = joined[index]
        let to = earlier.to.flatMap { end in tenure.to.map { $0.latest > end.latest ? $0 : end } }
        joined[index] = WikidataTenure(
          person: earlier.person, name: earlier.name, aliases: earlier.aliases, sex: earlier.sex,
          position: earlier.position,
          from: earlier.from, to: to)
      } else {
        joined.append(tenure)
      }
    }
    return joined
  }

  // MARK: - One state's table

  private mutating func merge(_ tenures: [WikidataTenure], country: String) throws(KnowledgeError) {
    let file = "\(country).tsv"
    let path = "\(folder)/offices/\(file)"
    var lines: [String] = []
    if let data = FileManager.default.contents(atPath: path) {
      lines = String(decoding: data, as: UTF8.self).split(
        separator: "\n", omittingEmptySubsequences: false
      ).map(String.init)
      if lines.last == "" { lines.removeLast() }
    } else {
      lines = header(country)
    }
    for tenure in tenures {
      // Read anew, since rows may have been added.
      let table = try Table(content: lines.joined(separator: "\n"), file: path, columns: 9)
      var terms: [Term] = []
      for row in table.rows { terms.append(try Term(row: row, code: country, isOfState: true)) }
      merge(tenure, terms, into: &lines, file: file)
    }
    tables[file] = lines
  }

  private mutating func merge(
    _ tenure: WikidataTenure, _ terms: [Term], into lines: inout [String], file: String
  ) {
    let rivals = terms.filter { $0.offices.contains(tenure.position.office) }
    if let own = rivals.first(where: { isSame($0, tenure) && Self.touch($0, tenure) }) {
      update(own, with: tenure, in: &lines, file: file)
    } else if let other = rivals.first(where: { !Self.standsIn($0) && Self.overlap($0, tenure) }) {
      conflicts.append(
        other.row.error(
          "\(other.row.value(2) ?? "") is \(other.row.value(1) ?? "") here when Wikidata (\(tenure.person)) has \(tenure.name), "
            + "\(tenure.from) to \(tenure.to?.description ?? "now"); the table stays"))
    } else {
      append(tenure, terms, to: &lines, file: file)
    }
  }

  private mutating func update(
    _ term: Term, with tenure: WikidataTenure, in lines: inout [String], file: String
  ) {
    var fields = term.row.fields
    if tenure.from.agrees(with: term.from, within: Self.handover) {
      if tenure.from.isFiner(than: term.from) { fields[6] = tenure.from.description }
    } else {
      conflict(term, tenure, "began on \(term.from) here and on \(tenure.from) there")
    }
    switch (term.to, tenure.to) {
    case (nil, nil): break
    case (nil, let end?): fields[7] = end.description
    case (let end?, nil): conflict(term, tenure, "left on \(end) here and is in office there")
    case (let mine?, let other?) where other.agrees(with: mine, within: Self.handover):
      if other.isFiner(than: mine) { fields[7] = other.description }
    case (let mine?, let other?):
      conflict(term, tenure, "left on \(mine) here and on \(other) there")
    }
    guard fields != term.row.fields else {
      known += 1
      return
    }
    let source = "Wikidata: \(tenure.person)"
    if !fields[8].contains(source) { fields[8] += "; \(source)" }
    let old = lines[term.row.line - 1]
    lines[term.row.line - 1] = fields.joined(separator: "\t")
    changes.append(Change(file: file, row: lines[term.row.line - 1], old: old))
  }

  private mutating func conflict(_ term: Term, _ tenure: WikidataTenure, _ what: String) {
    conflicts.append(
      term.row.error(
        "\(term.row.value(2) ?? "") \(what) in Wikidata (\(tenure.person)); the table stays"))
  }

  private mutating func append(
    _ tenure: WikidataTenure, _ terms: [Term], to lines: inout [String], file: String
  ) {
    let words = tenure.name.split(separator: " ").map(String.init)
    guard let first = words.first, let last = words.last,
      let sex = tenure.sex ?? knowledge.givenNames.sex(of: first)
    else {
      leftOut += 1
      return
    }
    // Where the table's own names put the family first.
    let isFamilyFirst =
      knowledge.nameWords.familiesFirst.contains(first)
      && terms.contains { ($0.row.value(2) ?? "").hasPrefix("\($0.row.value(3) ?? "") ") }
    let rivals = terms.filter { $0.offices.contains(tenure.position.office) }
    // As the table has it for that title: presidents may head the government too.
    let office =
      rivals.last { $0.row.value(1) == tenure.position.title }?.row.value(0)
      ?? tenure.position.office.rawValue
    let row = [
      office, tenure.position.title, tenure.name, isFamilyFirst ? first : last, spellings(tenure), sex.rawValue,
      tenure.from.description,
      tenure.to?.description ?? "-", "Wikidata: \(tenure.person)",
    ].map(Self.field).joined(separator: "\t")
    // After the last of that office that began before.
    let above = rivals.last { $0.from.earliest <= tenure.from.earliest } ?? rivals.first
    if let above {
      let isAbove = above.from.earliest <= tenure.from.earliest
      lines.insert(row, at: above.row.line - (isAbove ? 0 : 1))
    } else {
      lines.append(row)
    }
    changes.append(Change(file: file, row: row, old: nil))
  }

  /// Other spellings of a whole name in Latin letters, a few at most.
  private func spellings(_ tenure: WikidataTenure) -> String {
    var seen = Set(Self.keys(tenure.name))
    var spellings: [String] = []
    for alias in tenure.aliases where spellings.count < 4 && alias.utf8.contains(UInt8(ascii: " ")) {
      guard
        alias.unicodeScalars.allSatisfy({
          $0.value < 0x250 && $0 != "." && $0 != ";" && $0 != "\t" && $0 != ","
        }),
        seen.isDisjoint(with: Self.keys(alias))
      else { continue }
      seen.formUnion(Self.keys(alias))
      spellings.append(alias)
    }
    return spellings.isEmpty ? "-" : spellings.joined(separator: ";")
  }

  private static func field(_ text: String) -> String {
    String(text.map { $0 == "\t" || $0.isNewline ? " " : $0 })
  }

  // MARK: - Who is who, when

  /// What a person's name is known by.
  private static func keys(_ name: String) -> [Spelling] {
    var folding = Folding()
    folding.read(ArraySlice(name.utf8))
    return [Spelling(person: folding)] + [Spelling(personWithoutMiddle: folding)].compactMap { $0 }
  }

  private func isSame(_ term: Term, _ tenure: WikidataTenure) -> Bool {
    let mine = Set(([term.row.value(2) ?? ""] + term.row.list(4)).flatMap(Self.keys))
    return !mine.isDisjoint(with: ([tenure.name] + tenure.aliases).flatMap(Self.keys))
  }

  private static func touch(_ term: Term, _ tenure: WikidataTenure) -> Bool {
    term.from.earliest <= tenure.to?.latest ?? .max
      && tenure.from.earliest <= term.to?.latest ?? .max
  }

  /// Whether both last for more than a handover's days for certain.
  private static func overlap(_ term: Term, _ tenure: WikidataTenure) -> Bool {
    let begin = max(term.from.latest, tenure.from.latest)
    let end = min(term.to?.earliest ?? .max, tenure.to?.earliest ?? .max)
    return end > begin
      && (end == .max || PartialDate.ordinal(end) - PartialDate.ordinal(begin) > handover)
  }

  /// How many days the oath may lie from the appointment.
  private static let handover = 2

  private static func standsIn(_ term: Term) -> Bool {
    ["Acting ", "Interim "].contains { term.row.value(1)?.hasPrefix($0) == true }
  }

  private func header(_ country: String) -> [String] {
    [
      "# Office-holders of \(knowledge.states.state(code: country)?.name ?? country). Columns, separated by one tab:",
      "# office   headOfState, headOfGovernment, headOfState+headOfGovernment, foreignMinister, defenseMinister, intelligenceChief",
      "# title    the title used in English news; \"Acting\" or \"Interim\" before it for those who only stood in",
      "# name     the usual English newswire name",
      "# family   the part of the name used alone on second mention",
      "# aliases  other spellings, `;`-separated, or `-`",
      "# sex      m or f",
      "# from     first day in office, YYYY-MM-DD, or YYYY-MM or YYYY where the day is not known",
      "# to       last day in office (same forms), or `-` while in office",
      "# source   a public reference where the row can be checked",
    ]
  }
}
