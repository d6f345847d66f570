import ArgumentParser
import Knowledge

/// `readout knowledge check`: says what is wrong with the tables.
struct KnowledgeCheckCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "check", abstract: "Check the tables: dates, codes, names, sources, and who held which office when.",
    discussion: """
      Prints a line for each fault, with the file and the line where it stands, and at the end how much there is.

      EXAMPLES
        readout knowledge check                      the tables that the program uses
        readout knowledge check my-data/             another folder's

      EXIT STATUS
        0 nothing is wrong; 1 something is; 78 there is no data folder
      """)

  @Argument(help: "The data folder; the one that the program uses where left out.", completion: .directory)
  var folder: String?

  @OptionGroup(visibility: .hidden) var resources: Resources

  func run() throws {
    do {
      let check = DataCheck(folder: try resources.dataFolder(given: folder))
      for finding in check.findings { print(finding) }
      for count in check.counts { print("\(count.number)\t\(count.what)") }
      guard check.findings.isEmpty else {
        print("\(check.findings.count)\tfaults")
        throw ExitCode(Failure.Status.partial.rawValue)
      }
    } catch let failure as Failure {
      throw failure.report()
    }
  }
}
