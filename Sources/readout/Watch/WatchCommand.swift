import Archive
import ArgumentParser
import Glibc

/// `readout watch`: what is new for standing questions.
struct WatchCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "watch", abstract: "Tell what is new for standing questions, once each.",
    discussion: """
      A file of watches is written by hand:

        watch "Japan and North Korea"
          dyad JPN-PRK
          issues abductions, normalization
          acts pledge, demand, threaten
          positions change
          agenda moves
          deliver atom japan-korea.atom

      Whom and what it is about: dyad, countries, people, issues, words. What is told: statements or acts, events, positions or \
      positions change, commitments, agenda or agenda moves; everything where nothing of this is said. Where: deliver stdout, \
      deliver jsonl FILE, deliver atom FILE, deliver webhook URL.

      The archive remembers what each watch has told. readout ingest and readout follow take --watch FILE and tell it as it \
      comes in.

      EXAMPLES
        readout watch desk.watch --archive korea.readout
        readout watch desk.watch --from-now          pass over what the archive has

      EXIT STATUS
        0 all that is new was delivered; 1 some waits for a target that failed; 65 the file of watches is wrong, or the file is \
        no archive; 66 there is no such file; 74 the archive cannot be written; 78 the data folder is missing or damaged
      """)

  @Argument(help: "The file of watches.", completion: .file()) var file: String

  @Flag(help: "Watches that the archive does not know yet begin with what comes from now on.")
  var fromNow = false

  @OptionGroup var location: ArchiveLocation
  @OptionGroup var resources: Resources

  func run() async throws {
    signal(SIGPIPE, SIG_IGN)
    do {
      let watches = try WatchFile(path: file).watches(knowledge: try resources.tables())
      let archive = try location.open()
      if fromNow { try archive.startNow(watches) }
      let run = WatchRun(watches, archive: archive)
      let isDone = try await run.run()
      await run.close()
      if !isDone { throw ExitCode(Failure.Status.partial.rawValue) }
    } catch let error as ArchiveError {
      throw Failure(error).report()
    } catch let failure as Failure {
      throw failure.report()
    } catch is StandardOutput.Closed {
      throw ExitCode.success
    }
  }
}
