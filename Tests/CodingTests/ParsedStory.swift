import Coding
import Encoder
import FoundationEssentials
import Knowledge
import Linguistics
import Newswire

/// Stories for tests that the language model has parsed; `make` puts the model where it is looked for.
enum ParsedStory {
  private static let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent()
  private static let model = root.appending(path: "Models/en_core_web_sm.readout").path
  static let isPossible = FileManager.default.fileExists(atPath: model)

  private static let pipeline = Result { () throws(ModelError) in try Pipeline(contentsOf: model) }

  static let knowledge = Result { () throws(KnowledgeError) in
    try Knowledge(contentsOf: root.appending(path: "Data").path)
  }

  private static let tagger = Result {
    try AttributionTagger(
      encoder: try TokenEncoder(contentsOf: root.appending(path: "Models/attribution.safetensors").path))
  }

  /// The event lexicon.
  static func frames() throws -> Frames { try knowledge.get().frames }

  /// A coder with all that the program has.
  static func coder(_ attribution: Coder.Attribution = .rules) throws -> Coder {
    Coder(pipeline: try pipeline.get(), knowledge: try knowledge.get(), attribution: attribution)
  }

  /// The same with the trained tagger.
  static func taggingCoder() throws -> Coder { try coder(.tagger(try tagger.get())) }

  /// What reads articles in plain text.
  static func articleReader() throws -> ArticleReader {
    ArticleReader(lexicon: try PressLexicon(directory: root.appending(path: "Data").path))
  }

  /// The step that finds statements, alone.
  static func statementReader(tagger: (any Attributing)? = nil) throws -> StatementReader {
    let knowledge = try knowledge.get()
    return StatementReader(cues: knowledge.cues, frames: knowledge.frames, tagger: tagger)
  }

  /// A story of `paragraphs`.
  static func make(_ paragraphs: [String]) throws -> Story {
    var article = Article(text: paragraphs.joined(separator: "\n\n"))
    var start = 0
    for paragraph in paragraphs {
      article.passages.append(start..<start + paragraph.utf8.count)
      start += paragraph.utf8.count + 2
    }
    article.paragraphs = article.passages
    return Story(article: article, doc: try pipeline.get()(article.text, passages: article.passages))
  }
}
