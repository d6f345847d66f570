import ArgumentParser
import Coding
import Linguistics
import Newswire
import Record

/// `readout features`: what the attribution model reads of articles, for its training.
struct FeaturesCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "features", abstract: "Print what the attribution model reads of articles, for its training.",
    discussion: """
      One JSON line an article: "id", "text", "passages" (UTF-8 bytes), "columns" (the names of the features) and \
      "tokens", each [start, end, feature, …] in bytes.

      EXAMPLE
        readout features ../shared/polnear/train/text --quiet > train.jsonl
      """)

  @OptionGroup var batch: BatchOptions
  @OptionGroup var resources: Resources

  func run() async throws {
    let inputs = Inputs(batch.files)
    do {
      let reader = try resources.articleReader()
      let coder = Coder(pipeline: try resources.pipeline(), knowledge: try resources.knowledge())
      try await batch.run(inputs, unit: "articles") { item in
        let news = try item.loadUsable()
        let article = reader.read(news.text, metadata: news.metadata)
        return Self.line(coder.features(of: article), article: article, id: news.metadata.ref ?? item.source)
      }
    } catch let failure as Failure {
      throw failure.report()
    }
  }

  private static func line(_ features: TokenFeatures, article: Article, id: String) -> [UInt8] {
    var writer = JSONWriter()
    writer.object { writer in
      writer.field("id", id)
      writer.key("text")
      writer.string(article.text)
      writer.key("passages")
      writer.array(features.passages) { writer, passage in
        writer.array([passage.lowerBound, passage.upperBound]) { $0.number($1) }
      }
      writer.field("columns", TokenFeatures.columns)
      writer.key("tokens")
      writer.array(features.tokens) { writer, token in
        writer.array(0..<2 + token.values.count) { writer, index in
          switch index {
          case 0: writer.number(token.bytes.lowerBound)
          case 1: writer.number(token.bytes.upperBound)
          default: writer.string(token.values[index - 2])
          }
        }
      }
    }
    return writer.bytes + [0x0A]
  }
}
