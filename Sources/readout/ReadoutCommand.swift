import ArgumentParser
import Coding
import Knowledge
import Linguistics

/// `readout`: news of diplomacy in, attributed record out.
@main
struct ReadoutCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "readout", abstract: "Turns news of diplomacy into an attributed record.",
    discussion: """
      EXAMPLES
        readout code story.txt                       a readout to be read
        readout code archive/ > readouts.jsonl       one line an article
        readout ingest news/ --into korea.readout    keep the readouts of a folder
        readout follow feeds.txt --every 15m         poll feeds into the archive
        readout watch desk.watch                     what is new for standing questions
        readout read feed.xml                        the articles of a feed, a page, a mailbox
        readout ask events --between JPN,PRK         questions to what is kept
        readout brief JPN-PRK --since "last week"    a page of what is new, every line cited
        readout export --as polecat readouts.jsonl   the same in other programs' layouts
        readout parse story.txt --format conllu      the language model's analysis
        readout evaluate attribution polnear/dev     how well statements are found
        readout frames check my-frames.txt           whether event frames of your own hold
        readout model info                           which model is used

      Shell completions: readout --generate-completion-script bash|zsh|fish
      """,
    subcommands: [
      CodeCommand.self, ReadCommand.self, IngestCommand.self, FollowCommand.self, WatchCommand.self, AskCommand.self,
      BriefCommand.self, ExportCommand.self, ArchiveCommand.self, RecodeCommand.self, CorrectionsCommand.self,
      ParseCommand.self, FeaturesCommand.self, EvaluateCommand.self, FramesCommand.self,
      KnowledgeCommand.self, ModelCommand.self,
    ])

  @Flag(help: "Print the release, the language model, the attribution model and the knowledge base.")
  var version = false

  @OptionGroup(visibility: .hidden) var resources: Resources
  @OptionGroup(visibility: .hidden) var attribution: AttributionOptions

  func run() throws {
    guard version else { throw CleanExit.helpRequest(self) }
    var lines = ["readout \(Coder.release)"]
    // A release without its model or data still says what it is.
    do {
      let pipeline = try resources.pipeline()
      lines.append("model \(pipeline.name) \(pipeline.version)")
    } catch { lines.append("model: \(error)") }
    do { lines.append("attribution \(try attribution.attribution().name)") } catch {
      lines.append("attribution: \(error)")
    }
    do { lines.append("knowledge \(try resources.knowledge().version)") } catch { lines.append("knowledge: \(error)") }
    print(lines.joined(separator: "\n"))
  }
}
