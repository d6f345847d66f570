import Archive
import ArgumentParser

/// `readout ask timeline`: what happened between two, to one, or in an issue.
struct AskTimelineCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "timeline", abstract: "What happened between two, to one, or in an issue, day by day.",
    discussion: """
      EXAMPLES
        readout ask timeline --between JPN,PRK --since 2018
        readout ask timeline --of Lavrov --since "last month"
        readout ask timeline --on abductions
      """)

  @Option(help: ArgumentHelp("Two who both have a part in it.", valueName: "name,name"))
  var between: Pair?

  @Option(help: ArgumentHelp("Who has a part in it.", valueName: "name"))
  var of: String?

  @Option(help: ArgumentHelp("An issue: what was said on it, by those named.", valueName: "issue"))
  var on: String?

  @OptionGroup var options: AskOptions

  func validate() throws {
    if between != nil, of != nil { throw ValidationError("--between and --of do not go together.") }
  }

  func run() throws {
    try options.answer { archive in
      let finder = try options.finder()
      var question = TimelineQuestion()
      question.parties = try (between?.names ?? [of].compactMap(\.self)).map {
        try archive.party(named: $0, by: finder)
      }
      question.issue = try on.map { try archive.issue(named: $0) }
      question.period = try options.days.period()
      question.limit = options.limit ?? question.limit
      return try archive.answer(question)
    }
  }
}
