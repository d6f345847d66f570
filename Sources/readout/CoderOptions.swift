import ArgumentParser
import Coding
import Newswire

/// What the commands that code articles have in common: the model, the tables, and what the user adds to them.
struct CoderOptions: ParsableArguments {
  @Option(
    name: .customLong("frames"),
    help: ArgumentHelp("Event frames of your own, on top of the data folder's.", valueName: "file"),
    completion: .file())
  var extraFrames: [String] = []

  @OptionGroup var attribution: AttributionOptions
  @OptionGroup var dictionaries: DictionaryOptions
  @OptionGroup var resources: Resources

  /// - Throws: ``Failure`` where the model or the data folder is missing or damaged.
  func coder() throws -> Coder {
    Coder(
      pipeline: try resources.pipeline(),
      knowledge: try resources.knowledge(extraFrames: extraFrames, dictionaries: dictionaries),
      attribution: try attribution.attribution())
  }
}
