import ArgumentParser

/// `readout archive`: the care of archives.
struct ArchiveCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "archive", abstract: "Look after an archive: what it holds, whether it is whole, a copy to hand on.",
    subcommands: [
      ArchiveStatsCommand.self, ArchiveCheckCommand.self, ArchiveRepairCommand.self, ArchiveCompactCommand.self,
      ArchiveExportCommand.self, ArchiveImportCommand.self,
    ])
}
