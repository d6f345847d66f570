import Archive
import ArgumentParser

/// `readout ask people`: somebody's offices, words and meetings.
struct AskPeopleCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "people", abstract: "Somebody's offices, what they said, what was said of them, whom they met.",
    discussion: """
      EXAMPLES
        readout ask people "Suh Hoon"
        readout ask people Lavrov --since 2018 --limit 5
      """)

  @Argument(help: "A name, a family name, or a key.")
  var name: String

  @OptionGroup var options: AskOptions

  func run() throws {
    try options.answer { archive in
      let party = try archive.party(named: name, by: options.finder())
      let keys =
        switch party {
        case .state(let code, _): ["state:\(code)"]
        case .actors(let keys): keys
        }
      var question = PersonQuestion(keys: keys)
      question.period = try options.days.period()
      question.limit = options.limit ?? question.limit
      return try archive.answer(question)
    }
  }
}
