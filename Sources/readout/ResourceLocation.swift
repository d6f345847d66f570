import FoundationEssentials
import Glibc

/// A file or folder that the program needs, and where it is looked for: the option, else the environment, else beside the
/// program as installed, else up from it in the source tree.
struct ResourceLocation {
  /// What messages call it.
  var what: String
  /// The environment's variable that names it.
  var variable: String
  /// Below `share/readout` of the prefix that the program is installed under.
  var installed: String
  /// Below the source tree.
  var inTree: String
  /// What to do where it is missing.
  var advice: String

  /// - Parameter given: The path that the user gives by an option.
  /// - Throws: ``Failure`` where it is nowhere.
  func path(given: String?) throws(Failure) -> String {
    guard let path = try pathIfAny(given: given) else {
      throw Failure(.configuration, "no \(what) was found; \(advice)")
    }
    return path
  }

  /// The same, or `nil` where nobody names it and it is not in its places.
  ///
  /// - Throws: ``Failure`` where it is named and not there.
  func pathIfAny(given: String?) throws(Failure) -> String? {
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
      guard let slash = folder.lastIndex(of: "/"), slash > folder.startIndex else { return nil }
      folder = String(folder[..<slash])
    }
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
