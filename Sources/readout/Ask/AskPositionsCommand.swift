import Archive
import ArgumentParser

/// `readout ask positions`: where parties stand, and when that changed.
struct AskPositionsCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "positions", abstract: "Where parties stand on an issue, and the sentences that changed it.",
    discussion: """
      A change “by comparison” is one that the records show: none of the stances before is held any more. A change that “the \
      text says” is the article's own word.

      EXAMPLES
        readout ask positions --of JPN --on normalization
        readout ask positions --of JPN --against PRK --on abductions/JPN-PRK
      """)

  @Option(help: ArgumentHelp("Whose.", valueName: "name"))
  var of: String?

  @Option(help: ArgumentHelp("Whose to set beside it.", valueName: "name"))
  var against: String?

  @Option(help: ArgumentHelp("On what: a keyword, or keyword/PARTIES.", valueName: "issue"))
  var on: String?

  @Flag(help: "States without those who act for them.")
  var onlyState = false

  @OptionGroup var options: AskOptions

  func validate() throws {
    if of == nil, on == nil { throw ValidationError("Name a holder with --of, an issue with --on, or both.") }
    if against != nil, of == nil { throw ValidationError("--against wants --of beside it.") }
  }

  func run() throws {
    try options.answer { archive in
      let finder = try options.finder(onlyStates: onlyState)
      var question = PositionQuestion()
      question.holders = try [of, against].compactMap(\.self).map { try archive.party(named: $0, by: finder) }
      question.issue = try on.map { try archive.issue(named: $0) }
      question.period = try options.days.period()
      return try archive.answer(question)
    }
  }
}
