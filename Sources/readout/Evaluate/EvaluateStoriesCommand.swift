import ArgumentParser
import Coding
import Comparison
import Evaluation
import Newswire

/// `readout evaluate stories`: which articles report the same event.
struct EvaluateStoriesCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "stories", abstract: "Score which articles are said to report the same event.",
    discussion: """
      The file holds an article a line: {"id"?, "text", "cluster", "topic"?}, the cluster being the event that the article \
      reports and the topic events of one kind that are easily taken for one another. Articles are grouped by their text and \
      readout alone, once all together, once as they arrive one after the other.

      B-cubed         over articles: how much of an article's group is of its event (P), and the reverse (R)
      joined          of a topic's pairs of articles about the same event, those in one group
      falsely merged  of a topic's pairs about different events, those in one group

      EXAMPLES
        readout evaluate stories crossdoc.dev.jsonl
      """)

  @Argument(help: "JSON Lines of articles with their clusters.", completion: .file(extensions: ["jsonl"]))
  var data: String

  @Option(name: .shortAndLong, help: ArgumentHelp("text or json.", valueName: "format"))
  var format: Format = .text

  @OptionGroup var work: WorkOptions
  @OptionGroup var resources: Resources

  enum Format: String, ExpressibleByArgument, CaseIterable { case text, json }

  func run() async throws {
    do {
      var inputs = Inputs([data])
      let reader = try resources.articleReader()
      // Stories are told apart by names, days, figures and events; who said what plays no part.
      let coder = Coder(pipeline: try resources.pipeline(), knowledge: try resources.knowledge(), attribution: .rules)
      var articles: [(cluster: String, topic: String?, features: StoryFeatures)] = []
      var progress = ProgressBar(total: inputs.totalBytes, unit: "articles", isQuiet: work.quiet)
      var bytes = 0
      try await Batch(jobs: work.jobs).run(&inputs) { item in
        Result { () throws(Failure) in
          let article = try GroupedArticle(item)
          let readout = coder.code(reader.read(article.text, metadata: article.metadata))
          return (article.cluster, article.topic, StoryFeatures(readout))
        }
      } emit: { item, outcome in
        articles.append(try outcome.get())
        bytes += item.size
        progress.update(items: articles.count, bytes: bytes)
      }
      progress.clear()

      func score(_ groups: [[Int]]) -> ClusterScore {
        ClusterScore(
          groups.enumerated().flatMap { group, members in
            members.map { ClusterScore.Item(gold: articles[$0].cluster, predicted: group, topic: articles[$0].topic) }
          })
      }
      var clusters = StoryClusters()
      for article in articles { clusters.add(article.features) }
      let report = StoriesReport(
        together: score(StoryPartition(articles.map(\.features)).groups), oneByOne: score(clusters.groups))
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
