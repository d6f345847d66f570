import Foundation
import Testing

@Suite(.enabled(if: Program.hasModel, "the language model is not there: make run"))
struct ParseCommandTests {
  static let text = "Seoul welcomed the talks.  Then\n\nit (again) left; “no”, it said.\n\n\n"

  @Test func `CoNLL-U keeps the format's rules`() throws {
    let outcome = try Program.run("parse", "-", input: Self.text)
    #expect(outcome.status == 0)
    var ids: Set<String> = []
    let sentences = outcome.output.components(separatedBy: "\n\n").filter { !$0.isEmpty }
    #expect(sentences.count >= 2)
    for sentence in sentences {
      let lines = sentence.split(separator: "\n")
      let comments = lines.filter { $0.hasPrefix("#") }
      #expect(comments.contains { $0.hasPrefix("# sent_id = ") && ids.insert(String($0)).inserted })
      let text = try #require(comments.first { $0.hasPrefix("# text = ") }?.dropFirst("# text = ".count))
      let rows = lines.filter { !$0.hasPrefix("#") }.map { $0.split(separator: "\t", omittingEmptySubsequences: false) }
      var joined = ""
      for (index, row) in rows.enumerated() {
        #expect(row.count == 10 && row[0] == "\(index + 1)")
        #expect(row.allSatisfy { !$0.isEmpty && !$0.contains(where: \.isWhitespace) })
        let head = try #require(Int(row[6]))
        #expect((0...rows.count).contains(head) && head != index + 1)
        #expect((head == 0) == (row[7] == "root"))
        #expect(row[3] != "SPACE")
        joined += row[1] + (row[9] == "SpaceAfter=No" || index == rows.count - 1 ? "" : " ")
      }
      #expect(rows.count { $0[6] == "0" } == 1)
      #expect(joined == text)
    }
  }

  @Test func `JSON is as spaCy's`() throws {
    let outcome = try Program.run("parse", "-", "--format", "json", input: "“Séoul” welcomed 🙂 the talks.")
    let doc = try #require(try JSONSerialization.jsonObject(with: Data(outcome.output.utf8)) as? [String: Any])
    #expect(Set(doc.keys) == ["text", "ents", "sents", "tokens"])
    let tokens = try #require(doc["tokens"] as? [[String: Any]])
    #expect(Set(tokens[0].keys) == ["id", "start", "end", "tag", "pos", "morph", "lemma", "dep", "head"])
    let talks = try #require(tokens.first { $0["lemma"] as? String == "talk" })
    #expect(talks["start"] as? Int == 23 && talks["end"] as? Int == 28)
  }

  @Test func `arcs are drawn as SVG`() throws {
    let outcome = try Program.run("parse", "-", "--format", "displacy", input: "Seoul & Tokyo <met>.")
    let parser = XMLParserCheck(outcome.output)
    #expect(outcome.output.hasPrefix("<svg"))
    #expect(parser.isWellFormed)
    #expect(outcome.output.contains("displacy-arrow"))
  }
}

/// Whether every element that is opened is closed again in its turn.
struct XMLParserCheck {
  let isWellFormed: Bool

  init(_ text: String) {
    var open: [Substring] = []
    for match in text.matches(of: /<(\/?)([A-Za-z]+)[^>]*?(\/?)>/) {
      if !match.3.isEmpty { continue }
      if match.1.isEmpty {
        open.append(match.2)
      } else if open.popLast() != match.2 {
        isWellFormed = false
        return
      }
    }
    isWellFormed = open.isEmpty && text.contains("<svg")
  }
}
