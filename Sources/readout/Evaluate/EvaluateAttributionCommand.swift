import ArgumentParser
import Coding
import Evaluation
import Newswire

/// `readout evaluate attribution`: who said what, by the scorer of PolNeAR.
struct EvaluateAttributionCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "attribution", abstract: "Score who said what against PolNeAR, or texts annotated as it is.",
    discussion: """
      The folder holds text/NAME.txt and attributions/NAME_ANNOTATOR.ann (brat standoff); of several annotators the \
      first by name is the gold. Only outermost statements count, as only they are marked there.

      C        the content is found: half of what gold and statement hold together they share
      C+S      and the right source; C+S* the same over those with a source
      exact    the contents are equal but for quotation marks and final punctuation
      J        mean Jaccard index of the contents of all pairs

      EXAMPLES
        readout evaluate attribution polnear/dev
        readout evaluate attribution polnear/dev --errors errors.jsonl --statements statements.jsonl
      """)

  @Argument(help: "The folder with text/ and attributions/ in it.", completion: .directory)
  var data: String

  @Option(name: .shortAndLong, help: ArgumentHelp("text or json.", valueName: "format"))
  var format: Format = .text

  @Option(
    help: ArgumentHelp(
      "Write what was scored: JSON Lines, one article each, spans by role, confidence, evidence.", valueName: "file"),
    completion: .file())
  var statements: String?

  @Option(
    help: ArgumentHelp("Write what is wrong, and why: JSON Lines, one error each.", valueName: "file"),
    completion: .file())
  var errors: String?

  @OptionGroup var work: WorkOptions
  @OptionGroup var attribution: AttributionOptions
  @OptionGroup var resources: Resources

  enum Format: String, ExpressibleByArgument, CaseIterable { case text, json }

  func run() async throws {
    do {
      let gold = try AnnotatedFolder(data)
      let reader = try resources.articleReader()
      let coder = Coder(
        pipeline: try resources.pipeline(), knowledge: try resources.knowledge(),
        attribution: try attribution.attribution())
      var score = AttributionScore()
      var statementLines: [UInt8] = []
      var errorLines: [UInt8] = []
      var progress = ProgressBar(total: 0, unit: "articles", isQuiet: work.quiet)
      var articles = gold.articles.makeIterator()
      try await Batch(jobs: work.jobs).run(&articles) { article in
        Result { () throws(Failure) in
          let (text, annotation) = try article.load()
          let readout = coder.code(
            reader.read(text, metadata: ArticleReader.Metadata(ref: article.name)), explains: true)
          let scored = ScoredText(text)
          let predicted = MarkedStatement.outermost(of: readout)
          return AttributionOutcome(
            file: article.name, text: scored, predicted: predicted,
            comparison: AttributionComparison(text: scored, gold: annotation, predicted: predicted))
        }
      } emit: { _, outcome in
        let outcome = try outcome.get()
        score.add(outcome.comparison)
        if statements != nil { statementLines += outcome.statementLine }
        if errors != nil { errorLines += outcome.errorLines }
        progress.update(items: score.articles, bytes: 0)
      }
      progress.clear()
      if let statements { try OutputFile.write(statementLines, to: statements) }
      if let errors { try OutputFile.write(errorLines, to: errors) }
      let report = AttributionReport(score)
      var output = StandardOutput()
      do {
        switch format {
        case .text: try output.write(report.text)
        case .json: try output.write(report.json + [0x0A])
        }
        try output.flush()
      } catch is StandardOutput.Closed {
        throw ExitCode.success
      }
    } catch let failure as Failure {
      throw failure.report()
    }
  }
}
