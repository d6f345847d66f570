import ArgumentParser

/// The time from one poll of a feed to the next: `15m`, `1h`, `90s`, `1d`.
struct PollInterval: ExpressibleByArgument {
  let seconds: Int

  init?(argument: String) {
    let units: [Character: Int] = ["s": 1, "m": 60, "h": 3600, "d": 86_400]
    guard let unit = argument.last.flatMap({ units[$0] }), let number = Int(argument.dropLast()),
      (1...86_400 * 7 / unit).contains(number)
    else { return nil }
    seconds = number * unit
  }

  init(seconds: Int) { self.seconds = seconds }

  static let usual = PollInterval(seconds: 900)

  var defaultValueDescription: String { "15m" }
}
