/// Where a watch tells what it found.
public enum DeliveryTarget: Sendable, Hashable, CustomStringConvertible {
  /// As lines to be read, on the standard output.
  case standardOutput
  /// At the end of a file of JSON Lines; `-` for the standard output.
  case jsonLines(String)
  /// As an Atom feed in a file.
  case atom(String)
  /// By a POST to an address.
  case webhook(String)

  /// By this the archive keeps what waits for it: `jsonl /desk/watch.jsonl`.
  public var description: String {
    switch self {
    case .standardOutput: "stdout"
    case .jsonLines(let path): "jsonl \(path)"
    case .atom(let path): "atom \(path)"
    case .webhook(let url): "webhook \(url)"
    }
  }
}
