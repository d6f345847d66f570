import Archive
import FoundationEssentials
import Knowledge

/// A file of watches as the user names it.
struct WatchFile {
  let path: String

  /// The watches that it holds; parties are known by code, name, capital and demonym.
  ///
  /// - Throws: ``Failure`` where it is not there, or something in it is wrong: all faults, each with its line.
  func watches(knowledge: Knowledge) throws(Failure) -> [Watch] {
    guard let bytes = FileManager.default.contents(atPath: path) else {
      throw Failure(.noInput, "\(path): the file of watches cannot be read; is it there?")
    }
    guard let text = String(validating: bytes, as: UTF8.self) else {
      throw Failure(.data, "\(path): the file of watches is not UTF-8")
    }
    do throws(WatchFileError) {
      return try WatchReader.read(text, path: path, folder: folder) { knowledge.partyCode($0) }
    } catch {
      throw Failure(.data, "\(error)")
    }
  }

  /// From the root, so that a file to deliver to is the same wherever the program was started.
  private var folder: String {
    let current = FileManager.default.currentDirectoryPath
    guard let slash = path.lastIndex(of: "/") else { return current }
    return path.hasPrefix("/") ? String(path[..<slash]) : current + "/" + path[..<slash]
  }
}

extension Knowledge {
  /// The code of the state or body that a code, name, capital or demonym means.
  fileprivate func partyCode(_ name: String) -> String? {
    if let state = states.state(code: name) ?? states.state(named: name) ?? states.state(capital: name) {
      return state.code
    }
    if let body = organizations.organization(code: name) ?? organizations.organization(named: name) { return body.code }
    return states.state(demonym: name)?.code
  }
}
