import FoundationEssentials
import Linguistics

/// Times the pipeline over files, for `make bench`: `benchmark MODEL FILE…` prints one JSON object.
///
/// One thread, files read before the clock starts, one pass from cold: nothing is known of any word beforehand.
@main
struct Benchmark {
  static func main() throws {
    let arguments = CommandLine.arguments
    guard arguments.count > 2 else {
      print("usage: benchmark MODEL FILE…")
      return
    }
    let texts = try arguments[2...].map { path in
      String(decoding: try Data(contentsOf: URL(filePath: path)), as: UTF8.self)
    }
    let pipeline = try Pipeline(contentsOf: arguments[1])
    let begin = Clock.now
    var tokens = 0
    var sentences = 0
    for text in texts {
      let doc = pipeline(text)
      tokens += doc.count
      sentences += doc.sentences.count
    }
    let seconds = Clock.now - begin
    let peak = KernelPeak.measure()
    print(
      """
      {"tokens": \(tokens), "sentences": \(sentences), "cpu": \(seconds), \
      "kernel": "\(peak.instructionSet)", "peak": \(peak.flops)}
      """)
  }
}
