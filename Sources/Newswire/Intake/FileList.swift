import FoundationEssentials
import Glibc

/// The files that paths name; folders are searched, in alphabetical order.
final class FileList: Container {
  /// Whether there may be more than one file.
  let isMany: Bool
  /// The bytes of all files; 0 where some are not known.
  let totalBytes: Int
  private let limits: Limits
  private var entries: ArraySlice<Entry>
  private var file: FileBytes?
  private var finished = 0

  private enum Entry {
    case file(path: String, size: Int, isFound: Bool)
    case failure(NewswireError)
  }

  init(_ paths: [String], limits: Limits) {
    self.limits = limits
    var entries: [Entry] = []
    var hasFolder = false
    for path in paths {
      var isFolder = false
      if path == "-" {
        entries.append(.file(path: path, size: 0, isFound: false))
      } else if !FileManager.default.fileExists(atPath: path, isDirectory: &isFolder) {
        entries.append(
          .failure(NewswireError(source: path, message: "there is no such file or folder", kind: .missing)))
      } else if isFolder {
        hasFolder = true
        let found = Self.files(under: path)
        entries += found.map { .file(path: $0, size: Self.size(of: $0), isFound: true) }
        if found.isEmpty {
          entries.append(.failure(NewswireError(source: path, message: "the folder holds no file", kind: .missing)))
        }
      } else {
        entries.append(.file(path: path, size: Self.size(of: path), isFound: false))
      }
    }
    let sizes = entries.compactMap { if case .file(_, let size, _) = $0 { size } else { nil } }
    totalBytes = sizes.contains(0) ? 0 : sizes.reduce(0, +)
    isMany = entries.count > 1 || hasFolder
    self.entries = entries[...]
  }

  /// How many bytes of the files have been read.
  var position: Int { finished + (file?.position ?? 0) }

  func next() -> Part? {
    finished += file?.position ?? 0
    file = nil
    guard let entry = entries.popFirst() else { return nil }
    switch entry {
    case .failure(let error): return .failure(error)
    case .file(let path, _, let isFound):
      do throws(NewswireError) {
        let file = try FileBytes(path)
        self.file = file
        let origin = Origin(source: path, uri: path == "-" ? nil : path, isFound: isFound, limits: limits)
        return .bytes(ByteReader(file, name: path), origin)
      } catch {
        return .failure(error)
      }
    }
  }

  private static func size(of path: String) -> Int {
    var status = stat()
    return stat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFREG ? Int(status.st_size) : 0
  }

  /// Whether there is a file behind a path: reading what is a pipe, a socket or a device might never end.
  private static func isFile(_ path: String) -> Bool {
    var status = stat()
    return stat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFREG
  }

  private static func isLink(_ path: String) -> Bool {
    var status = stat()
    return lstat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFLNK
  }

  private static func files(under folder: String) -> [String] {
    var result: [String] = []
    var folders = [folder]
    while let current = folders.popLast() {
      let names = ((try? FileManager.default.contentsOfDirectory(atPath: current)) ?? []).sorted()
      for name in names where !name.hasPrefix(".") {
        let path = current.hasSuffix("/") ? current + name : "\(current)/\(name)"
        var isFolder = false
        guard FileManager.default.fileExists(atPath: path, isDirectory: &isFolder) else { continue }
        if isFolder {
          // A link to a folder may lead back up.
          if !isLink(path) { folders.append(path) }
        } else if isFile(path) {
          result.append(path)
        }
      }
    }
    return result.sorted()
  }
}
