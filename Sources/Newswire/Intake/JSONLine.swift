import FoundationEssentials

/// One line of JSON Lines: `{"id", "text", "title"?, "published"?, "uri"?, "publisher"?}`.
public struct JSONLine: Sendable, Equatable {
  public var text: String
  public var metadata: ArticleReader.Metadata

  /// Reads one line.
  ///
  /// - Parameters:
  ///   - bytes: the line, without its line break.
  ///   - source: the file's name, for errors.
  ///   - line: its number, counted from 1, for errors.
  /// - Throws: ``NewswireError`` where the line is no such object; it names file and line.
  public init(_ bytes: [UInt8], source: String, line: Int) throws(NewswireError) {
    let fields: Fields
    do { fields = try JSONDecoder().decode(Fields.self, from: Data(bytes)) } catch {
      throw NewswireError(source: source, line: line, message: Self.explanation(of: error, bytes))
    }
    guard let text = fields.text, !text.utf8.allSatisfy({ $0 <= 0x20 }) else {
      throw NewswireError(
        source: source, line: line, message: "has no “text”, or an empty one; there is nothing to code")
    }
    self.text = text
    metadata = ArticleReader.Metadata(
      ref: fields.id?.text, uri: fields.uri, title: fields.title, publisher: fields.publisher,
      published: fields.published)
  }

  private static func explanation(of error: any Error, _ bytes: [UInt8]) -> String {
    if case DecodingError.typeMismatch(_, let context) = error, let key = context.codingPath.last {
      return "“\(key.stringValue)” is not of the right kind; id, text, title, published, uri and publisher are strings"
    }
    if String(validating: bytes, as: UTF8.self) == nil { return "is not UTF-8; save the file as UTF-8" }
    if bytes.last(where: { $0 > 0x20 }) != UInt8(ascii: "}") { return "is cut short: a JSON object ends with }" }
    return "is not a JSON object; JSON Lines wants one object a line, such as {\"id\": \"1\", \"text\": \"…\"}"
  }

  private struct Fields: Decodable {
    var id: Identifier?
    var text: String?
    var title: String?
    var published: String?
    var uri: String?
    var publisher: String?
  }

  /// A string or a number.
  private struct Identifier: Decodable {
    let text: String
    init(from decoder: any Decoder) throws {
      let container = try decoder.singleValueContainer()
      if let number = try? container.decode(Int.self) {
        text = String(number)
      } else {
        text = try container.decode(String.self)
      }
    }
  }
}
