import ArgumentParser

/// `readout evaluate`: readouts held against what people marked.
struct EvaluateCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "evaluate", abstract: "Hold readouts against what people marked in the same texts.",
    subcommands: [EvaluateAttributionCommand.self, EvaluateStoriesCommand.self])
}
