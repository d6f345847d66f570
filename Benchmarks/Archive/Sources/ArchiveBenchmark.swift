import Archive
import Glibc
import Record

/// What `make bench-archive` runs: `archive-benchmark fill READOUTS.jsonl ARCHIVE COUNT`, then `archive-benchmark ask ARCHIVE`.
@main
struct ArchiveBenchmark {
  static func main() throws {
    let arguments = Array(CommandLine.arguments.dropFirst())
    if arguments.first == "fill", arguments.count == 4, let count = Int(arguments[3]) {
      try fill(arguments[2], with: count, from: arguments[1])
    } else if arguments.first == "ask", arguments.count == 2 {
      try QuestionBenchmark(Archive(path: arguments[1], creates: false)).run()
    } else {
      print("usage: archive-benchmark fill READOUTS.jsonl ARCHIVE COUNT | archive-benchmark ask ARCHIVE")
    }
  }

  /// Makes an archive of articles that vary those of `file`, and prints how many it took in a second of processor time and how
  /// large it is.
  private static func fill(_ path: String, with count: Int, from file: String) throws {
    var models: [Readout] = []
    while let line = readLine(from: file) { models.append(try Readout(json: line.utf8)) }
    let archive = try Archive(path: path)
    // Those with many events are of the kind that such an archive is kept for: every second article is one of them.
    let rich = models.filter { $0.events.count >= 5 }
    var storing = 0.0
    for number in 0..<count {
      let some = number.isMultiple(of: 2) && !rich.isEmpty ? rich : models
      let readout = Variation(seed: number).of(some[number / 2 % some.count])
      let start = processorTime
      try archive.store(readout)
      storing += processorTime - start
      if (number + 1).isMultiple(of: 10_000) { report(number + 1, storing, archive) }
    }
    try archive.optimize()
    report(count, storing, archive)
    let statistics = try archive.statistics()
    let counts = statistics.counts
    precondition(counts.articles == count, "\(counts.articles) of \(count) articles were stored")
    print(
      "\(counts.statements) statements, \(counts.events) events, \(counts.positions) positions, "
        + "\(counts.commitments) commitments, \(counts.agenda) plans, \(counts.actors) actors")
  }

  /// Seconds of user and system time so far, of all threads.
  private static var processorTime: Double {
    var time = timespec()
    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time)
    return Double(time.tv_sec) + Double(time.tv_nsec) * 1e-9
  }

  private static func report(_ count: Int, _ seconds: Double, _ archive: Archive) {
    let size = (try? archive.statistics().size) ?? 0
    print("\(count) articles stored, \(Int(Double(count) / seconds)) a second, \(size / 1_000_000) MB")
    fflush(nil)
  }

  private nonisolated(unsafe) static var input: UnsafeMutablePointer<FILE>?

  /// The next line of the file that holds the models.
  private static func readLine(from file: String) -> String? {
    if input == nil { input = fopen(file, "r") }
    var line: UnsafeMutablePointer<CChar>?
    var size = 0
    defer { free(line) }
    guard let input, getline(&line, &size, input) > 0, let line else { return nil }
    return String(cString: line)
  }
}
