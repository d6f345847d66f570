import ArgumentParser
import FoundationEssentials
import Linguistics

/// `readout model`: converts and describes language models.
struct ModelCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "model", abstract: "Convert a language model, or say what one is.",
    subcommands: [Convert.self, Info.self])

  struct Convert: ParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Convert a spaCy 3 package to the one file that readout maps.",
      discussion: """
        EXAMPLES
          readout model convert en_core_web_sm-3.8.0-py3-none-any.whl
          readout model convert site-packages/en_core_web_md --output Models/en_core_web_md.readout
        """)

    @Argument(help: "The package: a wheel, or a folder with config.cfg in it or below it.", completion: .file())
    var package: String

    @Option(
      name: .shortAndLong,
      help: ArgumentHelp("The file to write.", valueName: "path"), completion: .file(extensions: ["readout"]))
    var output = "Models/\(Resources.modelName)"

    @Option(help: "What the model is to call itself; the output's name without its ending where left out.")
    var name: String?

    func run() throws {
      do {
        var converter = try ModelConverter(package: package)
        let folder = output.contains("/") ? String(output[..<(output.lastIndex(of: "/") ?? output.endIndex)]) : "."
        if !folder.isEmpty {
          do { try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true) } catch {
            throw Failure(.output, "\(folder): the folder cannot be made: \(error)")
          }
        }
        try converter.convert(to: output, name: name ?? Self.name(of: output))
        let pipeline = try Pipeline(contentsOf: output)
        print("\(output): \(pipeline.name) \(pipeline.version)")
      } catch let failure as Failure {
        throw failure.report()
      } catch let error as ModelError {
        throw Failure(.configuration, "\(error)").report()
      }
    }

    /// The file's name without its ending.
    private static func name(of path: String) -> String {
      let file = path.split(separator: "/").last.map(String.init) ?? path
      return file.hasSuffix(".readout") ? String(file.dropLast(".readout".count)) : file
    }
  }

  struct Info: ParsableCommand {
    static let configuration = CommandConfiguration(abstract: "Say which language model is used, and what runs in it.")

    @OptionGroup var resources: Resources

    func run() throws {
      do {
        let pipeline = try resources.pipeline()
        print(
          """
          name        \(pipeline.name)
          version     \(pipeline.version)
          language    \(pipeline.language)
          components  \(pipeline.components.joined(separator: ", "))
          """)
      } catch let failure as Failure {
        throw failure.report()
      }
    }
  }
}
