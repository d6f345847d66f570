#if canImport(Glibc)
  import Glibc
#endif

/// The processor time that the steps of a pipeline took, and the work that its convolutions did; for benchmarks.
package struct StageTimes: Sendable {
  package enum Stage: Int, CaseIterable, Sendable {
    case tokenizer
    /// Embeddings of word types that are new, and what they add to the first convolution.
    case wordTypes
    /// The convolutions, but for what is known by word type.
    case encoder
    case tagger
    case parser
    case recognizer
    /// The attribute ruler and the lemmatizer.
    case words
    /// Columns, sentences and children.
    case document
  }

  private var seconds = [Double](repeating: 0, count: Stage.allCases.count)
  /// Multiply-adds of the convolutions that went through matrix products.
  package var multiplyAdds = 0
  private var mark = 0.0

  /// Starts the clock.
  mutating func begin() { mark = Self.now }

  /// Counts the time since the last mark as `stage`'s.
  mutating func lap(_ stage: Stage) {
    let now = Self.now
    seconds[stage.rawValue] += now - mark
    mark = now
  }

  /// The seconds of processor time that `stage` took.
  package subscript(stage: Stage) -> Double { seconds[stage.rawValue] }

  /// Adds what another worker took.
  mutating func add(_ other: StageTimes) {
    for index in seconds.indices { seconds[index] += other.seconds[index] }
    multiplyAdds += other.multiplyAdds
  }

  private static var now: Double {
    var time = timespec()
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time)
    return Double(time.tv_sec) + Double(time.tv_nsec) * 1e-9
  }
}
