import Comparison
import Record
import Testing

@Suite struct StatementTests {
  private func said(
    _ number: Int64, _ content: String, _ quotation: Quotation = .indirect, day: String? = "2020-02-03"
  ) -> QuotedStatement {
    QuotedStatement(
      number: number, article: number, quotation: quotation, content: content, day: day.flatMap { CalendarDay($0) })
  }

  private func groups(_ statements: QuotedStatement...) -> [[Int64]] {
    LinkedStatements(statements, among: []).groups
  }

  @Test func `a quotation in two wordings is one statement`() {
    let first = said(1, "\"We shall not leave the table before the ships are free\"", .direct)
    let part = said(2, "“not leave the table before the ships are free”", .direct, day: "2020-02-20")
    let other = said(3, "\"We shall build a school in every valley of the south\"", .direct)
    #expect(groups(first, part, other) == [[1, 2]])
  }

  @Test func `only the words in quotation marks of mixed speech are held against quotations`() {
    let quotation = said(1, "\"a table where the ships are free\"", .direct)
    #expect(
      groups(quotation, said(2, "he wanted “a table where the ships are free”", .mixed, day: "2020-02-20")) == [[1, 2]])
    #expect(groups(quotation, said(2, "he wanted a table where the “boats” are free", .mixed, day: "2020-02-20")) == [])
  }

  @Test func `reported speech is one with the quotation of the same days`() {
    let quotation = said(1, "\"We shall leave the table before the ships are released\"", .direct)
    let report = "that Peru would leave the table before the ships are released"
    #expect(groups(quotation, said(2, report)) == [[1, 2]])
    #expect(groups(quotation, said(2, report, day: "2020-06-03")) == [])
    #expect(groups(quotation, said(2, report, day: nil)) == [])
  }

  @Test(arguments: [
    (
      "that Peru would attend the summit in Lima and sign the treaty",
      "that Peru would not attend the summit in Lima and sign the treaty"
    ),
    ("that tariffs on copper cables would rise by 5 percent", "that tariffs on copper cables would rise by 7 percent"),
    ("that it would go on", "that it would go away"),
  ])
  func `nearly the same words are not the same statement`(first: String, second: String) {
    #expect(groups(said(1, first), said(2, second)) == [])
  }

  @Test func `an article does not repeat another's statement in its own`() {
    let words = "\"We shall leave the table before the ships are released\""
    let twice = [1, 2].map {
      QuotedStatement(number: $0, article: 9, quotation: .direct, content: words, day: CalendarDay("2020-02-03"))
    }
    #expect(LinkedStatements(twice, among: []).groups == [])
  }

  @Test(arguments: 0..<4)
  func `the order does not matter`(seed: Int) {
    var random = SeededRandom(seed: UInt64(seed))
    let reports = (0..<9).map { number in
      let place = ["harbor", "valley", "border"][number % 3]
      return said(Int64(number), "\"The \(place) beyond the rivers of the \(place) people is ours\"", .direct)
    }
    let (page, others) = (reports.prefix(6), reports.suffix(3))
    #expect(
      LinkedStatements(page.shuffled(using: &random), among: others.shuffled(using: &random)).groups
        == [[0, 3, 6], [1, 4, 7], [2, 5, 8]])
  }
}
