import Evaluation
import Record
import Testing

@Suite struct AttributionComparisonTests {
  static let text = "Ann said, “It  works.” Bob thinks it fails. Menu Home"
  static let ann = statement("Ann", "said", "“It  works.”")
  static let bob = statement("Bob", "thinks", "it fails.")

  /// The statement whose roles are these words of the text.
  static func statement(_ source: String?, _ cue: String?, _ content: String, sure: Double? = nil) -> MarkedStatement {
    MarkedStatement(
      source: source.map { [span($0)] } ?? [], cue: cue.map { [span($0)] } ?? [], content: [span(content)],
      confidence: sure)
  }

  private static func span(_ words: String) -> Span {
    let found = text.firstRange(of: words) ?? text.startIndex..<text.startIndex
    let start = text.unicodeScalars.distance(from: text.startIndex, to: found.lowerBound)
    return Span(start: start, end: start + text[found].unicodeScalars.count)
  }

  private func compare(_ predicted: [MarkedStatement], discarded: String? = nil) throws -> AttributionComparison {
    var marks = ""
    for (index, statement) in [Self.ann, Self.bob].enumerated() {
      for (role, spans) in [("Source", statement.source), ("Cue", statement.cue), ("Content", statement.content)] {
        marks += "T\(role)\(index)\t\(role) \(spans[0].start) \(spans[0].end)\tx\n"
      }
      marks += "E\(index)\tSource:TSource\(index) Cue:TCue\(index) Content:TContent\(index)\n"
    }
    if let discarded { marks += "T9\tDiscard \(Self.span(discarded).start) \(Self.span(discarded).end)\tx\n" }
    return AttributionComparison(
      text: ScoredText(Self.text), gold: try StandoffAnnotation(marks), predicted: predicted)
  }

  private func score(_ predicted: [MarkedStatement]) throws -> AttributionScore {
    var score = AttributionScore()
    score.add(try compare(predicted))
    return score
  }

  @Test func `gold against itself is right throughout`() throws {
    let score = try score([Self.ann, Self.bob])
    for rate in [
      score.source, score.cue, score.content, score.found, score.right, score.exact, score.sourced,
    ] { #expect(rate.f1 == 1) }
    #expect(score.meanJaccard == 1)
    #expect(score.fates.right == 2 && score.fates.missed == 0)
    #expect(try compare([Self.ann, Self.bob]).mistakes.isEmpty)
  }

  @Test func `nothing predicted is all missed`() throws {
    let score = try score([])
    #expect(score.found.f1 == 0 && score.source.f1 == 0 && score.meanJaccard == 0)
    #expect(score.fates.missed == 2)
    #expect(try compare([]).mistakes.map(\.cause) == [.missed, .missed])
  }

  @Test func `marks and final punctuation do not matter to exactness`() throws {
    let score = try score([Self.statement("Ann", "said", "It  works"), Self.bob])
    #expect(score.exact.f1 == 1)
    #expect(score.meanJaccard < 1)
  }

  @Test func `a wrong source, a wrong content and a spurious statement are told apart`() throws {
    let comparison = try compare([
      Self.statement("Bob", "said", "“It  works.”"), Self.statement("Bob", "thinks", "fails"),
      Self.statement("Ann", nil, "Menu"),
    ])
    #expect(comparison.mistakes.map(\.cause) == [.sourceWrong, .spurious])
    #expect(
      try compare([Self.statement("Bob", "thinks", "Ann said")]).mistakes.map(\.cause) == [.missed, .contentWrong])
    var score = AttributionScore()
    score.add(comparison)
    #expect(score.found.precision == 2.0 / 3 && score.found.recall == 1)
    #expect(score.right.recall == 0.5)
    #expect(score.fates.sourceWrong == 1)
  }

  @Test func `no source on either side is a right source, but not a sourced one`() throws {
    let text = ScoredText("It is said that it works.")
    let gold = try StandoffAnnotation("T1\tContent 11 25\tx\nT2\tCue 6 10\tx\nE1\tCue:T2 Content:T1")
    let comparison = AttributionComparison(
      text: text, gold: gold,
      predicted: [MarkedStatement(cue: [Span(start: 6, end: 10)], content: [Span(start: 16, end: 25)])])
    var score = AttributionScore()
    score.add(comparison)
    #expect(score.right.f1 == 1)
    #expect(score.sourced.gold == 0 && score.sourced.f1 == 0)
  }

  @Test func `each stands for one only, the closest`() throws {
    let comparison = try compare([Self.statement("Ann", "said", "works"), Self.ann])
    #expect(comparison.pairs.count == 1)
    #expect(comparison.pairs.first?.predicted == 1)
  }

  @Test func `what lies in discarded text does not count`() throws {
    let inMenu = Self.statement(nil, nil, "Menu Home")
    #expect(try compare([inMenu]).predicted.count == 1)
    #expect(try compare([inMenu], discarded: "Menu Home").predicted.isEmpty)
    #expect(try compare([Self.bob], discarded: "it fails. Menu").predicted.count == 1)
  }

  @Test func `recall is by the gold's kind, precision by the prediction's`() throws {
    let score = try score([Self.statement("Ann", "said", "It  works"), Self.bob])
    let direct = try #require(score.contentKinds[.direct])
    let short = try #require(score.contentKinds[.shortIndirect])
    #expect(direct.found.recall == 1 && direct.found.predicted == 0)
    #expect(short.found.gold == 1 && short.found.predicted == 2 && short.found.precision == 1)
    #expect(score.cueKinds[.saying]?.right.f1 == 1)
    #expect(score.cueKinds[.other]?.right.f1 == 1)
  }

  @Test func `reliability counts by confidence to the hundredth`() throws {
    let score = try score([
      Self.statement("Ann", "said", "“It  works.”", sure: 0.9951),
      Self.statement("Ann", "thinks", "it fails.", sure: 0.8),
      Self.statement("Ann", nil, "Menu", sure: 0.29),
    ])
    let bins = score.reliability.bins
    #expect(bins.map(\.statements) == [0, 0, 1, 0, 0, 0, 0, 0, 1, 1])
    #expect(bins[9].meanConfidence == 1 && bins[9].rightShare == 1)
    #expect(bins[8].contentShare == 1 && bins[8].rightShare == 0)
    #expect(score.reliability.sure.statements == 2 && score.reliability.sure.rightShare == 0.5)
  }
}
