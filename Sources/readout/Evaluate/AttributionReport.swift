import Evaluation
import Record

/// The figures of `readout evaluate attribution`, to be read and as JSON.
struct AttributionReport {
  private let score: AttributionScore
  private let roles: [(name: StaticString, rate: Rate)]
  private let relations: [(name: StaticString, rate: Rate)]
  private let fates: [(name: StaticString, count: Int)]
  private let kinds: [(name: StaticString, title: String, rates: AttributionScore.KindRates)]

  init(_ score: AttributionScore) {
    self.score = score
    roles = [("source", score.source), ("cue", score.cue), ("content", score.content)]
    relations = [("C", score.found), ("C+S", score.right), ("exact", score.exact), ("C+S*", score.sourced)]
    fates = [
      ("right", score.fates.right), ("source_wrong", score.fates.sourceWrong),
      ("content_wrong", score.fates.contentWrong), ("missed", score.fates.missed),
    ]
    let contents: [(StaticString, String, ContentKind)] = [
      ("direct", "direct", .direct), ("mixed", "mixed", .mixed), ("longIndirect", "indirect, > 4 words", .longIndirect),
      ("shortIndirect", "indirect, ≤ 4 words", .shortIndirect),
    ]
    let cues: [(StaticString, String, CueKind)] = [
      ("saying", "said-like cue", .saying), ("other", "any other cue", .other),
    ]
    let none = AttributionScore.KindRates()
    kinds =
      contents.map { ($0, $1, score.contentKinds[$2] ?? none) } + cues.map { ($0, $1, score.cueKinds[$2] ?? none) }
  }

  // MARK: To be read

  var text: String {
    var lines = [
      "articles \(score.articles)  gold \(score.found.gold)  predicted \(score.found.predicted)  paired \(score.pairs)"
    ]
    for (group, rates) in [("role", roles), ("relation", relations)] {
      for (name, rate) in rates { lines.append(pad(group, 9) + pad("\(name)", 9) + figures(rate)) }
    }
    lines.append("J \(thousandths(score.meanJaccard))")
    lines.append("split    " + fates.map { "\($0.name) \(thousandths(share($0.count)))" }.joined(separator: "  "))
    lines.append("")
    lines.append(pad("kind", 21) + pad("gold", 6) + pad("C", 29) + "C+S")
    for (_, title, rates) in kinds {
      lines.append(
        pad(title, 21) + pad("\(rates.found.gold)", 6) + pad(figures(rates.found), 29) + figures(rates.right))
    }
    lines.append("")
    lines.append(pad("confidence", 12) + pad("statements", 12) + pad("mean", 7) + pad("C", 7) + "C+S")
    for (index, bin) in score.reliability.bins.enumerated() where bin.statements > 0 {
      lines.append(
        pad("0.\(index) - " + (index == 9 ? "1" : "0.\(index + 1)"), 12) + pad("\(bin.statements)", 12)
          + pad(thousandths(bin.meanConfidence), 7) + pad(thousandths(bin.contentShare), 7)
          + thousandths(bin.rightShare))
    }
    let sure = score.reliability.sure
    lines.append("at >= \(Reliability.sureFrom): \(sure.statements) statements, \(percent(sure.rightShare)) % right")
    return lines.joined(separator: "\n") + "\n"
  }

  private func figures(_ rate: Rate) -> String {
    "P \(thousandths(rate.precision))  R \(thousandths(rate.recall))  F1 \(thousandths(rate.f1))"
  }

  private func share(_ count: Int) -> Double {
    score.found.gold == 0 ? 0 : Double(count) / Double(score.found.gold)
  }

  private func pad(_ text: String, _ width: Int) -> String {
    text + String(repeating: " ", count: max(1, width - text.count))
  }

  private func thousandths(_ value: Double) -> String {
    let digits = "\(Int((value * 1000).rounded()))"
    let padded = String(repeating: "0", count: max(0, 4 - digits.count)) + digits
    return padded.dropLast(3) + "." + padded.suffix(3)
  }

  private func percent(_ value: Double) -> String {
    let tenths = Int((value * 1000).rounded())
    return "\(tenths / 10).\(tenths % 10)"
  }

  // MARK: JSON

  /// Keys and rounding are those of the corpus's scorer, as far as it has them.
  var json: [UInt8] {
    var writer = JSONWriter(pretty: true)
    writer.object { writer in
      writer.field("articles", score.articles)
      writer.field("gold", score.found.gold)
      writer.field("pred", score.found.predicted)
      writer.field("pairs", score.pairs)
      for (group, rates) in [("role" as StaticString, roles), ("relation", relations)] {
        writer.key(group)
        writer.object { writer in for (name, rate) in rates { write(name, rate, to: &writer) } }
      }
      writer.field("J", rounded(score.meanJaccard))
      writer.key("split")
      writer.object { writer in for (name, count) in fates { writer.field(name, rounded(share(count))) } }
      writer.key("kinds")
      writer.object { writer in
        for (name, _, rates) in kinds {
          writer.key(name)
          writer.object { writer in
            writer.field("gold", rates.found.gold)
            writer.field("pred", rates.found.predicted)
            write("C", rates.found, to: &writer)
            write("C+S", rates.right, to: &writer)
          }
        }
      }
      writer.key("reliability")
      writer.array(score.reliability.bins.enumerated()) { writer, bin in
        write(bin.element, from: Double(bin.offset) / 10, to: &writer)
      }
      writer.key("sure")
      write(score.reliability.sure, from: Reliability.sureFrom, to: &writer)
    }
    return writer.bytes
  }

  private func write(_ name: StaticString, _ rate: Rate, to writer: inout JSONWriter) {
    writer.key(name)
    writer.inline { writer in
      writer.object { writer in
        writer.field("p", rounded(rate.precision))
        writer.field("r", rounded(rate.recall))
        writer.field("f1", rounded(rate.f1))
      }
    }
  }

  private func write(_ bin: Reliability.Bin, from: Double, to writer: inout JSONWriter) {
    writer.inline { writer in
      writer.object { writer in
        writer.field("from", from)
        writer.field("statements", bin.statements)
        writer.field("confidence", rounded(bin.meanConfidence))
        writer.field("C", rounded(bin.contentShare))
        writer.field("C+S", rounded(bin.rightShare))
      }
    }
  }

  private func rounded(_ value: Double) -> Double { (value * 10_000).rounded(.toNearestOrEven) / 10_000 }
}
