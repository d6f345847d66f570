import Glibc
import Newswire
import Testing

/// Nothing that arrives may stop the reader, or take it more than a moment.
struct HostilePageTests {
  /// The text of a page, which has to be there within seconds of processor time, whatever else the machine does.
  private func textInTime(_ html: String) throws -> String {
    let start = clock()
    let text = try HTMLPage(Array(html.utf8), uri: nil).text
    #expect(clock() - start < 20)
    return text
  }

  /// Seconds of this thread.
  private func clock() -> Int {
    var time = timespec()
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time)
    return time.tv_sec
  }

  /// Markup that repeats; shown by what repeats, for the whole would fill a screen.
  struct Repetition: CustomTestStringConvertible, Sendable {
    var before = ""
    let mark: String
    let count: Int
    var after = ""

    var html: String { before + String(repeating: mark, count: count) + String(repeating: after, count: count) }
    var testDescription: String { "\(before)\(mark) × \(count)" }
  }

  @Test(arguments: [
    Repetition(mark: "<div>", count: 100_000), Repetition(mark: "<table><tr><td>", count: 50_000),
    Repetition(mark: "<p><b><a href=x>", count: 60_000), Repetition(mark: "<ul><li>", count: 60_000),
    Repetition(before: "<table><td>", mark: "<b>", count: 100_000, after: "</section></p></table>"),
    Repetition(before: "<section><td>", mark: "<i>", count: 100_000, after: "</section>"),
  ])
  func `text in deep nesting is found`(nesting: Repetition) throws {
    let story =
      "The ministers met in the harbour of Midburg on Tuesday, and said afterwards that they were content with it."
    #expect(try textInTime(nesting.html + "<p>" + story + "</p>") == story)
  }

  @Test func `huge attributes, and very many, are passed over`() throws {
    #expect(try textInTime("<p title=\"" + String(repeating: "x", count: 10_000_000) + "\">text</p>") == "text")
    #expect(try textInTime("<p " + String(repeating: "class=x a=1 ", count: 300_000) + ">text</p>") == "text")
    #expect(try textInTime("<p class='" + String(repeating: "ad-", count: 300_000) + "'>text</p>") == "text")
  }

  @Test(arguments: [
    "<", "</", "<!--", "<![CDATA[", "<script>", "<a b='", "<p><", "&", "&#", "&amp", "<title>", "<svg>", "</p>",
    "<!-- -",
  ])
  func `a mark that repeats without end takes linear time`(mark: String) throws {
    _ = try textInTime(String(repeating: mark, count: 400_000))
  }

  @Test func `many spans beside each other take linear time`() throws {
    _ = try textInTime("<p>" + String(repeating: "<span class=caption></span>", count: 100_000))
    _ = try textInTime(String(repeating: "<div class=share><p>x</p></div>", count: 50_000))
    _ = try textInTime("<h1>a</h1>" + String(repeating: "<h2 class=byline>By x<time>2021</time></h2>", count: 50_000))
  }

  @Test func `very many stories, lists and boxes on one page take linear time`() throws {
    let story =
      "<p>The ministers met in the harbour of Midburg on Tuesday, and said afterwards that they were content with it.</p>"
    let item = "<div><a href=x>A title</a>\(story)"
    _ = try textInTime(String(repeating: item, count: 20_000))
    _ = try textInTime(String(repeating: item + "</div>", count: 20_000))
    _ = try textInTime(
      "<title>A story</title><h1>A story</h1>" + String(repeating: "<div><h1>Next</h1>\(story)", count: 20_000))
    _ = try textInTime(
      "<div>" + String(repeating: story, count: 40) + String(repeating: "<div><h4>x</h4>\(story)</div>", count: 20_000))
    _ = try textInTime(String(repeating: "<div class=story-body>\(story)</div>", count: 20_000))
    _ = try textInTime(
      "<div>" + String(repeating: "<b>x</b>", count: 100_000)
        + String(repeating: "<br><br>" + story.dropFirst(3), count: 20_000))
    _ = try textInTime("<title>" + String(repeating: "a - ", count: 200_000) + "</title>" + story)
  }

  @Test func `a page cut off anywhere is read`() throws {
    let whole = Array(
      """
      <!doctype html><html><head><meta charset=utf-8><title>Ferry – The Post</title><script type="application/ld+json">{"@type":
      "NewsArticle","headline":"Ferry"}</script></head><body><article><h1>Ferry</h1><div class='byline'>By Ana Berg</div><p>Ünder &amp; über
      </p><ul><li><a href="x">one</a></ul><!-- c --><table><tr><td>two</table></article></body></html>
      """.utf8)
    for end in whole.indices { _ = try HTMLPage(Array(whole[..<end]), uri: nil) }
  }

  @Test func `NUL bytes are space`() {
    #expect(HTMLPage(fragment: "one\0two<p>three</p>").text == "one two\n\nthree")
  }

  @Test func `a page beyond the limit is refused with advice`() {
    #expect(throws: NewswireError.self) {
      try HTMLPage([UInt8](repeating: 0x20, count: HTMLPage.longest + 1), uri: "https://post.example/huge")
    }
  }

  @Test func `no bytes stop the reader`() throws {
    var random = Xorshift(state: 20)
    let seed = Array(
      """
      <!doctype html><html lang=ko><head><meta charset=euc-kr><title>A – b</title><link rel=canonical href="http://a.example/b">
      <script type="application/ld+json">{"@type":"NewsArticle","headline":"\\u00e9\\ud83d","author":{"name":"x"},"articleBody":"<p>y"}
      </script></head><body class=a><!-- c --><div class='share x'><p style="display: none">t &eacute;&#x110000;&#0;</p></div>
      <table><tr><td><br><br>text <a href=x>l</a><time datetime=2021-13-40>2021.1.2</time></td></tr></table><h1>A</h1></body></html>
      """.utf8)
    for round in 0..<3_000 {
      var bytes = seed
      if round % 3 == 0 {
        bytes = (0..<Int(random.next() % 400)).map { _ in UInt8(truncatingIfNeeded: random.next()) }
      } else {
        for _ in 0..<(1 + random.next() % 30) {
          let at = Int(random.next() % UInt64(bytes.count))
          switch random.next() % 3 {
          case 0: bytes[at] = UInt8(truncatingIfNeeded: random.next())
          case 1: bytes.removeSubrange(at..<min(bytes.count, at + Int(random.next() % 20)))
          default: bytes.insert(contentsOf: seed[Int(random.next() % UInt64(seed.count / 2))...].prefix(20), at: at)
          }
          if bytes.isEmpty { bytes = [0x3C] }
        }
      }
      let page = try HTMLPage(bytes, uri: "http://a.example/2021/1/2")
      #expect(!page.text.utf8.contains(0))
    }
  }

  private struct Xorshift {
    var state: UInt64

    mutating func next() -> UInt64 {
      state ^= state << 13
      state ^= state >> 7
      state ^= state << 17
      return state
    }
  }
}
