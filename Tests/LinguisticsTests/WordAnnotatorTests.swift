import Linguistics
import Testing

@Suite struct WordAnnotatorTests {
  typealias Pack = MessagePackBuilder

  func lookups() -> [UInt8] {
    Pack.map([
      "lemma_rules": Pack.map([
        "verb": Pack.list([Pack.strings(["ed", "e"]), Pack.strings(["ed", ""]), Pack.strings(["ing", ""])]),
        "noun": Pack.list([Pack.strings(["s", ""])]),
      ]),
      "lemma_exc": Pack.map(["verb": Pack.map(["met": Pack.strings(["meet"])])]),
      "lemma_index": Pack.map(["verb": Pack.strings(["agree", "urge", "warn"]), "noun": Pack.strings(["treaty"])]),
    ])
  }

  /// Annotates words that carry a tag each.
  func annotate(_ tagged: [(String, String)], rules: [[UInt8]]) throws -> (columns: Columns, lemmas: [String]) {
    let names = ["", "VBD", "NN", "NNS", "X", "UH"]
    let ruler = try AttributeRuler(patterns: Pack.list(rules), tagNames: names, labelNames: [""])
    let annotator = WordAnnotator(ruler: ruler, lemmatizer: try Lemmatizer(lookups: lookups()))
    let tokenizer = try Tokenizer(rules: TokenizerRules(), lexicon: Lexicon(lookups: []))
    let cache = LexicalCache()
    let text = tagged.map(\.0).joined(separator: " ")
    var tokens = Tokenization()
    tokenizer.tokenize(Array(text.utf8), in: 0..<text.utf8.count, cache: cache, into: &tokens)
    var columns = Columns(text: text)
    columns.tags = tagged.map { tag in UInt16(names.firstIndex(of: tag.1) ?? 0) }
    columns.labels = tagged.map { _ in 0 }
    annotator.annotate(&columns, lexemes: tokens.lexemes, cache: cache)
    return (columns, columns.lemmas.map { columns.lemmaNames[Int($0)] })
  }

  func rule(_ pattern: [[UInt8]], _ attributes: KeyValuePairs<String, String>, index: UInt8 = 0) -> [UInt8] {
    Pack.map(["patterns": Pack.list([Pack.list(pattern)]), "attrs": Pack.strings(attributes), "index": [index]])
  }

  @Test func `later rules win, attribute by attribute`() throws {
    let (columns, lemmas) = try annotate(
      [("Urged", "VBD"), ("me", "UH")],
      rules: [
        rule([Pack.strings(["TAG": "VBD"])], ["POS": "VERB", "MORPH": "VerbForm=Fin|Tense=Past"]),
        rule([Pack.strings(["LOWER": "urged", "TAG": "VBD"])], ["POS": "AUX"]),
        rule([Pack.map(["LOWER": Pack.map(["IN": Pack.strings(["me", "us"])])])], ["LEMMA": "I", "TAG": "X"]),
      ])
    #expect(columns.pos == [.aux, .none])
    #expect(columns.morphs.map { columns.morphNames[Int($0)] } == ["Tense=Past|VerbForm=Fin", ""])
    #expect(columns.tagNames[Int(columns.tags[1])] == "X")
    #expect(lemmas == ["urged", "I"])
  }

  @Test func `patterns of several tokens set the token at their index`() throws {
    let lower = { (word: String) in Pack.strings(["LOWER": word]) }
    let (_, lemmas) = try annotate(
      [("gon", "UH"), ("na", "UH"), ("na", "UH"), ("so", "UH"), ("very", "UH"), ("very", "UH"), ("so", "UH")],
      rules: [
        rule([lower("gon"), lower("na")], ["LEMMA": "to"], index: 1),
        rule([lower("so"), Pack.strings(["LOWER": "very", "OP": "*"]), lower("so")], ["LEMMA": "end"], index: 0xff),
        rule([lower("so"), Pack.strings(["OP": "?", "LOWER": "hardly"]), Pack.map([:])], ["LEMMA": "begin"]),
      ])
    #expect(lemmas == ["gon", "to", "na", "begin", "very", "very", "end"])
  }

  @Test func `regular expressions and negation`() throws {
    let (columns, _) = try annotate(
      [("nothin'", "UH"), ("Else", "UH")],
      rules: [
        rule([Pack.map(["LOWER": Pack.map(["REGEX": Pack.string("^n[ou]thin'$")])])], ["POS": "PRON"]),
        rule([Pack.strings(["ORTH": "nothin'", "OP": "!"])], ["POS": "ADV"]),
      ])
    #expect(columns.pos == [.pron, .adv])
  }

  @Test func `what cannot be matched is refused by name`() {
    #expect(
      throws: ModelError(
        file: "attribute_ruler/patterns",
        message: "asks for the attribute LIKE_NUM in a pattern, which is not supported; use a model without such rules")
    ) { try annotate([], rules: [rule([Pack.map(["LIKE_NUM": [0xc3]])], ["POS": "NUM"])]) }
    #expect(throws: ModelError.self) { try annotate([], rules: [rule([Pack.strings(["OP": "??"])], ["POS": "NUM"])]) }
    #expect(throws: ModelError.self) { try annotate([], rules: [rule([Pack.map([:])], ["POS": "THING"])]) }
    #expect(throws: ModelError.self) { try annotate([], rules: [rule([Pack.map([:])], ["POS": "X"], index: 2)]) }
  }

  @Test func `lemmas come from exceptions, rules and features`() throws {
    let lemmatizer = try Lemmatizer(lookups: lookups())
    #expect(lemmatizer.lemma(of: "Urged", pos: .verb, features: "") == "urge")
    #expect(lemmatizer.lemma(of: "warned", pos: .verb, features: "") == "warn")
    #expect(lemmatizer.lemma(of: "zapped", pos: .verb, features: "") == "zappe")
    #expect(lemmatizer.lemma(of: "Met", pos: .verb, features: "") == "meet")
    #expect(lemmatizer.lemma(of: "Went", pos: .verb, features: "") == "Went")
    #expect(lemmatizer.lemma(of: "News", pos: .noun, features: "Number=Sing") == "news")
    #expect(lemmatizer.lemma(of: "Talks", pos: .propn, features: "Number=Plur") == "Talks")
    #expect(lemmatizer.lemma(of: "Very", pos: .adv, features: "") == "very")
    #expect(lemmatizer.lemma(of: "Agreed", pos: .verb, features: "Tense=Pres|VerbForm=Fin") == "agreed")
  }

  @Test func `a lemmatizer without its tables is refused`() {
    #expect(throws: ModelError.self) { try Lemmatizer(lookups: Pack.map(["lemma_rules": Pack.map([:])])) }
    #expect(throws: ModelError.self) { try Lemmatizer(lookups: [0xc1]) }
  }
}
