import Archive
import ArgumentParser

/// `readout ask commitments`: who promised what to whom, and what came of it.
struct AskCommitmentsCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "commitments", abstract: "Who promised what to whom, and what came of it as far as records tell.",
    discussion: """
      kept, broken, overdue, repeated or unknown: each but the last names the later record that it is inferred from, and \
      overdue the day. --since and --until are of the day of the promise.

      EXAMPLES
        readout ask commitments --by KOR --open
        readout ask commitments --by USA --to Ukraine --since 2022 missiles
      """)

  @Argument(help: "Words of the promise.")
  var words: [String] = []

  @Option(help: ArgumentHelp("Who promised.", valueName: "name"))
  var by: String?

  @Option(help: ArgumentHelp("To whom.", valueName: "name"))
  var to: String?

  @Flag(help: "Only those that are neither kept nor broken.")
  var open = false

  @Option(help: ArgumentHelp("When it is due.", valueName: "day or period"))
  var due: String?

  @Flag(help: "States without those who act for them.")
  var onlyState = false

  @Option(help: ArgumentHelp("The page after this, as the last answer names it.", valueName: "page"))
  var after: String?

  @OptionGroup var options: AskOptions

  func run() throws {
    try options.answer { archive in
      let finder = try options.finder(onlyStates: onlyState)
      var question = CommitmentQuestion(today: options.days.day)
      question.by = try by.map { try archive.party(named: $0, by: finder) }
      question.to = try to.map { try archive.party(named: $0, by: finder) }
      question.words = words.isEmpty ? nil : words.joined(separator: " ")
      question.onlyOpen = open
      question.period = try options.days.period()
      question.due = try due.map { try options.days.periods.period($0) } ?? .always
      question.limit = options.limit ?? question.limit
      question.after = try after.map { try PageKey($0) }
      return try archive.answer(question)
    }
  }
}
