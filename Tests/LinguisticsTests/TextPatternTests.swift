import Linguistics
import Testing

@Suite struct TextPatternTests {
  func first(_ pattern: String, _ string: String) throws -> String? {
    let pattern = try TextPattern(pattern, file: "test")
    let text = string.unicodeScalars.map(\.value)
    var matcher = PatternMatcher()
    guard let range = pattern.firstMatch(in: text, bounds: 0..<text.count, matcher: &matcher) else { return nil }
    return String(String.UnicodeScalarView(text[range].compactMap { Unicode.Scalar($0) }))
  }

  @Test func `the first alternative counts, not the longest`() throws {
    #expect(try first("km|km/h", "9 km/h") == "km")
    #expect(try first("(?:a|ab)(?:c|bcd)(?:d*)", "abcd") == "abcd")
    #expect(try first("a*?b", "aaab") == "aaab")
    #expect(try first("<.+?>", "<a><b>") == "<a>")
  }

  @Test func `an expression anchored at the end finds its leftmost match`() throws {
    #expect(try first(#"\.\.+$|\.$|,$"#, "well....") == "....")
    #expect(try first(#"(?<=[0-9])(?:m|km)$"#, "12km") == "km")
    #expect(try first(#"(?<=[0-9])(?:m|km)$"#, "akm") == nil)
    #expect(try first("b$", "ab\n") == "b")
    #expect(try first(#"b\Z"#, "ab\n") == nil)
  }

  @Test func `looks around do not consume`() throws {
    #expect(try first("(?<=[a-z])-(?=[a-z])", "A-b c-d") == "-")
    #expect(try first("(?<!a)b(?!c)", "abbcb") == "b")
    #expect(try first("(?!10)[0-9]+", "10") == "0")
    #expect(try first("(?<=ab)c", "bc abc") == "c")
  }

  @Test func `classes are those of Python`() throws {
    #expect(try first(#"\w+"#, "-é_٣½x!") == "é_٣½x")
    #expect(try first(#"\d+"#, "²٣4") == "٣4")
    #expect(try first(#"\s"#, "a\u{1f}b") == "\u{1f}")
    #expect(try first(#"[^\s.]+"#, ".a b") == "a")
    #expect(try first(#"[\u4e00-\u9fff\-]+"#, "a中-文") == "中-文")
    #expect(try first(#"[]a]+"#, "x]a") == "]a")
    #expect(try first("x{2,3}", "xxxx") == "xxx")
    #expect(try first("x{,2}y", "xxxy") == "xxy")
    #expect(try first("a{b}", "a{b}") == "a{b}")
  }

  @Test(arguments: [
    #"(a)\1"#, "(?i)a", "a++", "(?>a)", "(", "a)", "[a", "*a", "(?<=a*)b", "[z-a]", #"\q"#, "(?(1)a)",
  ])
  func `what the engine lacks is refused`(pattern: String) {
    #expect(throws: ModelError.self) { try TextPattern(pattern, file: "test") }
  }

  @Test(.timeLimit(.minutes(1))) func `nested loops stay linear`() throws {
    let text = String(repeating: "a", count: 20_000)
    #expect(try first("^(?:a+)+$", text + "b") == nil)
    #expect(try first("^(?:a|a)*b", text) == nil)
    #expect(try first("^(?:a*)*b", text) == nil)
    #expect(try first(#"^(?:\S+(?::\S*)?@)?x\.$"#, String(repeating: ":.", count: 10_000)) == nil)
  }

  @Test func `random patterns never crash the parser`() {
    var generator = SplitMix(state: 3)
    let pieces =
      Array("abc()[]{}|?*+^$.\\dwsuUx0123-,:=!<>é\n").map(String.init) + ["(?:", "(?=", "(?<!", "[^", "{2,3}"]
    for _ in 0..<5_000 {
      let pattern = (0..<Int(generator.next() % 12)).map { _ in pieces.randomElement(using: &generator) ?? "" }.joined()
      _ = try? first(pattern, "ab-1é\n(c)")
    }
  }
}
