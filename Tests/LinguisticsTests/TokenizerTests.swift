import Linguistics
import Testing

@Suite struct TokenizerTests {
  func tokenizer(exceptions: [TokenizerRules.Exception] = []) throws -> Tokenizer {
    var rules = TokenizerRules()
    rules.prefixSearch = #"^\(|^"|^\$|^:"#
    rules.suffixSearch = #"\)$|"$|,$|\.\.+$|'s$|(?<=[0-9])(?:km|%)$|(?<=[a-z])\.$"#
    rules.infixFinditer = #"(?<=[a-z])-(?=[a-z])|\.\.+"#
    rules.urlMatch = #"^www\.\S+$"#
    rules.exceptions = exceptions
    return try Tokenizer(rules: rules, lexicon: Lexicon(lookups: []))
  }

  func split(_ text: String, _ tokenizer: Tokenizer, _ cache: LexicalCache = LexicalCache()) -> [String] {
    var tokens = Tokenization()
    let utf8 = Array(text.utf8)
    tokenizer.tokenize(utf8, in: 0..<utf8.count, cache: cache, into: &tokens)
    return (0..<tokens.count).map {
      String(decoding: utf8[Int(tokens.starts[$0])..<Int(tokens.ends[$0])], as: UTF8.self)
        + (tokens.spaceAfter[$0] ? "_" : "")
    }
  }

  @Test func `affixes come off from outside, infixes split what is left`() throws {
    let tokenizer = try tokenizer()
    #expect(
      split(#"("well-known," 12km)"#, tokenizer) == ["(", "\"", "well", "-", "known", ",", "\"_", "12", "km", ")"])
    #expect(split("so...the end...", tokenizer) == ["so", "...", "the_", "end", "..."])
    #expect(split("(www.a-b.org)", tokenizer) == ["(", "www.a-b.org", ")"])
  }

  @Test func `one space belongs to the token before, more are a token`() throws {
    let tokenizer = try tokenizer()
    #expect(split("a b  c\n\nd ", tokenizer) == ["a_", "b_", " ", "c", "\n\n", "d_"])
    #expect(split("  a", tokenizer) == ["  ", "a"])
    #expect(split("a\u{a0}b\u{3000} c", tokenizer) == ["a", "\u{a0}", "b", "\u{3000} ", "c"])
    #expect(split("", tokenizer).isEmpty)
  }

  @Test func `exceptions win, with their norms`() throws {
    let tokenizer = try tokenizer(exceptions: [
      .init(string: "cannot", parts: [.init(orth: "can", norm: "could"), .init(orth: "not")]),
      .init(string: "approx.", parts: [.init(orth: "approx.")]),
    ])
    let cache = LexicalCache()
    #expect(split("(cannot, approx.)", tokenizer, cache) == ["(", "can", "not", ",_", "approx.", ")"])
    var tokens = Tokenization()
    tokenizer.tokenize(Array("cannot can".utf8), in: 0..<10, cache: cache, into: &tokens)
    #expect(cache.lexemes[Int(tokens.lexemes[0])].norm == StringID.id(of: "could"))
    #expect(cache.lexemes[Int(tokens.lexemes[2])].norm == StringID.id(of: "can"))
  }

  @Test func `an exception is put together again from tokens without space between`() throws {
    let tokenizer = try tokenizer(exceptions: [.init(string: ":)", parts: [.init(orth: ":)")])])
    #expect(split("fine :) x:)y ::) : )", tokenizer) == ["fine_", ":)_", "x:)y_", ":", ":)_", ":_", ")"])
    #expect(split("a-b:)", tokenizer).last == ")")
  }

  @Test func `tokens cover the text whatever the bytes`() throws {
    let tokenizer = try tokenizer()
    let cache = LexicalCache(limit: 2_000)
    var generator = SplitMix(state: 11)
    for _ in 0..<2_000 {
      cache.beginText()
      let bytes = (0..<Int(generator.next() % 60)).map { _ in
        generator.next().isMultiple(of: 2) ? UInt8(generator.next() % 128) : UInt8(truncatingIfNeeded: generator.next())
      }
      var tokens = Tokenization()
      tokenizer.tokenize(bytes, in: 0..<bytes.count, cache: cache, into: &tokens)
      var position = 0
      for index in 0..<tokens.count {
        #expect(Int(tokens.starts[index]) == position)
        position = Int(tokens.ends[index]) + (tokens.spaceAfter[index] ? 1 : 0)
      }
      #expect(position == bytes.count)
    }
  }

  @Test func `a range is split as if it were all of the text`() throws {
    let tokenizer = try tokenizer()
    var tokens = Tokenization()
    tokenizer.tokenize(Array("one two three".utf8), in: 4..<8, cache: LexicalCache(), into: &tokens)
    #expect(tokens.starts == [4])
    #expect(tokens.ends == [7])
    #expect(tokens.spaceAfter == [true])
  }

  @Test func `a broken exception is an error`() {
    #expect(throws: ModelError.self) { try tokenizer(exceptions: [.init(string: "ab", parts: [.init(orth: "a")])]) }
  }
}
