import ArgumentParser
import Knowledge

/// `readout knowledge import`: brings the tables up to date.
struct KnowledgeImportCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "import", abstract: "Bring the tables of offices up to date.",
    subcommands: [Wikidata.self])

  /// `readout knowledge import wikidata`
  struct Wikidata: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "wikidata",
      abstract: "Take heads of state and of government and ministers from Wikidata.",
      discussion: """
        Reads a JSON dump, an item a line, packed with gzip or not; or the result of a query in \
        application/sparql-results+json with the variables person, personLabel, position, positionLabel and start, and \
        end, iso (ISO 3166-1 alpha-3 of the state), countryLabel and sex where there are any. A position is known by its \
        label, "Prime Minister of Japan", and by the state that it belongs to.

        New times in office become rows; rows without an end or an exact day get one. What else the tables say stands: \
        each conflict is printed with its line. Without --into nothing is written.

        EXAMPLES
          readout knowledge import wikidata latest-all.json.gz
          readout knowledge import wikidata query.json --into Data

        EXIT STATUS
          0 all went well, conflicts or not; 65 the file is none of these; 74 a table cannot be written
        """)

    @Argument(help: "The dump or the query's result.", completion: .file())
    var file: String

    @Option(
      help: ArgumentHelp(
        "The data folder whose tables are brought up to date.", valueName: "folder"),
      completion: .directory)
    var into: String?

    @OptionGroup(visibility: .hidden) var resources: Resources

    func run() throws {
      do {
        let folder = try resources.dataFolder(given: into)
        let update = try OfficeImport(
          wikidata: file, folder: folder, knowledge: try resources.tables(given: into))
        for change in update.changes {
          print("\(change.old == nil ? "new" : "changed")\t\(change.file)\t\(change.row)")
        }
        for conflict in update.conflicts { print("conflict\t\(conflict)") }
        if let into { try update.write(to: into) }
        let new = update.changes.count { $0.old == nil }
        StandardError.write(
          "readout: \(new) new rows, \(update.changes.count - new) changed, \(update.known) known already, "
            + "\(update.conflicts.count) conflicts; \(update.leftOut) positions are no office of the tables or have no date\n"
            + (into == nil && !update.changes.isEmpty
              ? "readout: nothing was written; --into names the data folder\n" : ""))
      } catch let failure as Failure {
        throw failure.report()
      } catch let error as KnowledgeError {
        throw Failure(.data, "\(error)").report()
      }
    }
  }
}
