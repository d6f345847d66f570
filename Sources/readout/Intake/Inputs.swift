import FoundationEssentials
import Glibc

/// The articles of files, folders and the standard input, one after the other.
struct Inputs: IteratorProtocol {
  /// Whether there may be more than one article.
  let isMany: Bool
  /// The bytes of all files; 0 where some are not known.
  let totalBytes: Int

  private var pending: [Entry]
  private var standardInput: InputFile?
  private var lines: (file: InputFile, number: Int)?
  /// How many have been handed out.
  private var count = 0

  private enum Entry {
    case file(path: String, size: Int)
    case unreadable(source: String, Failure)
  }

  /// Looks at the paths; folders are searched for `.txt`, `.jsonl` and `.ndjson`, in alphabetical order.
  init(_ paths: [String]) {
    var entries: [Entry] = []
    var hasFolder = false
    for path in paths {
      if path == "-" {
        entries.append(.file(path: path, size: 0))
        continue
      }
      var isFolder = false
      guard FileManager.default.fileExists(atPath: path, isDirectory: &isFolder) else {
        entries.append(.unreadable(source: path, Failure(.noInput, "\(path): there is no such file or folder")))
        continue
      }
      guard isFolder else {
        entries.append(.file(path: path, size: Self.size(of: path)))
        continue
      }
      hasFolder = true
      let found = Self.files(under: path)
      if found.isEmpty {
        entries.append(
          .unreadable(source: path, Failure(.noInput, "\(path): the folder holds no .txt, .jsonl or .ndjson file")))
      }
      entries += found.map { .file(path: $0, size: Self.size(of: $0)) }
    }
    var total = 0
    var isKnown = true
    for case .file(_, let size) in entries {
      total += size
      if size == 0 { isKnown = false }
    }
    totalBytes = isKnown ? total : 0
    // The last is taken first.
    pending = entries.reversed()
    guard entries.count == 1, !hasFolder, case .file(let path, _)? = entries.first, let file = try? InputFile(path)
    else {
      isMany = entries.count > 1 || hasFolder
      return
    }
    isMany = (try? Self.isJSONLines(path, file)) ?? false
    // The standard input can be looked at only once: it is kept open for reading.
    if path == "-" { standardInput = file }
  }

  mutating func next() -> InputItem? {
    guard var item = nextItem() else { return nil }
    count += 1
    item.number = count
    return item
  }

  private mutating func nextItem() -> InputItem? {
    while true {
      if let (file, number) = lines {
        do {
          guard var line = try file.line() else {
            lines = nil
            continue
          }
          lines = (file, number + 1)
          if number == 1, line.starts(with: [0xEF, 0xBB, 0xBF]) { line.removeFirst(3) }
          if line.allSatisfy({ $0 <= 0x20 }) { continue }
          return InputItem(source: file.path, line: number, content: .json(line), size: line.count + 1)
        } catch {
          lines = nil
          return InputItem(source: file.path, content: .unreadable(error), size: 0)
        }
      }
      guard let entry = pending.popLast() else { return nil }
      switch entry {
      case .unreadable(let source, let failure):
        return InputItem(source: source, content: .unreadable(failure), size: 0)
      case .file(let path, let size):
        do throws(Failure) {
          let file = if path == "-", let standardInput { standardInput } else { try InputFile(path) }
          if try Self.isJSONLines(path, file) {
            lines = (file, 1)
          } else if path == "-" {
            return InputItem(source: path, content: .text(try file.rest()), size: 0)
          } else {
            return InputItem(source: path, content: .file(path), size: size)
          }
        } catch {
          return InputItem(source: path, content: .unreadable(error), size: size)
        }
      }
    }
  }

  /// By the name's ending, else by a first line that begins with an object.
  private static func isJSONLines(_ path: String, _ file: InputFile) throws(Failure) -> Bool {
    if path.hasSuffix(".jsonl") || path.hasSuffix(".ndjson") { return true }
    var head = try file.peek(4096)
    if head.starts(with: [0xEF, 0xBB, 0xBF]) { head = head.dropFirst(3) }
    head = head.drop { $0 <= 0x20 }
    return head.first == UInt8(ascii: "{") && head.dropFirst().first { $0 > 0x20 } == UInt8(ascii: "\"")
  }

  private static func size(of path: String) -> Int {
    var status = stat()
    return stat(path, &status) == 0 ? Int(status.st_size) : 0
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
        } else if [".txt", ".jsonl", ".ndjson"].contains(where: { name.hasSuffix($0) }) {
          result.append(path)
        }
      }
    }
    return result.sorted()
  }
}
