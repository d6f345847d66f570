import ArgumentParser
import Coding
import FoundationEssentials
import Glibc
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
    let path = try find(
      given: modelPath, variable: "READOUT_MODEL", installed: "model/\(Self.modelName)",
      inTree: "Models/\(Self.modelName)", what: "language model",
      advice: "make one with: readout model convert PACKAGE")
    do { return try Pipeline(contentsOf: path) } catch { throw Failure(.configuration, "\(error)") }
  }

  func dataFolder() throws -> String {
    try find(
      given: knowledgePath, variable: "READOUT_DATA", installed: "data", inTree: "Data", what: "data folder",
      advice: "name it with --knowledge or READOUT_DATA")
  }

  func knowledge() throws -> Knowledge {
    let folder = try dataFolder()
    do { return try Knowledge(contentsOf: folder) } catch { throw Failure(.configuration, "\(error)") }
  }

  func articleReader() throws -> ArticleReader {
    let folder = try dataFolder()
    do { return ArticleReader(lexicon: try PressLexicon(directory: folder)) } catch {
      throw Failure(.configuration, "\(error)")
    }
  }

  /// The option, else the environment, else beside the program as installed, else up from it in the source tree.
  private func find(
    given: String?, variable: String, installed: String, inTree: String, what: String, advice: String
  ) throws -> String {
    func exists(_ path: String) -> Bool { FileManager.default.fileExists(atPath: path) }
    if let given {
      guard exists(given) else { throw Failure(.configuration, "\(given): there is no such \(what); \(advice)") }
      return given
    }
    if let path = ProcessInfo.processInfo.environment[variable], !path.isEmpty {
      guard exists(path) else {
        throw Failure(.configuration, "\(path): there is no such \(what), though \(variable) names it; \(advice)")
      }
      return path
    }
    var folder = Self.programFolder
    if exists("\(folder)/../share/readout/\(installed)") { return "\(folder)/../share/readout/\(installed)" }
    while true {
      if exists("\(folder)/\(inTree)"), exists("\(folder)/Data") { return "\(folder)/\(inTree)" }
      guard let slash = folder.lastIndex(of: "/"), slash > folder.startIndex else { break }
      folder = String(folder[..<slash])
    }
    throw Failure(.configuration, "no \(what) was found; \(advice)")
  }

  /// The folder of the program's file, links followed.
  private static var programFolder: String {
    var buffer = [CChar](repeating: 0, count: Int(PATH_MAX) + 1)
    let count = readlink("/proc/self/exe", &buffer, Int(PATH_MAX))
    let path =
      count > 0
      ? String(decoding: buffer[..<count].map { UInt8(bitPattern: $0) }, as: UTF8.self) : CommandLine.arguments[0]
    guard let slash = path.lastIndex(of: "/") else { return "." }
    return String(path[..<slash])
  }
}
