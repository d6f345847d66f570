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
  private let provenance: Readout.Provenance
  private let times: TimeReader
  private let actors: ActorReader

  /// Prepares the steps.
  ///
  /// - Parameters:
  ///   - pipeline: the language model.
  ///   - knowledge: the tables of the data folder.
  public init(pipeline: Pipeline, knowledge: Knowledge) {
    self.pipeline = pipeline
    provenance = Readout.Provenance(
      name: "readout", release: Self.release, model: "\(pipeline.name) \(pipeline.version)", attribution: "rules",
      knowledge: knowledge.version)
    times = TimeReader(words: knowledge.timeWords)
    actors = ActorReader(knowledge: knowledge)
  }

  /// The readout of `article`. Takes time linear in its text.
  public func code(_ article: Article) -> Readout {
    Assembly(story(of: article), provenance: provenance).readout()
  }

  /// What the steps find in `article`, before it is assembled.
  package func story(of article: Article) -> Story {
    let doc = pipeline(article.text, passages: article.passages)
    var story = Story(article: article, doc: doc)
    times.read(&story)
    actors.read(&story)
    return story
  }
}
