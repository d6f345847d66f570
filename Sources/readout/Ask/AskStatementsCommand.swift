import Archive
import ArgumentParser
import Record

/// `readout ask statements`: who said what to whom about what.
struct AskStatementsCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "statements", abstract: "Who said what to whom about what, the latest first.",
    discussion: """
      Free words are looked for in what was said: all have to occur; "in a row", begin*, -not, this OR that.

      EXAMPLES
        readout ask statements --by Abe --to KOR --about abductions --since 2018-01 --act pledge "normaliz*"
      """)

  @Argument(help: "Words of what was said.")
  var words: [String] = []

  @Option(help: ArgumentHelp("Who said it.", valueName: "name"))
  var by: String?

  @Option(help: ArgumentHelp("To whom.", valueName: "name"))
  var to: String?

  @Option(help: ArgumentHelp("An issue, or whom it is about.", valueName: "issue or name"))
  var about: String?

  @Option(
    help: ArgumentHelp(
      "What the speaker does by it: \(Act.allCases.map(\.rawValue).joined(separator: ", ")).", valueName: "act"))
  var act: [Act] = []

  @Flag(help: "States without those who act for them.")
  var onlyState = false

  @Option(help: ArgumentHelp("The page after this, as the last answer names it.", valueName: "page"))
  var after: String?

  @OptionGroup var options: AskOptions

  func run() throws {
    try options.answer { archive in
      let finder = try options.finder(onlyStates: onlyState)
      var question = StatementQuestion()
      question.speaker = try by.map { try archive.party(named: $0, by: finder) }
      question.addressee = try to.map { try archive.party(named: $0, by: finder) }
      question.topic = try about.map { try archive.topic(named: $0, by: finder) }
      question.acts = act
      question.words = words.isEmpty ? nil : words.joined(separator: " ")
      question.period = try options.days.period()
      question.limit = options.limit ?? question.limit
      question.after = try after.map { try PageKey($0) }
      return try archive.answer(question)
    }
  }
}

extension Act: ExpressibleByArgument {}
