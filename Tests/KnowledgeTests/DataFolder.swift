import FoundationEssentials
import Knowledge

/// The project's own data folder, loaded once.
enum DataFolder {
  static let path = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent().appending(path: "Data").path
  static let knowledge = Result { () throws(KnowledgeError) in try Knowledge(contentsOf: path) }
}
