import Encoder

/// What `make bench` and `make encoder-parity` run: `benchmark pipeline MODEL FILE…` or
/// `benchmark encoder MODEL eight-bit|single|pieces INPUT OUTPUT`; by hand, `benchmark stories ARTICLES`
/// and `benchmark pages FILE…`.
@main
struct Benchmark {
  static func main() throws {
    let arguments = Array(CommandLine.arguments.dropFirst())
    switch arguments.first {
    case "pipeline" where arguments.count > 2:
      try PipelineBenchmark(model: arguments[1], files: Array(arguments[2...])).run()
    case "encoder" where arguments.count == 5:
      let precisions: [String: TokenEncoder.Precision] = ["eight-bit": .eightBit, "single": .single]
      try EncoderBenchmark(
        model: arguments[1], precision: precisions[arguments[2]], input: arguments[3], output: arguments[4]
      ).run()
    case "stories" where arguments.count == 2:
      StoryBenchmark(articles: Int(arguments[1]) ?? 100_000).run()
    case "pages" where arguments.count > 1:
      try PageBenchmark(files: Array(arguments[1...])).run()
    default:
      print("usage: benchmark pipeline MODEL FILE…")
      print("       benchmark encoder MODEL eight-bit|single|pieces INPUT OUTPUT")
      print("       benchmark stories ARTICLES")
      print("       benchmark pages FILE…")
    }
  }
}
