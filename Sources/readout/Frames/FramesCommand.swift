import ArgumentParser

/// `readout frames`: the words that tell of events.
struct FramesCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "frames", abstract: "Check a lexicon of event frames.", subcommands: [FramesCheckCommand.self])
}
