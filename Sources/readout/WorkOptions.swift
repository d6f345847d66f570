import ArgumentParser
import FoundationEssentials

/// How the commands that go through many articles work.
struct WorkOptions: ParsableArguments {
  @Option(name: .shortAndLong, help: ArgumentHelp("Articles in work at once.", valueName: "number"))
  var jobs: Int = ProcessInfo.processInfo.activeProcessorCount

  @Flag(name: .shortAndLong, help: "No progress bar.")
  var quiet = false

  func validate() throws {
    guard (1...1024).contains(jobs) else { throw ValidationError("--jobs wants a number from 1 to 1024.") }
  }
}
