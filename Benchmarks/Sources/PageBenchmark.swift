import FoundationEssentials
import Newswire

/// How many web pages a second are read, on one thread with the pages in memory.
struct PageBenchmark {
  let files: [String]
  private static let rounds = 5

  /// Prints the figures of the fastest round.
  func run() throws {
    let pages = try files.map { Array(try Data(contentsOf: URL(filePath: $0))) }
    var best = Double.infinity
    var characters = 0
    for _ in 0..<Self.rounds {
      let start = Clock.now
      characters = try pages.reduce(0) { try $0 + HTMLPage($1, uri: nil).text.unicodeScalars.count }
      best = min(best, Clock.now - start)
    }
    print("pages \(pages.count)  characters of text \(characters)  pages a second \(Int(Double(pages.count) / best))")
  }
}
