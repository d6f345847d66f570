import ArgumentParser

/// `readout ask`: questions to an archive.
struct AskCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "ask", abstract: "Ask an archive; every answer cites article, date and characters.",
    discussion: """
      People are named by name, family name or key; states by name, capital, people or code, and stand for all who act for \
      them too. Days are 2018, 2018-01, 2018-09-11, today, yesterday, “last week”, “3 months ago”, 2018-01..2018-03.

      EXAMPLES
        readout ask statements --by Abe --to KOR --about abductions --since 2018-01 --act pledge "normaliz*"
        readout ask events --type CONSULT --between JPN,PRK --status actual
        readout ask people "Suh Hoon"
        readout ask positions --of JPN --on normalization --against PRK
        readout ask commitments --by KOR --open
        readout ask agenda --from today
        readout ask timeline --between JPN,PRK --since "last month"
        readout ask network --by month --of JPN --format csv

      EXIT STATUS
        0 answered, be it with nothing; 64 wrong usage, an unknown or ambiguous name, a date that is none; 65 the file is no \
      archive or damaged; 66 there is no such archive; 74 the output cannot be written; 78 the data folder is missing
      """,
    subcommands: [
      AskStatementsCommand.self, AskEventsCommand.self, AskPeopleCommand.self, AskPlacesCommand.self,
      AskPositionsCommand.self, AskCommitmentsCommand.self, AskAgendaCommand.self, AskTimelineCommand.self,
      AskNetworkCommand.self,
    ])
}
