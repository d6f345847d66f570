import ArgumentParser
import FoundationEssentials
import Knowledge

/// Dictionaries of actors and agents that a run uses beside the tables.
struct DictionaryOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "Actor and agent dictionaries in the CAMEO text format (.txt), which add to what the tables know.",
      valueName: "folder"),
    completion: .directory)
  var dictionaries: String?

  @Flag(help: "Say for each line of the dictionaries that cannot be used where it stands and why.")
  var dictionaryFaults = false

  func validate() throws {
    if dictionaryFaults, dictionaries == nil { throw ValidationError("--dictionary-faults wants --dictionaries.") }
  }

  /// Adds what the dictionaries know, where the user names any, and says on standard error what could not be used.
  ///
  /// - Parameter data: The data folder.
  /// - Throws: ``Failure`` where the folder or a file of it cannot be read.
  func add(to knowledge: inout Knowledge, data: String) throws(Failure) {
    guard let dictionaries else { return }
    let addition: Knowledge.Addition
    do {
      addition = try knowledge.add(try read(dictionaries), codes: Table(path: "\(data)/actor-codes.tsv", columns: 6))
    } catch let failure as Failure {
      throw failure
    } catch { throw Failure(.configuration, "\(error)") }
    report(addition)
  }

  private func read(_ folder: String) throws(Failure) -> [DictionaryReader] {
    guard let files = try? FileManager.default.contentsOfDirectory(atPath: folder) else {
      throw Failure(.noInput, "\(folder): there is no such folder of dictionaries")
    }
    let names = files.filter { $0.hasSuffix(".txt") }.sorted()
    guard !names.isEmpty else {
      throw Failure(.noInput, "\(folder): no dictionary is there; they have to end in .txt")
    }
    var readers: [DictionaryReader] = []
    for name in names {
      guard let data = FileManager.default.contents(atPath: "\(folder)/\(name)") else {
        throw Failure(.noInput, "\(folder)/\(name): the file cannot be read")
      }
      readers.append(DictionaryReader([UInt8](data), file: name))
    }
    return readers
  }

  private func report(_ addition: Knowledge.Addition) {
    var lines = [
      "readout: the dictionaries add \(addition.people) people, \(addition.bodies) bodies, \(addition.names) names of "
        + "states and \(addition.nouns) nouns; \(addition.leftOut) entries are known already or name nobody"
    ]
    if dictionaryFaults {
      lines += addition.faults.map(\.description)
    } else if !addition.faults.isEmpty {
      for kind in DictionaryFault.Kind.allCases {
        let those = addition.faults.filter { $0.kind == kind }
        guard let first = those.first else { continue }
        lines.append("  \(those.count) times \(kind.rawValue), first in \(first.file):\(first.line)")
      }
      lines.append("  --dictionary-faults names each line")
    }
    StandardError.write(lines.joined(separator: "\n") + "\n")
  }
}
