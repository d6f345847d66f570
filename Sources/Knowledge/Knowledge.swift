import FoundationEssentials

/// What a well-read desk officer knows: the tables of the data folder, ready for look-ups.
public struct Knowledge: Sendable {
  /// The release of the data, a year and month.
  public let version: String
  public internal(set) var states: States
  public internal(set) var organizations: Organizations
  public internal(set) var offices: Offices
  public let titles: Titles
  public let givenNames: GivenNames
  public let places: Places
  /// More places, for names that are known to be one, where set-up has made the file.
  public private(set) var gazetteer: Gazetteer?
  package internal(set) var nouns: ActorNouns
  package let nameWords: NameWords
  public let timeWords: TimeWords
  public let issues: Issues
  public let stances: Stances
  package let cues: Cues
  /// PLOVER's own tables.
  package let plover: Plover
  /// The event lexicon.
  package let frames: Frames
  package let contexts: Contexts

  /// Loads all tables of the data folder.
  ///
  /// - Parameters:
  ///   - folder: the data folder.
  ///   - extraFrames: files with event frames of one's own, which win over the folder's.
  /// - Throws: ``KnowledgeError`` with file and line where a table is missing or a row cannot be used.
  public init(contentsOf folder: String, extraFrames: [String] = []) throws(KnowledgeError) {
    try self.init(contentsOf: folder) { plover throws(KnowledgeError) in
      try Frames(contentsOf: "\(folder)/frames", extra: extraFrames, plover: plover)
    }
  }

  /// Loads all tables of the data folder but the event lexicon, which `frames` makes.
  package init(
    contentsOf folder: String, frames: (Plover) throws(KnowledgeError) -> Frames
  ) throws(KnowledgeError) {
    do {
      version =
        try String(contentsOf: URL(filePath: "\(folder)/VERSION"), encoding: .utf8).split(separator: "\n").first
        .map { $0.trimmed } ?? ""
    } catch {
      throw KnowledgeError(file: "\(folder)/VERSION", message: "cannot be read; is \(folder) the data folder?")
    }
    states = try States(Table(path: "\(folder)/states.tsv", columns: 16))
    organizations = try Organizations(
      Table(path: "\(folder)/organizations.tsv", columns: 10),
      metonyms: Table(path: "\(folder)/metonyms.tsv", columns: 3))
    offices = try Offices(contentsOf: "\(folder)/offices", states: states, organizations: organizations)
    titles = try Titles(Table(path: "\(folder)/titles.tsv", columns: 7))
    givenNames = try GivenNames(Table(path: "\(folder)/given-names.tsv", columns: 2))
    places = try Places(
      Table(path: "\(folder)/places.tsv", columns: 8),
      abbreviations: Table(path: "\(folder)/region-abbreviations.tsv", columns: 4), states: states)
    nouns = try ActorNouns(
      roles: Table(path: "\(folder)/roles.tsv", columns: 6), bodies: Table(path: "\(folder)/bodies.tsv", columns: 4),
      collectives: Table(path: "\(folder)/collectives.tsv", columns: 4))
    nameWords = try NameWords(Table(path: "\(folder)/name-words.tsv", columns: 3))
    timeWords = try TimeWords(Table(path: "\(folder)/time-words.tsv", columns: 3))
    issues = try Issues(path: "\(folder)/issues.tsv")
    stances = try Stances(path: "\(folder)/stances.tsv")
    cues = try Cues(path: "\(folder)/cues.tsv")
    plover = try Plover(
      Table(path: "\(folder)/plover.tsv", columns: 5), cameo: Table(path: "\(folder)/cameo.tsv", columns: 4),
      codes: Table(path: "\(folder)/cameo-codes.tsv", columns: 7))
    self.frames = try frames(plover)
    contexts = try Contexts(Table(path: "\(folder)/contexts.tsv", columns: 3))
  }
}

extension Knowledge {
  /// Looks for places in the file at `path` too, after the tables.
  ///
  /// - Throws: ``KnowledgeError`` where it cannot be read or is none.
  public mutating func useGazetteer(contentsOf path: String) throws(KnowledgeError) {
    gazetteer = try Gazetteer(contentsOf: path)
  }
}

extension Substring {
  /// Without white space at either end.
  fileprivate var trimmed: String {
    var rest = self
    while rest.first?.isWhitespace == true { rest.removeFirst() }
    while rest.last?.isWhitespace == true { rest.removeLast() }
    return String(rest)
  }
}
