import ArgumentParser
import Linguistics
import Newswire

/// `readout parse`: the language model's analysis.
struct ParseCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "parse", abstract: "Print the language model's analysis of texts.",
    discussion: """
      All of a text is analysed, headline, dateline and page residue with it. Several inputs are printed in their order.

      EXAMPLES
        readout parse story.txt --format conllu
        readout parse stories.jsonl --format json > parses.jsonl
        echo "Seoul welcomed the talks." | readout parse - --format displacy > arcs.svg
      """)

  @OptionGroup var batch: BatchOptions

  @Option(
    name: .shortAndLong,
    help: ArgumentHelp("conllu, json (spaCy's Doc.to_json) or displacy (SVG).", valueName: "format"))
  var format: Format = .conllu

  @OptionGroup var resources: Resources

  enum Format: String, ExpressibleByArgument, CaseIterable { case conllu, json, displacy }

  func run() async throws {
    let inputs = Inputs(batch.files)
    do {
      let pipeline = try resources.pipeline()
      let format = format
      try await batch.run(inputs, unit: "texts") { item in
        let news = try item.loadUsable()
        let doc = pipeline(news.text)
        switch format {
        case .conllu:
          let name = news.metadata.ref ?? item.line.map { "\(item.source):\($0)" } ?? item.source
          return Array(CoNLLU(doc, name: name, number: item.number).text.utf8)
        case .json: return DocJSON(doc).bytes + [0x0A]
        case .displacy: return Array(DependencyDrawing(doc, number: item.number).svg.utf8)
        }
      }
    } catch let failure as Failure {
      throw failure.report()
    }
  }
}
