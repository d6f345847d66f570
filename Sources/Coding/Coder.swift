public import Knowledge
public import Linguistics
public import Newswire
public import Record

/// Turns articles into readouts: runs the language model, then the coding steps in order, and assembles the record.
///
/// Immutable and safe to share: any number of threads may code at once. The same article gives the same readout.
public struct Coder: Sendable {
  /// The release of the program, which its readouts name.
  public static let release = "0.1.0"

  private let pipeline: Pipeline
  /// What its readouts name as their coder.
  public let provenance: Readout.Provenance
  private let times: TimeReader
  private let actors: ActorReader
  private let statements: StatementReader
  private let events: EventReader
  private let plover: Plover
  private let ledger: LedgerReader

  /// Prepares the steps.
  ///
  /// - Parameters:
  ///   - pipeline: the language model.
  ///   - knowledge: the tables of the data folder.
  ///   - attribution: who finds who said what.
  public init(pipeline: Pipeline, knowledge: Knowledge, attribution: Attribution = .rules) {
    self.pipeline = pipeline
    provenance = Readout.Provenance(
      name: "readout", release: Self.release, model: "\(pipeline.name) \(pipeline.version)",
      attribution: attribution.name, knowledge: knowledge.version)
    times = TimeReader(words: knowledge.timeWords)
    actors = ActorReader(knowledge: knowledge)
    statements = StatementReader(cues: knowledge.cues, frames: knowledge.frames, tagger: attribution.tagger)
    events = EventReader(knowledge: knowledge)
    plover = knowledge.plover
    ledger = LedgerReader(issues: knowledge.issues, stances: knowledge.stances)
  }

  /// The readout of `article`. Takes time linear in its text.
  ///
  /// - Parameter explains: Whether statements say what they rest on.
  public func code(_ article: Article, explains: Bool = false) -> Readout {
    Assembly(story(of: article), provenance: provenance, plover: plover, explains: explains).readout()
  }

  /// What the attribution tagger is told of the tokens of `article`.
  public func features(of article: Article) -> TokenFeatures {
    let doc = parsed(article)
    return TokenFeatures(
      doc: doc, passages: article.passages, quotations: Quotations(doc: doc, passages: article.passages))
  }

  /// What the steps find in `article`, before it is assembled.
  package func story(of article: Article) -> Story {
    var story = Story(article: article, doc: parsed(article))
    times.read(&story)
    actors.read(&story)
    story.statements = statements.statements(in: story)
    story.joinSpeakers()
    events.read(&story)
    ledger.read(&story)
    warnOfIntake(in: &story)
    warnOfControls(in: &story)
    return story
  }

  private func parsed(_ article: Article) -> Doc {
    pipeline(Self.unwrapped(article), passages: article.passages)
  }

  /// The text with spaces for the line ends inside passages: lines broken to a width would be read as broken phrases. All
  /// offsets stay.
  private static func unwrapped(_ article: Article) -> String {
    var utf8 = Array(article.text.utf8)
    var isBroken = false
    for passage in article.passages {
      for index in passage where utf8[index] == 0x0A || utf8[index] == 0x0D {
        utf8[index] = 0x20
        isBroken = true
      }
    }
    return isBroken ? String(decoding: utf8, as: UTF8.self) : article.text
  }

  /// What the text's way here leaves open.
  private func warnOfIntake(in story: inout Story) {
    if story.article.isSummary {
      story.warnings.append(
        Warning(code: "summary-only", message: "This is a summary; what the whole story says is not in this record."))
    }
    if let encoding = story.article.assumedEncoding {
      story.warnings.append(
        Warning(code: "encoding-assumed", message: "The text does not say its encoding; it was read as \(encoding)."))
    }
  }

  /// Characters that plain text does not have: the file may be something else, or damaged.
  private func warnOfControls(in story: inout Story) {
    guard let first = story.doc.utf8.firstIndex(where: { $0 < 0x09 || ($0 > 0x0D && $0 < 0x20 && $0 != 0x1B) }) else {
      return
    }
    let count = story.doc.utf8.count { $0 < 0x09 || ($0 > 0x0D && $0 < 0x20 && $0 != 0x1B) }
    story.warnings.append(
      Warning(
        code: "control-characters", message: "The text holds \(count) control characters, the first at byte \(first)."))
  }
}
