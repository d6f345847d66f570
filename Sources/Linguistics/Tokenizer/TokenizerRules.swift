/// What a model's `tokenizer` file says: regular expressions in Python's syntax, and exceptions.
package struct TokenizerRules: Sendable {
  /// A token of an exception.
  package struct Part: Sendable, Hashable {
    package let orth: String
    package let norm: String?

    package init(orth: String, norm: String? = nil) {
      self.orth = orth
      self.norm = norm
    }
  }

  /// A string that is split as said, whatever the expressions say.
  package struct Exception: Sendable, Hashable {
    package let string: String
    package let parts: [Part]

    package init(string: String, parts: [Part]) {
      self.string = string
      self.parts = parts
    }
  }

  package var prefixSearch: String?
  package var suffixSearch: String?
  package var infixFinditer: String?
  package var tokenMatch: String?
  package var urlMatch: String?
  package var exceptions: [Exception] = []
  /// Whether only exceptions with affixes, infixes or spaces are looked for in the tokens afterwards.
  package var fasterHeuristics = true
  /// What errors name.
  package var file = "tokenizer"

  package init() {}

  /// Reads a `tokenizer` file.
  package init(_ bytes: [UInt8], file: String = "tokenizer") throws(ModelError) {
    self.file = file
    var reader = MessagePackReader(bytes, file: file)
    for _ in 0..<(try reader.readMapCount("the tokenizer's settings")) {
      switch try reader.readString("the name of a setting") {
      case "prefix_search": prefixSearch = try Self.source(&reader)
      case "suffix_search": suffixSearch = try Self.source(&reader)
      case "infix_finditer": infixFinditer = try Self.source(&reader)
      case "token_match": tokenMatch = try Self.source(&reader)
      case "url_match": urlMatch = try Self.source(&reader)
      case "exceptions": exceptions = try Self.exceptions(&reader)
      case "faster_heuristics":
        let at = reader.position
        guard case .bool(let value) = try reader.readHead() else {
          throw reader.error("no truth value where faster_heuristics should be", at: at)
        }
        fasterHeuristics = value
      default: try reader.skip()
      }
    }
  }

  private static func source(_ reader: inout MessagePackReader) throws(ModelError) -> String? {
    let at = reader.position
    switch try reader.readHead() {
    case .nil: return nil
    case .string(let range): return try reader.string(range)
    default: throw reader.error("no string where a regular expression should be", at: at)
    }
  }

  private static func exceptions(_ reader: inout MessagePackReader) throws(ModelError) -> [Exception] {
    var exceptions: [Exception] = []
    for _ in 0..<(try reader.readMapCount("the exceptions")) {
      let string = try reader.readString("an exception")
      var parts: [Part] = []
      for _ in 0..<(try reader.readArrayCount("the parts of an exception")) {
        var orth: String?
        var norm: String?
        for _ in 0..<(try reader.readMapCount("a part of an exception")) {
          let at = reader.position
          // The numbers of spaCy's attributes ORTH and NORM, or their names.
          switch try reader.readHead() {
          case .uint(65): orth = try reader.readString("an ORTH")
          case .uint(67): norm = try reader.readString("a NORM")
          case .string(let range):
            switch try reader.string(range) {
            case "ORTH": orth = try reader.readString("an ORTH")
            case "NORM": norm = try reader.readString("a NORM")
            case let name: throw reader.error("the attribute \(name) in an exception", at: at)
            }
          default: throw reader.error("an unknown attribute in an exception", at: at)
          }
        }
        guard let orth else {
          throw reader.error("a part without ORTH in the exception \(string)", at: reader.position)
        }
        parts.append(Part(orth: orth, norm: norm))
      }
      exceptions.append(Exception(string: string, parts: parts))
    }
    return exceptions
  }
}
