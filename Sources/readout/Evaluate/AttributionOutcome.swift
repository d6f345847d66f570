import Evaluation
import Record

/// What became of an annotated article, with the lines that tell of it.
struct AttributionOutcome: Sendable {
  /// The text's file name.
  var file: String
  var text: ScoredText
  /// All statements, those in discarded text too.
  var predicted: [MarkedStatement]
  var comparison: AttributionComparison

  /// A line of JSON: the statements by role, so that any scorer can read them.
  var statementLine: [UInt8] {
    var writer = JSONWriter()
    writer.object { writer in
      writer.field("file", file)
      writer.key("statements")
      writer.array(predicted) { writer, statement in
        writer.object { writer in
          writer.field("source", pairs: statement.source)
          writer.field("cue", pairs: statement.cue)
          writer.field("content", pairs: statement.content)
          if let confidence = statement.confidence { writer.field("confidence", hundredths: confidence) }
          writer.field("evidence", statement.evidence)
        }
      }
    }
    return writer.bytes + [0x0A]
  }

  /// A line of JSON for each mistake.
  var errorLines: [UInt8] {
    var lines: [UInt8] = []
    for mistake in comparison.mistakes {
      var writer = JSONWriter()
      writer.object { writer in
        writer.field("file", file)
        writer.field("cause", mistake.cause)
        writer.field("content", mistake.side?.contentKind)
        writer.field("cue", mistake.side?.cueKind)
        if let jaccard = mistake.jaccard { writer.field("jaccard", hundredths: jaccard) }
        write("gold", mistake.gold, to: &writer)
        write("predicted", mistake.predicted, to: &writer)
      }
      lines += writer.bytes + [0x0A]
    }
    return lines
  }

  private func write(_ key: StaticString, _ side: AttributionComparison.Side?, to writer: inout JSONWriter) {
    guard let statement = side?.statement else { return }
    writer.key(key)
    writer.object { writer in
      for (role, spans) in [
        ("source" as StaticString, statement.source), ("cue", statement.cue), ("content", statement.content),
      ] where !spans.isEmpty {
        writer.key(role)
        writer.object { writer in
          writer.field("spans", pairs: spans)
          writer.field("text", text.words(of: spans))
        }
      }
      if let confidence = statement.confidence { writer.field("confidence", hundredths: confidence) }
      writer.field("evidence", statement.evidence)
    }
  }
}

extension JSONWriter {
  /// Spans as pairs of offsets.
  fileprivate mutating func field(_ key: StaticString, pairs spans: [Span]) {
    self.key(key)
    inline { writer in
      writer.array(spans) { writer, span in writer.array([span.start, span.end]) { $0.number($1) } }
    }
  }
}
