import Linguistics
import Testing

@Suite struct LexemeTests {
  func lexeme(_ word: String) throws -> Lexeme {
    let lexicon = try Lexicon(lookups: [])
    var word = word
    return word.withUTF8 { lexicon.lexeme($0) }
  }

  @Test func `ids are hashes, but reserved symbols have numbers`() {
    #expect(StringID.id(of: "") == 0)
    #expect(StringID.id(of: "coffee") == 3_197_928_453_018_144_401)
    #expect(StringID.id(of: "IS_ALPHA") == 1)
    #expect(StringID.id(of: "nsubj") == 429)
    #expect(StringID.id(of: "_") == 456)
  }

  @Test(arguments: [
    ("Geneva", "Xxxxx"), ("1999", "dddd"), ("12345678", "dddd"), ("U.N.", "X.X."), ("e-mail", "x-xxxx"), ("É²", "Xd"),
    ("!!!!!!", "!!!!"), (String(repeating: "a", count: 99), "xxxx"), (String(repeating: "a", count: 100), "LONG"),
  ])
  func `shapes`(word: String, shape: String) throws {
    #expect(try lexeme(word).shape == StringID.id(of: shape))
  }

  @Test func `affixes count characters`() throws {
    let word = try lexeme("Élysées")
    #expect(word.prefix == StringID.id(of: "É"))
    #expect(word.suffix == StringID.id(of: "ées"))
    #expect(word.lower == StringID.id(of: "élysées"))
    #expect(try lexeme("ab").suffix == StringID.id(of: "ab"))
  }

  @Test func `norms of marks are shared`() throws {
    #expect(try lexeme("“").norm == StringID.id(of: "\""))
    #expect(try lexeme("€").norm == StringID.id(of: "$"))
    #expect(try lexeme("Talks").norm == StringID.id(of: "talks"))
  }

  @Test func `white space is told apart`() throws {
    #expect(try lexeme("\n \u{3000}").isSpace)
    #expect(try !lexeme("\u{200b}").isSpace)
    #expect(try lexeme(String(repeating: " ", count: 200)).isSpace)
  }

  @Test func `lower case is Python's`() {
    #expect(LowerCase.of("ΟΔΟΣ ΣΑΣ.Σ") == "οδος σασ.ς")
    #expect(LowerCase.of("İX") == "i\u{307}x")
    #expect(LowerCase.of("ǅ") == "ǆ")
  }
}
