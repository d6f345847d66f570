import Evaluation
import Record

/// The figures of `readout evaluate stories`, to be read and as JSON.
struct StoriesReport {
  private let forms: [(name: StaticString, title: String, score: ClusterScore)]

  init(together: ClusterScore, oneByOne: ClusterScore) {
    forms = [("together", "all together", together), ("oneByOne", "one by one", oneByOne)]
  }

  var text: String {
    let (articles, events) = (forms[0].score.articles, forms[0].score.events)
    var lines = ["articles \(articles)  events \(events)"]
    for (_, title, score) in forms {
      lines.append(
        "\(title): groups \(score.groups)  B-cubed P \(percent(score.precision))  R \(percent(score.recall))  "
          + "F1 \(percent(score.f1))  within a topic: joined \(percent(score.joined))  "
          + "falsely merged \(percent(score.falselyMerged))")
    }
    return lines.joined(separator: "\n") + "\n"
  }

  var json: [UInt8] {
    var writer = JSONWriter(pretty: true)
    writer.object { writer in
      writer.field("articles", forms[0].score.articles)
      writer.field("events", forms[0].score.events)
      for (name, _, score) in forms {
        writer.key(name)
        writer.object { writer in
          writer.field("groups", score.groups)
          writer.field("precision", score.precision)
          writer.field("recall", score.recall)
          writer.field("f1", score.f1)
          writer.field("joined", score.joined)
          writer.field("falselyMerged", score.falselyMerged)
        }
      }
    }
    return writer.bytes
  }

  private func percent(_ value: Double) -> String {
    let tenths = Int((value * 1000).rounded())
    return "\(tenths / 10).\(tenths % 10)"
  }
}
