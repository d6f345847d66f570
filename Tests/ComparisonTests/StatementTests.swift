import Comparison
import Record
import Testing

@Suite struct StatementTests {
  private func quoted(
    _ article: Int, _ words: String, _ quotation: Quotation, speaker: String = "Rosa Quispe", relay: String? = nil,
    published: String = "2020-02-03"
  ) -> [QuotedStatement] {
    var record = RecordBuilder("\(speaker) said \(words) \(relay ?? "") reported", published: published)
    let paper = relay.map { record.entity($0, .organization) }
    record.statement(by: record.entity(speaker, .person, "PER"), words, quotation, relay: paper)
    return QuotedStatement.all(of: record.readout, article: article)
  }

  @Test func `a quotation relayed by two papers is one statement`() {
    let statements = LinkedStatements(
      quoted(0, "\"We shall not leave the table before the ships are free\"", .direct, relay: "Lima Herald")
        + quoted(1, "“not leave the table before the ships are free”", .direct, relay: "Cusco Post")
        + quoted(2, "\"We shall build a school in every valley of the south\"", .direct)
    ).statements
    #expect(statements.map { $0.reports.map(\.article) } == [[0, 1], [2]])
    #expect(statements[0].relays.map(\.name) == ["cusco post", "lima herald"])
    #expect(statements[0].wordings.map(\.reports) == [[0], [1]])
  }

  @Test func `the same words of another speaker are another statement`() {
    let words = "\"We shall not leave the table before the ships are free\""
    #expect(
      LinkedStatements(quoted(0, words, .direct) + quoted(1, words, .direct, speaker: "Ana Prado")).statements.count
        == 2)
  }

  @Test func `reported speech is one with the quotation of the same days`() {
    let quotation = quoted(0, "\"We shall not leave the table before the ships are free\"", .direct)
    let report = "that Peru would not leave the table before the ships are free"
    #expect(LinkedStatements(quotation + quoted(1, report, .indirect)).statements.count == 1)
    #expect(LinkedStatements(quotation + quoted(1, report, .indirect, published: "2020-06-03")).statements.count == 2)
  }

  @Test(arguments: 0..<4)
  func `the order of the reports does not matter`(seed: Int) {
    var random = SeededRandom(seed: UInt64(seed))
    let reports = (0..<9).flatMap {
      quoted($0, "\"The \(["harbor", "valley", "border"][$0 % 3]) of \($0 % 3) rivers is ours\"", .direct)
    }
    let statements = LinkedStatements(reports.shuffled(using: &random)).statements
    #expect(statements == LinkedStatements(reports).statements)
    #expect(statements.count == 3)
  }
}
