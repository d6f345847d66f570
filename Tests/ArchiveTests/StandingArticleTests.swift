import Archive
import Record
import Testing

struct StandingArticleTests {
  private let archive: Archive

  private let folder: TemporaryFolder

  init() throws {
    folder = try TemporaryFolder()
    archive = try Archive(path: folder.path("a.readout"))
  }

  private func standing(in period: Period = .always) throws -> [StandingArticle] {
    var articles: [StandingArticle] = []
    try archive.forEachStanding(in: period) { articles.append($0) }
    return articles
  }

  @Test func theCurrentVersionIsHandedOutAsItStandsCorrected() throws {
    try archive.store(Sample.readout(ref: "n1"))
    let (_, current) = try archive.store(Sample.readout(ref: "n1", pledge: "would close the bridge"))
    try archive.correct(.statement("s1"), of: current, .reject, who: "ada")
    let article = try #require(try standing().first)
    #expect(try standing().count == 1)
    #expect(article.identity == "n1" && article.version == 2 && article.copies == 1)
    #expect(article.readout == (try archive.readout(of: current)))
    #expect(article.readout.statements.isEmpty)
    #expect(article.ingestedAt.utf8.count == 20)
  }

  @Test func theDaysOfArticlesDecideWhichAreHandedOut() throws {
    try archive.store(Sample.readout(ref: "a", published: "2021-03-04"))
    try archive.store(Sample.readout(ref: "b", published: "2021-03-05"))
    try archive.store(Sample.readout(ref: "c", published: nil))
    let period = Period(first: CalendarDay("2021-03-05"), last: CalendarDay("2021-03-31"))
    #expect(try standing(in: period).map(\.identity) == ["b"])
    #expect(try standing().map(\.identity) == ["a", "b", "c"])
  }
}
