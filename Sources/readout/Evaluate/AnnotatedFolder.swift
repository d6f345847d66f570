import Evaluation
import FoundationEssentials

/// The annotated articles of a folder, laid out as PolNeAR is: `text/NAME.txt`, `attributions/NAME_ANNOTATOR.ann`.
struct AnnotatedFolder {
  /// Those with an annotation, by name.
  let articles: [Article]

  /// A text with the first of its annotators.
  struct Article: Sendable {
    /// The text's file name.
    var name: String
    var textPath: String
    var annotationPath: String

    /// - Throws: ``Failure`` where a file cannot be read or is not what it should be.
    func load() throws(Failure) -> (text: String, annotation: StandoffAnnotation) {
      // A byte order mark stays: offsets count it.
      guard let text = String(validating: try InputFile.bytes(of: textPath), as: UTF8.self) else {
        throw Failure(.data, "\(textPath): is not UTF-8")
      }
      guard let marks = String(validating: try InputFile.bytes(of: annotationPath), as: UTF8.self) else {
        throw Failure(.data, "\(annotationPath): is not UTF-8")
      }
      do { return (text, try StandoffAnnotation(marks)) } catch { throw Failure(.data, "\(annotationPath): \(error)") }
    }
  }

  /// - Throws: ``Failure`` where the folder is not there, or holds no annotated text.
  init(_ path: String) throws(Failure) {
    let texts = try Self.names(in: "\(path)/text", ending: ".txt")
    var annotators: [String: String] = [:]
    for name in try Self.names(in: "\(path)/attributions", ending: ".ann") {
      guard let mark = name.lastIndex(of: "_") else { continue }
      // Names come in order: the first stays.
      let text = String(name[..<mark])
      if annotators[text] == nil { annotators[text] = name }
    }
    articles = texts.compactMap { name in
      annotators[name].map {
        Article(
          name: "\(name).txt", textPath: "\(path)/text/\(name).txt", annotationPath: "\(path)/attributions/\($0).ann")
      }
    }
    if articles.isEmpty {
      throw Failure(.noInput, "\(path): no text has an annotation, attributions/NAME_ANNOTATOR.ann for text/NAME.txt")
    }
  }

  /// The names of a folder's files without their ending, in order.
  private static func names(in folder: String, ending: String) throws(Failure) -> [String] {
    guard let found = try? FileManager.default.contentsOfDirectory(atPath: folder) else {
      throw Failure(.noInput, "\(folder): there is no such folder; texts lie in text/, annotations in attributions/")
    }
    return found.filter { $0.hasSuffix(ending) && !$0.hasPrefix(".") }.map { String($0.dropLast(ending.count)) }
      .sorted()
  }
}
