/// The words that show where a speaker stands: `Data/stances.tsv`.
public struct Stances: Sendable {
  /// What a word or phrase shows.
  public enum Kind: String, Sendable, CaseIterable {
    case supports, opposes, demands
    /// Does damage to what it governs, which who tells of it holds dear.
    case harms
    /// Lets what it governs slip; whoever never does it stands by that.
    case neglects
    /// Turns the stance on what it governs round.
    case reverses
    /// Says that a measure goes on.
    case keeps
    /// Begins a condition.
    case conditional
    /// A noun for where somebody stands.
    case position
    case unchanged, softened, hardened, new
    /// An adjective of an offer.
    case ready
    /// A word of what is planned.
    case ahead
    /// Verbs that bind their subject to what they govern.
    case agrees, pledges, offers
    /// A noun for a meeting or for those who meet, which takes no side on its subject.
    case gathering
  }

  /// The phrases; a value is an index into `Kind.allCases`.
  public private(set) var phrases = LemmaPhrases()

  /// Reads the table at `path`.
  /// - Throws: ``KnowledgeError`` where it cannot be read or a row does not fit.
  public init(path: String) throws(KnowledgeError) { try self.init(Table(path: path, columns: 2)) }

  /// Reads a table from memory; `file` names it in errors.
  package init(content: String, file: String) throws(KnowledgeError) {
    try self.init(Table(content: content, file: file, columns: 2))
  }

  init(_ table: Table) throws(KnowledgeError) {
    for row in table.rows {
      guard let kind = Kind(rawValue: try row.required(1, "kind")), let index = Kind.allCases.firstIndex(of: kind)
      else {
        throw row.error("unknown kind; the header lists the kinds")
      }
      for words in row.list(0) { phrases.add(words, value: index) }
    }
  }
}
