import FoundationEssentials
import Linguistics

/// The language model that `make test` fetches and converts, loaded once.
enum ConvertedModel {
  static let path = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent().appending(path: "Models/en_core_web_sm.readout").path
  static let isPresent = FileManager.default.fileExists(atPath: path)
  static let pipeline = Result { () throws(ModelError) in try Pipeline(contentsOf: path) }
}
