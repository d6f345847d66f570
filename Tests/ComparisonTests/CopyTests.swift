import Comparison
import Record
import Testing

@Suite struct CopyTests {
  @Test func `a signature is the same in every run and survives storage`() {
    let signature = CopySignature("Delegates left the hall.")
    #expect(signature.bytes.prefix(4) == [169, 53, 179, 83])
    #expect(signature.bytes.count == CopySignature.byteCount)
    #expect(CopySignature(bytes: signature.bytes) == signature)
    #expect(CopySignature(bytes: [1, 2, 3]) == nil)
  }

  @Test func `case, curly quotes and line breaks do not tell texts apart`() {
    let comparison = CopyComparison("“No deal,” he said.\nTalks go on.", "\"No deal,\" HE SAID. Talks go on.")
    #expect(comparison.kind == .identical)
    #expect(comparison.differences.isEmpty)
  }

  @Test(arguments: [
    (ArticleText.harborCopy, CopyKind.copy), (ArticleText.harborUpdate, .update), (ArticleText.harborExcerpt, .excerpt),
  ])
  func `what became of a wire story is known`(text: String, kind: CopyKind) {
    let comparison = CopyComparison(ArticleText.harbor, text)
    #expect(comparison.kind == kind)
    #expect(CopyComparison(text, ArticleText.harbor).kind == kind)
    #expect(!Set(CopySignature(ArticleText.harbor).bandKeys).isDisjoint(with: CopySignature(text).bandKeys))
  }

  @Test func `different texts share neither kind nor band`() {
    #expect(CopyComparison(ArticleText.harbor, ArticleText.orchestra).kind == nil)
    #expect(
      Set(CopySignature(ArticleText.harbor).bandKeys).isDisjoint(with: CopySignature(ArticleText.orchestra).bandKeys))
  }

  @Test func `a risen toll is what differs`() {
    let (old, new) = (ArticleText.harbor, ArticleText.harborUpdate)
    let differences = CopyComparison(old, new).differences
    let changes = differences.map { (SpanText(old)[$0.first], SpanText(new)[$0.second]) }
    #expect(changes.first?.0 == "Two men")
    #expect(changes.first?.1 == "One man drowned and five")
    #expect(changes.count == 2)
    #expect(changes.last?.0 == "")
    #expect(changes.last?.1.hasPrefix("President Amaral called for calm") == true)
  }

  @Test(arguments: 0..<40)
  func `with the differences put in, one text becomes the other`(seed: Int) {
    var random = SeededRandom(seed: UInt64(seed))
    let first = (0..<60).map { _ in "w\(Int.random(in: 0..<20, using: &random))" }
    var second = first
    for _ in 0..<6 {
      let place = Int.random(in: 0..<second.count, using: &random)
      switch Int.random(in: 0..<3, using: &random) {
      case 0: second.remove(at: place)
      case 1: second.insert("n\(place)", at: place)
      default: second[place] = "x\(place)"
      }
    }
    let (a, b) = (first.joined(separator: " "), second.joined(separator: " "))
    var rebuilt: [String] = []
    var done = 0
    for difference in CopyComparison(a, b).differences {
      rebuilt += SpanText(a)[Span(start: done, end: difference.first.start)].split(separator: " ").map(String.init)
      rebuilt += SpanText(b)[difference.second].split(separator: " ").map(String.init)
      done = difference.first.end
    }
    rebuilt += SpanText(a)[Span(start: done, end: a.count)].split(separator: " ").map(String.init)
    #expect(rebuilt == second)
  }

  @Test(arguments: ["", " \n", "-", "a", "🙂", "e\u{301}\u{301}", "日本", "'s's", "1,2,,3..4"])
  func `any text has a signature and is its own copy`(text: String) {
    let comparison = CopyComparison(text, text)
    #expect(comparison.kind == nil || comparison.kind == .identical)
    #expect(comparison.differences.isEmpty)
    #expect(CopySignature(bytes: CopySignature(text).bytes) == CopySignature(text))
    #expect(CopyComparison(text, ArticleText.harbor).kind == nil)
  }

  @Test func `papers that carry one wire are one origin`() {
    let wire = Origin(wire: "Meridian", outlet: nil)
    let groups = OriginGroups([
      (ArticleText.harbor, wire), (ArticleText.harborCopy, Origin(wire: nil, outlet: "The Tagus Courier")),
      (ArticleText.orchestra, Origin(wire: "Meridian", outlet: "The Tagus Courier")),
      (ArticleText.harborExcerpt, Origin(wire: "MERIDIAN", outlet: "Gazeta do Sado")),
    ])
    #expect(groups.groups.map(\.articles) == [[0, 1, 3], [2]])
    #expect(groups.groups[0].wire == "meridian")
    #expect(groups.groups[0].outlets == ["gazeta do sado", "tagus courier"])
  }

  @Test func `a text rewritten from a wire counts with it only where it credits it`() {
    let rewritten = """
      Angry crews shut the port on Monday. "We will stay until the minister listens to us," said Rui Tavares, who heads the fishing union. \
      The blockade was the third this year, and traders in the old town fear for the season of festivals that begins at Easter.
      """
    func count(_ origin: Origin) -> Int {
      OriginGroups([(ArticleText.harbor, Origin(wire: "Meridian", outlet: nil)), (rewritten, origin)]).count
    }
    #expect(count(Origin(wire: nil, outlet: "Gazeta do Sado", relied: ["Meridian"])) == 1)
    #expect(count(Origin(wire: "Boreal", outlet: "Gazeta do Sado")) == 2)
  }

  @Test func `an article's origin is what it credits`() {
    var record = RecordBuilder("OSLO (Boreal) - Radio North reported a truce.")
    record.readout.document.agency = .init(text: "Boreal")
    record.readout.document.publisher = .init(text: "The Daily Fjord")
    let radio = record.entity("Radio North", .organization)
    record.readout.entities[0].sector = "JRN"
    record.statement(by: radio, "a truce", .indirect)
    #expect(Origin(record.readout) == Origin(wire: "boreal", outlet: "daily fjord", relied: ["Radio North"]))
  }
}
