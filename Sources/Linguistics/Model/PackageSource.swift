import FoundationEssentials

/// The files of a spaCy model package, wherever they lie: a data folder, a package folder around it, or a wheel.
struct PackageSource: Sendable {
  private enum Store: Sendable {
    case folder(String)
    case wheel(WheelArchive, prefix: String)
  }

  private let store: Store
  /// What errors name.
  let name: String

  init(path: String) throws(ModelError) {
    name = path
    let manager = FileManager.default
    var isFolder = false
    guard manager.fileExists(atPath: path, isDirectory: &isFolder) else {
      throw ModelError(file: path, message: "is not there; name a model package's folder or wheel")
    }
    if isFolder {
      guard let folder = Self.dataFolder(at: path, depth: 3) else {
        throw ModelError(file: path, message: "holds no config.cfg; name the folder of a spaCy 3 model package")
      }
      store = .folder(folder)
    } else {
      let archive = try WheelArchive(Self.read(path), file: path)
      let configs = archive.paths.filter { $0 == "config.cfg" || $0.hasSuffix("/config.cfg") }
      guard let config = configs.min(by: { ($0.utf8.count, $0) < ($1.utf8.count, $1) }) else {
        throw ModelError(file: path, message: "holds no config.cfg; name the wheel of a spaCy 3 model package")
      }
      store = .wheel(archive, prefix: String(config.dropLast("config.cfg".utf8.count)))
    }
  }

  private static func dataFolder(at path: String, depth: Int) -> String? {
    if FileManager.default.fileExists(atPath: path + "/config.cfg") { return path }
    guard depth > 0, let children = try? FileManager.default.contentsOfDirectory(atPath: path) else { return nil }
    for child in children.sorted() {
      if let found = dataFolder(at: path + "/" + child, depth: depth - 1) { return found }
    }
    return nil
  }

  private static func read(_ path: String) throws(ModelError) -> [UInt8] {
    do { return try [UInt8](Data(contentsOf: URL(filePath: path))) } catch {
      throw ModelError(file: path, message: "cannot be read; check that it is a file and may be read")
    }
  }

  /// The content of the file at `path` within the package's data folder, or `nil` where there is none.
  func optional(_ path: String) throws(ModelError) -> [UInt8]? {
    switch store {
    case .folder(let folder):
      let full = folder + "/" + path
      return FileManager.default.fileExists(atPath: full) ? try Self.read(full) : nil
    case .wheel(let archive, let prefix): return try archive.content(of: prefix + path)
    }
  }

  /// The content of the file at `path`, which must be there.
  func required(_ path: String) throws(ModelError) -> [UInt8] {
    guard let content = try optional(path) else {
      throw ModelError(file: name, message: "has no \(path); the package is not whole, fetch it again")
    }
    return content
  }

  /// The JSON file at `path`, which must be there.
  func json(_ path: String) throws(ModelError) -> JSONValue {
    let bytes = try required(path)
    do { return try JSONDecoder().decode(JSONValue.self, from: Data(bytes)) } catch {
      throw ModelError(file: name, message: "\(path) is not JSON; the package is damaged, fetch it again")
    }
  }
}
