import Archive
import ArgumentParser

/// What all questions have in common: the archive, the days, the form of the answer.
struct AskOptions: ParsableArguments {
  @Option(name: .shortAndLong, help: ArgumentHelp("text, json or csv.", valueName: "format"))
  var format: Format = .text

  @Option(name: .shortAndLong, help: ArgumentHelp("The most rows of an answer.", valueName: "number"))
  var limit: Int?

  @OptionGroup var days: DayOptions
  @OptionGroup var location: ArchiveLocation
  @OptionGroup(visibility: .hidden) var resources: Resources

  enum Format: String, ExpressibleByArgument, CaseIterable { case text, json, csv }

  func validate() throws {
    if let limit, !(1...10_000).contains(limit) { throw ValidationError("--limit wants a number from 1 to 10000.") }
  }

  func finder(onlyStates: Bool = false) throws -> PartyFinder {
    try Asking.finder(resources, onlyStates: onlyStates)
  }

  /// Opens the archive, asks, and prints the answer in the form that is wanted.
  func answer<Answer: AnswerView>(_ ask: (Archive) throws -> Answer) throws {
    try Asking.report {
      let answer = try ask(location.open())
      switch format {
      case .text: return Array(AnswerText(answer, terminal: .current()).text.utf8)
      case .json: return answer.json(pretty: true) + [0x0A]
      case .csv: return Array(CSVTable(answer).text.utf8)
      }
    }
  }
}
