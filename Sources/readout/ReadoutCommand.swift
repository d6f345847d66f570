import ArgumentParser

/// `readout`: news of diplomacy in, attributed record out.
@main
struct ReadoutCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "readout", abstract: "Turns news of diplomacy into an attributed record.")
}
