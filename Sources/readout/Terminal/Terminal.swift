import FoundationEssentials
import Glibc

/// The terminal that the program writes to: how wide it is, and whether it shows colour.
struct Terminal: Sendable {
  /// Columns.
  var width: Int
  var hasColor: Bool

  /// The terminal at standard output; 80 columns without colour where that is a file or a pipe.
  static func current() -> Terminal {
    let environment = ProcessInfo.processInfo.environment
    guard StandardOutput.isTerminal else { return Terminal(width: 80, hasColor: false) }
    var size = winsize()
    let known = ioctl(STDOUT_FILENO, UInt(TIOCGWINSZ), &size) == 0 && size.ws_col > 0
    let width = known ? Int(size.ws_col) : environment["COLUMNS"].flatMap { Int($0) } ?? 80
    // https://no-color.org
    let hasColor = (environment["NO_COLOR"] ?? "").isEmpty && environment["TERM"] != "dumb"
    return Terminal(width: min(max(width, 40), 120), hasColor: hasColor)
  }

  enum Style: String {
    case bold = "1"
    case dim = "2"
    case heading = "1;36"
    case speaker = "1;34"
    case act = "33"
    case quote = "32"
  }

  /// `text` in `style`, where the terminal shows it.
  func paint(_ text: String, _ style: Style) -> String {
    hasColor && !text.isEmpty ? "\u{1B}[\(style.rawValue)m\(text)\u{1B}[0m" : text
  }
}
