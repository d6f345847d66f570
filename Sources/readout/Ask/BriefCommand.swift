import Archive
import ArgumentParser
import Record

/// `readout brief`: a page to be handed on.
struct BriefCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "brief", abstract: "A page on a pair, a country, a person or an issue: what is new, every line cited.",
    discussion: """
      Who met and what happened, who said what, what changed in positions, who promised what, what is due; each line with the \
      words and the place where they stand, and a list of the articles at the end.

      EXAMPLES
        readout brief JPN-PRK --since "last week"
        readout brief "Suh Hoon" --since 2018-09 --format markdown > brief.md
        readout brief abductions --format html > brief.html
      """)

  @Argument(help: "Two names with a hyphen between them, a name, or an issue.")
  var subject: String

  @Option(name: .shortAndLong, help: ArgumentHelp("text, markdown, html or json.", valueName: "format"))
  var format: Format = .text

  @OptionGroup var days: DayOptions

  @Option(help: ArgumentHelp("How many days ahead is looked for what is due.", valueName: "number"))
  var ahead = 60

  @OptionGroup var location: ArchiveLocation
  @OptionGroup(visibility: .hidden) var resources: Resources

  enum Format: String, ExpressibleByArgument, CaseIterable { case text, markdown, html, json }

  func run() throws {
    try Asking.report {
      let archive = try location.open()
      var period = try days.period()
      // A page of what is new: of the last week, where nothing else is asked for.
      if period == .always { period.first = days.day + -7 }
      if period.last == nil { period.last = days.day }
      var question = BriefQuestion(try subject(in: archive), name: subject, period: period, today: days.day)
      question.horizon = ahead
      let brief = try archive.answer(question)
      switch format {
      case .text: return Array(brief.text.utf8)
      case .markdown: return Array(brief.markdown.utf8)
      case .html: return Array(brief.html.utf8)
      case .json: return brief.json(pretty: true) + [0x0A]
      }
    }
  }

  /// What the page is about: two states with a hyphen between them, else whatever has the name.
  private func subject(in archive: Archive) throws -> BriefQuestion.Subject {
    let finder = try Asking.finder(resources)
    let parts = subject.split(separator: "-", maxSplits: 1).map(String.init)
    if parts.count == 2, let first = finder.state(parts[0]), let second = finder.state(parts[1]), first != second {
      return .pair(.state(first), .state(second))
    }
    switch try archive.topic(named: subject, by: finder) {
    case .issue(let issue): return .issue(issue)
    case .party(let party): return .party(party)
    }
  }
}
