import Archive
import ArgumentParser
import Coding
import Following
import Glibc
import Newswire

/// `readout follow`: feeds into an archive, as they come.
struct FollowCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "follow", abstract: "Poll feeds, and keep the readouts of what they bring in an archive.",
    discussion: """
      A feed is asked only for what has changed since the last time, one at a time of each host, and less often while it fails or \
      wishes so. What is known of each is kept in the archive: stop it when you like, by Ctrl-C or a kill, and start it again; \
      nothing is lost and nothing is stored twice.

      FEEDS are addresses (http, https, file), files that list them, a line each with # for comments, or OPML.

      EXAMPLES
        readout follow feeds.txt --into korea.readout --watch desk.watch
        readout follow https://news.example/asia.rss --every 30m
        readout follow feeds.opml --once             from a timetable of your own

      EXIT STATUS
        0 stopped, or all feeds were asked; 1 some feeds (with --once) failed; 65 a list of feeds or a file of watches is wrong; \
        66 there is no such file; 74 the archive cannot be written; 78 the model or the data folder is missing or damaged
      """)

  @Argument(help: "Feeds, and files that list them.", completion: .file()) var feeds: [String]

  @Option(help: ArgumentHelp("The time between two polls of a feed: 90s, 15m, 1h, 1d.", valueName: "time"))
  var every = PollInterval.usual

  @Flag(help: "Ask each feed once, and end.") var once = false

  @Flag(help: "Where a feed gives but a summary, fetch the page behind it.") var pages = false

  @Flag(name: .shortAndLong, help: "Say nothing of feeds that are well.") var quiet = false

  @OptionGroup var location: ArchiveLocation
  @OptionGroup var watching: WatchOption
  @OptionGroup var coding: CoderOptions

  func run() async throws {
    signal(SIGPIPE, SIG_IGN)
    do {
      let addresses = try FeedArguments.addresses(feeds)
      let archive = try location.open(creates: true)
      let web = WebFetcher(agent: "Readout/\(Coder.release)")
      let polling = FeedPolling(
        ingestion: Ingestion(
          archive: archive, reader: try coding.resources.articleReader(), coder: try coding.coder()),
        fetcher: AddressFetcher(web: web), interval: every.seconds, fetchesPages: pages, isQuiet: quiet,
        watches: try watching.run(archive: archive, resources: coding.resources))
      let task = Task { try await polling.run(addresses, once: once) }
      try await StopSignal(cancels: task).wait(for: task)
      await web.close()
    } catch is CancellationError {
      return
    } catch let error as ArchiveError {
      throw Failure(error).report()
    } catch let failure as Failure {
      throw failure.report()
    } catch is StandardOutput.Closed {
      throw ExitCode.success
    }
  }
}
