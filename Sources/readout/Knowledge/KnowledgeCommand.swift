import ArgumentParser

/// `readout knowledge`: looks after the tables of what is known.
struct KnowledgeCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "knowledge", abstract: "Check the tables of states, offices and names, or bring them up to date.",
    subcommands: [KnowledgeCheckCommand.self, KnowledgeImportCommand.self, KnowledgePlacesCommand.self])
}
