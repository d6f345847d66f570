import Archive
import ArgumentParser
import Record

/// `readout ask events`: who did what to whom.
struct AskEventsCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "events", abstract: "Who did what to whom (PLOVER), the latest first.",
    discussion: """
      An event that several articles tell of stands once: its surest account, each side's (on whose word it is told), how many \
      articles and independent reports there are, and on what they disagree.

      EXAMPLES
        readout ask events --type CONSULT --between JPN,PRK --status actual
        readout ask events --by Russia --to Ukraine --since "3 months ago"
        readout ask events --of "Suh Hoon" --mode visit
        readout ask events --between JPN,KOR --since "last week" --accounts
      """)

  @Option(help: ArgumentHelp("PLOVER's type.", valueName: "type"))
  var type: [EventType] = []

  @Option(help: ArgumentHelp("PLOVER's mode, visit for instance.", valueName: "mode"))
  var mode: [String] = []

  @Option(help: ArgumentHelp("\(EventStatus.allCases.map(\.rawValue).joined(separator: ", ")).", valueName: "status"))
  var status: [EventStatus] = []

  @Option(help: ArgumentHelp("Two who both have a part in it.", valueName: "name,name"))
  var between: Pair?

  @Option(help: ArgumentHelp("Who has a part in it.", valueName: "name"))
  var of: [String] = []

  @Option(help: ArgumentHelp("Who does it.", valueName: "name"))
  var by: String?

  @Option(help: ArgumentHelp("To whom.", valueName: "name"))
  var to: String?

  @Option(help: ArgumentHelp("Where.", valueName: "place"))
  var place: String?

  @Flag(help: "All accounts of each event, side by side; JSON and CSV have them anyway.")
  var accounts = false

  @Flag(help: "States without those who act for them.")
  var onlyState = false

  @Option(help: ArgumentHelp("The page after this, as the last answer names it.", valueName: "page"))
  var after: String?

  @OptionGroup var options: AskOptions

  func run() throws {
    try options.answer { archive in
      let finder = try options.finder(onlyStates: onlyState)
      var question = EventQuestion()
      question.types = type
      question.modes = mode
      question.statuses = status
      question.parties = try ((between?.names ?? []) + of).map { try archive.party(named: $0, by: finder) }
      question.actor = try by.map { try archive.party(named: $0, by: finder) }
      question.recipient = try to.map { try archive.party(named: $0, by: finder) }
      question.place = place
      question.accounts = accounts || options.format != .text
      question.period = try options.days.period()
      question.limit = options.limit ?? question.limit
      question.after = try after.map { try PageKey($0) }
      return try archive.answer(question)
    }
  }
}

extension EventStatus: ExpressibleByArgument {}

extension EventType: ExpressibleByArgument {
  public init?(argument: String) { self.init(rawValue: argument.uppercased()) }
}
