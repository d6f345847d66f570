/// JSON that holds news: lines of `readout read`, ninjs and JSON Feed, told apart by their keys.
enum JSONDocument {
  /// The items of one JSON value: an object, or an array of objects.
  ///
  /// - Throws: ``NewswireError`` where `bytes` are no such value.
  static func items(_ bytes: [UInt8], origin: Origin) throws(NewswireError) -> [Result<NewsItem, NewswireError>] {
    let value: JSONValue
    do { value = try JSONValue(utf8(bytes), depth: origin.limits.depth) } catch {
      switch error.reason {
      case .notUTF8: throw origin.error("is not UTF-8; save the file as UTF-8")
      case .cutShort: throw origin.error("is cut short: a JSON object ends with }")
      case .tooDeep:
        throw origin.error("nests more than \(origin.limits.depth) deep, which no news does; it was not read")
      case .malformed:
        throw origin.error(
          "is not a JSON object; JSON Lines wants one object a line, such as {\"id\": \"1\", \"text\": \"…\"}")
      }
    }
    switch value {
    case .object(let object):
      return JSONFeed.isFeed(object) ? JSONFeed(root: object, origin: origin).items() : [item(object, origin)]
    case .array(let values):
      return values.enumerated().map { index, value in
        guard case .object(let object) = value else {
          return .failure(origin.error("element \(index + 1) is no object"))
        }
        return item(object, origin)
      }
    default:
      throw origin.error(
        "is not a JSON object; JSON Lines wants one object a line, such as {\"id\": \"1\", \"text\": \"…\"}")
    }
  }

  private static func item(_ object: [String: JSONValue], _ origin: Origin) -> Result<NewsItem, NewswireError> {
    Result { () throws(NewswireError) in
      if object["text"] == nil, let ninjs = Ninjs(object, origin: origin) { return try ninjs.item() }
      return try JSONLine.item(object, origin: origin)
    }
  }

  private static func utf8(_ bytes: [UInt8]) -> [UInt8] {
    guard let wide = TextEncoding.marked(bytes[...])?.encoding ?? TextEncoding.unmarked(bytes[...]), wide != .utf8
    else {
      return bytes
    }
    return Array((wide.decode(bytes[...]) ?? "").utf8.drop { $0 >= 0x80 })
  }
}
