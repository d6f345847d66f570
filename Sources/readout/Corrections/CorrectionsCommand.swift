import ArgumentParser

/// `readout corrections`: what people say of the records.
struct CorrectionsCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "corrections", abstract: "Correct records, and hand corrections on.",
    discussion: "A correction lies over what any coder finds, and no coder overwrites it.",
    subcommands: [CorrectionsAddCommand.self, CorrectionsListCommand.self, CorrectionsExportCommand.self])
}
