import ArgumentParser

/// Two names, `JPN,PRK`.
struct Pair: ExpressibleByArgument {
  var names: [String]

  init?(argument: String) {
    names = argument.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
    guard names.count == 2, names.allSatisfy({ $0.contains { !$0.isWhitespace } }) else { return nil }
  }
}
