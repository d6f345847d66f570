import ArgumentParser
import Knowledge
import Linguistics
import Newswire

/// Where the language model and the data folder are.
struct Resources: ParsableArguments {
  @Option(
    name: .customLong("model"),
    help: ArgumentHelp("The converted language model.", valueName: "path"), completion: .file(extensions: ["readout"]))
  var modelPath: String?

  @Option(
    name: .customLong("knowledge"), help: ArgumentHelp("The folder of knowledge tables.", valueName: "folder"),
    completion: .directory)
  var knowledgePath: String?

  static let modelName = "en_core_web_sm.readout"

  func pipeline() throws -> Pipeline {
    let location = ResourceLocation(
      what: "language model", variable: "READOUT_MODEL", installed: "model/\(Self.modelName)",
      inTree: "Models/\(Self.modelName)", advice: "make one with: readout model convert PACKAGE")
    let path = try location.path(given: modelPath)
    do { return try Pipeline(contentsOf: path) } catch { throw Failure(.configuration, "\(error)") }
  }

  func dataFolder() throws -> String {
    let location = ResourceLocation(
      what: "data folder", variable: "READOUT_DATA", installed: "data", inTree: "Data",
      advice: "name it with --knowledge or READOUT_DATA")
    return try location.path(given: knowledgePath)
  }

  /// - Parameter extraFrames: Files of event frames on top of the folder's.
  func knowledge(extraFrames: [String] = []) throws -> Knowledge {
    let folder = try dataFolder()
    do { return try Knowledge(contentsOf: folder, extraFrames: extraFrames) } catch {
      throw Failure(.configuration, "\(error)")
    }
  }

  func articleReader() throws -> ArticleReader {
    let folder = try dataFolder()
    do { return ArticleReader(lexicon: try PressLexicon(directory: folder)) } catch {
      throw Failure(.configuration, "\(error)")
    }
  }
}
