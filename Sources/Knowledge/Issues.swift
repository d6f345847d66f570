/// What states take positions on: `Data/issues.tsv`.
public struct Issues: Sendable {
  /// One issue of the field.
  public struct Issue: Sendable, Equatable {
    /// What sort of thing it is, which decides what a word means for it: who ends a matter wants it settled, who ends
    /// a measure is against it, and nobody speaks for a threat.
    public enum Kind: String, Sendable { case goal, measure, matter, threat }

    /// The first half of the record's key.
    public let keyword: String
    public let label: String
    public let kind: Kind
    /// Whether it is the affair of one state and not of two or more.
    public let isOfOneState: Bool

    package init(keyword: String, label: String, kind: Kind, isOfOneState: Bool = false) {
      self.keyword = keyword
      self.label = label
      self.kind = kind
      self.isOfOneState = isOfOneState
    }
  }

  public private(set) var issues: [Issue] = []
  /// The words that speak of them; a phrase's value is an index into ``issues``.
  public private(set) var triggers = LemmaPhrases()

  /// Reads the table at `path`.
  /// - Throws: ``KnowledgeError`` where it cannot be read or a row does not fit.
  public init(path: String) throws(KnowledgeError) { try self.init(Table(path: path, columns: 5)) }

  /// Reads a table from memory; `file` names it in errors.
  package init(content: String, file: String) throws(KnowledgeError) {
    try self.init(Table(content: content, file: file, columns: 5))
  }

  init(_ table: Table) throws(KnowledgeError) {
    var keywords: Set<String> = []
    var owners: [String: String] = [:]
    for row in table.rows {
      let keyword = try row.required(0, "keyword")
      guard keywords.insert(keyword).inserted else { throw row.error("\"\(keyword)\" stands twice; join the rows") }
      guard let kind = Issue.Kind(rawValue: try row.required(2, "kind")) else {
        throw row.error("the kind is not goal, measure, matter or threat")
      }
      let parties = try row.required(3, "parties")
      guard parties == "one" || parties == "pair" else { throw row.error("the parties are not one or pair") }
      let words = row.list(4)
      guard !words.isEmpty else { throw row.error("there are no triggers; give some words that speak of the issue") }
      for word in words {
        let phrase = word.split(whereSeparator: { $0 == " " || $0 == "-" }).joined(separator: " ")
        if let other = owners.updateValue(keyword, forKey: phrase), other != keyword {
          throw row.error("\"\(word)\" stands under \"\(other)\" too; leave it where it says most")
        }
        triggers.add(word, value: issues.count)
      }
      issues.append(
        Issue(keyword: keyword, label: try row.required(1, "label"), kind: kind, isOfOneState: parties == "one"))
    }
  }
}
