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

  /// - Parameter given: The folder that an argument names, before all others.
  func dataFolder(given: String? = nil) throws -> String {
    let location = ResourceLocation(
      what: "data folder", variable: "READOUT_DATA", installed: "data", inTree: "Data",
      advice: "name it with --knowledge or READOUT_DATA")
    return try location.path(given: given ?? knowledgePath)
  }

  /// - Parameters:
  ///   - extraFrames: Files of event frames on top of the folder's.
  ///   - dictionaries: What the user adds to the tables.
  func knowledge(extraFrames: [String] = [], dictionaries: DictionaryOptions? = nil) throws -> Knowledge {
    var knowledge = try tables(extraFrames: extraFrames)
    if let path = try Self.places.pathIfAny(given: nil) {
      do { try knowledge.useGazetteer(contentsOf: path) } catch { throw Failure(.configuration, "\(error)") }
    }
    try dictionaries?.add(to: &knowledge, data: try dataFolder())
    return knowledge
  }

  /// The data folder's tables alone.
  ///
  /// - Parameters:
  ///   - given: The folder that an argument names, before all others.
  ///   - extraFrames: Files of event frames on top of the folder's.
  func tables(given: String? = nil, extraFrames: [String] = []) throws -> Knowledge {
    let folder = try dataFolder(given: given)
    do { return try Knowledge(contentsOf: folder, extraFrames: extraFrames) } catch {
      throw Failure(.configuration, "\(error)")
    }
  }

  /// The places of the world; a run can do without.
  private static let places = ResourceLocation(
    what: "file of places", variable: "READOUT_PLACES", installed: "model/places.gazetteer",
    inTree: "Models/places.gazetteer", advice: "make one with: readout knowledge places PACKAGE")

  func articleReader() throws -> ArticleReader {
    let folder = try dataFolder()
    do { return ArticleReader(lexicon: try PressLexicon(directory: folder)) } catch {
      throw Failure(.configuration, "\(error)")
    }
  }
}
