import Archive
import ArgumentParser

/// `readout ask places`: where things happen.
struct AskPlacesCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "places", abstract: "Where things happen, and what happens at one place.",
    discussion: """
      EXAMPLES
        readout ask places --since "last month"
        readout ask places Vladivostok
      """)

  @Argument(help: "One place.")
  var name: String?

  @OptionGroup var options: AskOptions

  func run() throws {
    try options.answer { archive in
      var question = PlaceQuestion()
      question.name = name
      question.period = try options.days.period()
      question.limit = options.limit ?? question.limit
      return try archive.answer(question)
    }
  }
}
