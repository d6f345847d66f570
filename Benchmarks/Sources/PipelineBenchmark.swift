import FoundationEssentials
import Linguistics

/// Times the pipeline over files, and prints one JSON object.
///
/// One thread, files read before the clock starts, one pass from cold: nothing is known of any word beforehand.
struct PipelineBenchmark {
  let model: String
  let files: [String]

  func run() throws {
    let texts = try files.map { String(decoding: try Data(contentsOf: URL(filePath: $0)), as: UTF8.self) }
    let pipeline = try Pipeline(contentsOf: model)
    let begin = Clock.now
    var tokens = 0
    var sentences = 0
    for text in texts {
      let doc = pipeline(text)
      tokens += doc.count
      sentences += doc.sentences.count
    }
    let seconds = Clock.now - begin
    let times = pipeline.stageTimes
    let stages = StageTimes.Stage.allCases.map { "\"\(name(of: $0))\": \(times[$0])" }
    let peak = KernelPeak.measure()
    print(
      """
      {"tokens": \(tokens), "sentences": \(sentences), "cpu": \(seconds), \
      "stages": {\(stages.joined(separator: ", "))}, \
      "encoder": {"seconds": \(times[.encoder]), "flops": \(2 * times.multiplyAdds)}, \
      "kernel": "\(peak.instructionSet)", "peak": \(peak.flops)}
      """)
  }

  private func name(of stage: StageTimes.Stage) -> String {
    switch stage {
    case .tokenizer: "tokenizer"
    case .wordTypes: "new word types: embeddings, part of the first convolution"
    case .encoder: "convolutions"
    case .tagger: "tagger"
    case .parser: "parser"
    case .recognizer: "entity recognizer"
    case .words: "attribute ruler and lemmatizer"
    case .document: "document"
    }
  }
}
