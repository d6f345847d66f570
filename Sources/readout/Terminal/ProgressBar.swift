/// A bar on standard error, for work of more than a second, on a terminal only.
struct ProgressBar {
  private let total: Int
  private let unit: String
  private let isShown: Bool
  private let start = ContinuousClock.now
  private var lastDrawn: ContinuousClock.Instant?
  private var isDrawn = false

  /// - Parameter total: the bytes to read; 0 where they are not known.
  init(total: Int, unit: String, isQuiet: Bool) {
    self.total = total
    self.unit = unit
    isShown = !isQuiet && StandardError.isTerminal
  }

  /// Draws what has been done, ten times a second at most.
  mutating func update(items: Int, bytes: Int) {
    guard isShown else { return }
    let now = ContinuousClock.now
    guard now - start > .seconds(1), lastDrawn.map({ now - $0 > .milliseconds(100) }) ?? true else { return }
    lastDrawn = now
    isDrawn = true
    let seconds = Double((now - start).components.seconds) + Double((now - start).components.attoseconds) * 1e-18
    let rate = Int((Double(items) / max(seconds, 0.001)).rounded())
    var line = "\(items) \(unit), \(rate) a second"
    if total > 0 {
      let share = min(1, Double(bytes) / Double(total))
      let filled = Int(share * 24)
      line =
        String(repeating: "█", count: filled) + String(repeating: "░", count: 24 - filled)
        + " \(Int(share * 100)) %  " + line
    }
    StandardError.write("\r\u{1B}[2K\(line)")
  }

  /// Takes the bar away.
  mutating func clear() {
    guard isDrawn else { return }
    StandardError.write("\r\u{1B}[2K")
    isDrawn = false
  }
}
