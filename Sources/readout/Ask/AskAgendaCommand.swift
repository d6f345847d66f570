import Archive
import ArgumentParser

/// `readout ask agenda`: what is planned, and how that moved.
struct AskAgendaCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "agenda", abstract: "What is planned, how its days moved, and what came of it as far as records tell.",
    discussion: """
      Articles speak of one plan where the same states plan the same kind of thing for days that agree, or, for a plan that was \
      moved before its day, at the same place or in like words. Each step says by what.

      EXAMPLES
        readout ask agenda --from today
        readout ask agenda --from 2018-09 --until 2018-12 --of JPN --of PRK
      """)

  @Option(help: ArgumentHelp("From its first day on. (default: today)", valueName: "day or period"))
  var from: String?

  @Option(help: ArgumentHelp("Who has a part in it.", valueName: "name"))
  var of: [String] = []

  @OptionGroup var options: AskOptions

  func run() throws {
    try options.answer { archive in
      let finder = try options.finder()
      let first = try (from ?? options.days.since).flatMap { try options.days.periods.period($0).first }
      var question = AgendaQuestion(from: first ?? options.days.day, today: options.days.day)
      question.until = try options.days.until.flatMap { try options.days.periods.period($0).last }
      question.parties = try of.map { try archive.party(named: $0, by: finder) }
      question.limit = options.limit ?? question.limit
      return try archive.answer(question)
    }
  }
}
