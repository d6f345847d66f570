import Archive
import ArgumentParser

/// `readout ask network`: who deals with whom.
struct AskNetworkCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "network", abstract: "Who deals with whom: counts by kind and mean scores, a pair and period.",
    discussion: """
      EXAMPLES
        readout ask network --since 2018 --until 2018
        readout ask network --between JPN,PRK --by month --format csv
      """)

  @Option(help: ArgumentHelp("One state's dealings.", valueName: "name"))
  var of: String?

  @Option(help: ArgumentHelp("One pair's.", valueName: "name,name"))
  var between: Pair?

  @Option(help: ArgumentHelp("Figures by month or year.", valueName: "interval"))
  var by: NetworkQuestion.Interval?

  @OptionGroup var options: AskOptions

  func validate() throws {
    if between != nil, of != nil { throw ValidationError("--between and --of do not go together.") }
  }

  func run() throws {
    try options.answer { archive in
      let finder = try options.finder()
      let states = try (between?.names ?? [of].compactMap(\.self)).map { name in
        guard let code = try archive.party(named: name, by: finder).state else {
          throw QuestionError(.option, "the network is of states; “\(name)” is none")
        }
        return code
      }
      var question = NetworkQuestion()
      question.state = states.first
      question.other = states.count > 1 ? states[1] : nil
      question.interval = by
      question.period = try options.days.period()
      question.limit = options.limit ?? question.limit
      return try archive.answer(question)
    }
  }
}

extension NetworkQuestion.Interval: ExpressibleByArgument {}
