import FoundationEssentials
import Linguistics

/// A text of our own and what spaCy makes of it, as `Benchmarks/Parity/make_fixture.py` wrote it.
struct SpaCyFixture {
  let text: String
  /// A line of columns for each token, escaped as in the file.
  let lines: [String]

  init(named name: String) throws {
    let folder = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "Fixtures")
    text = String(decoding: try Data(contentsOf: folder.appending(path: name + ".txt")), as: UTF8.self)
    let table = try Data(contentsOf: folder.appending(path: name + ".tsv"))
    lines = table.split(separator: UInt8(ascii: "\n")).dropFirst().map { String(decoding: $0, as: UTF8.self) }
  }

  /// The same columns for a document of ours.
  static func lines(of doc: Doc) -> [String] {
    doc.map { token in
      var entity = "O"
      if let span = doc.entity(at: token.index) {
        entity = (span.tokens.lowerBound == token.index ? "B-" : "I-") + span.label
      }
      let columns = [
        String(token.utf8Range.lowerBound), String(token.utf8Range.upperBound), token.text, token.tag, token.pos.name,
        token.morphology, token.lemma, String(token.head.index), token.label, token.isSentenceStart ? "1" : "0", entity,
      ]
      return columns.map(escaped).joined(separator: "\t")
    }
  }

  private static func escaped(_ field: String) -> String {
    var scalars = String.UnicodeScalarView()
    for scalar in field.unicodeScalars {
      switch scalar {
      case "\\": scalars.append(contentsOf: #"\\"#.unicodeScalars)
      case "\n": scalars.append(contentsOf: #"\n"#.unicodeScalars)
      case "\t": scalars.append(contentsOf: #"\t"#.unicodeScalars)
      case "\r": scalars.append(contentsOf: #"\r"#.unicodeScalars)
      default: scalars.append(scalar)
      }
    }
    return String(scalars)
  }
}
