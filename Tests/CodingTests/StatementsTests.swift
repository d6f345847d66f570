import Coding
import Knowledge
import Linguistics
import Newswire
import Record
import Testing

/// What the reader makes of sentences that each show one form of saying.
@Suite(.enabled(if: ParsedStory.isPossible, "needs the language model: run make"))
struct StatementsTests {
  /// A statement as a line: `speaker | cue | content; content`, with ` < relay` for each relay.
  private func read(_ paragraphs: String...) throws -> [String] {
    try statements(paragraphs).map { $0.line }
  }

  private func statements(_ paragraphs: [String]) throws -> [(line: String, statement: Statement, story: Story)] {
    let story = try ParsedStory.make(paragraphs)
    let reader = try ParsedStory.statementReader()
    func words(_ bytes: Range<Int>) -> String { story.doc.text(ofUTF8: bytes) }
    return reader.statements(in: story).map { statement in
      let speaker = statement.speaker.map { words($0.bytes) } ?? "-"
      let relays = statement.relays.map { " < " + ($0.party.map { words($0.bytes) } ?? "-") }.joined()
      let cue = statement.cue.spans.map(words).joined(separator: " ")
      return (
        "\(speaker)\(relays) | \(cue) | \(statement.content.map(words).joined(separator: "; "))", statement, story
      )
    }
  }

  private func one(_ paragraph: String) throws -> Statement {
    try #require(try statements([paragraph]).first).statement
  }

  // MARK: Quotations

  @Test func `a quotation before, after and around its cue`() throws {
    #expect(try read(#""The border is closed," Anna Berg said."#) == [#"Anna Berg | said | "The border is closed,""#])
    #expect(try read(#"Anna Berg said: "The border is closed.""#) == [#"Anna Berg | said | "The border is closed.""#])
    #expect(
      try read("“The border,” Anna Berg said, “is closed until May.”") == [
        "Anna Berg | said | “The border,”; “is closed until May.”"
      ])
  }

  @Test func `speech that goes on after its cue is one statement`() throws {
    #expect(
      try read("“We want peace,” Anna Berg told reporters. “Our neighbours know that. They have always known it.”") == [
        "Anna Berg | told | “We want peace,”; “Our neighbours know that. They have always known it.”"
      ])
  }

  @Test func `a quotation over paragraphs is one statement`() throws {
    let found = try read(
      "“The talks were long,” the minister said.", "“They were also useful.", "“We shall meet again,” he added.")
    #expect(
      found == [
        "the minister | said | “The talks were long,”",
        "he | added | “They were also useful.; “We shall meet again,”",
      ])
  }

  @Test func `an inverted cue has its speaker behind it`() throws {
    #expect(
      try read(#""The offer stands," said Foreign Minister Paul Okello."#) == [
        #"Foreign Minister Paul Okello | said | "The offer stands,""#
      ])
  }

  @Test func `a lost closing mark spoils its own sentence only`() throws {
    let found = try read(
      #"Berg said: "The border is closed. Trade goes on as before."#, "Okello said that trade had stopped.")
    #expect(found.last == "Okello | said | that trade had stopped")
    #expect(found.allSatisfy { !$0.contains("goes on") || !$0.contains("closed") })
  }

  @Test func `a paragraph in quotation marks belongs to whose name stands under it`() throws {
    #expect(
      try read("“We were never asked. Nobody came to our village.” — Anna Berg") == [
        "Anna Berg | — | “We were never asked. Nobody came to our village.”"
      ])
    #expect(try read("“The border is closed” - and it stayed closed for years.").isEmpty)
  }

  @Test func `words of saying inside a quotation stay inside it`() throws {
    #expect(
      try read("“I tell our neighbours: do not touch our water,” Anna Berg said in Oslo.") == [
        "Anna Berg | said | “I tell our neighbours: do not touch our water,”"
      ])
  }

  @Test func `quoted words inside a clause are part of it`() throws {
    let found = try statements(["The minister said the raid was “an act of war” and broke the treaty."])
    #expect(found.map(\.line) == ["The minister | said | the raid was “an act of war” and broke the treaty"])
    #expect(found.first?.statement.quotation == .mixed)
  }

  // MARK: Clauses

  @Test func `clauses with and without a complementizer`() throws {
    #expect(try read("Berg said that the border was closed.") == ["Berg | said | that the border was closed"])
    #expect(
      try read("The minister said on Tuesday the border was closed.") == ["The minister | said | the border was closed"]
    )
  }

  @Test func `a clause keeps the subject that the parse gives to the cue`() throws {
    #expect(
      try read("A senior official said the union's chairman, Karim Diallo, would travel to both capitals next week.")
        == ["A senior official | said | the union's chairman, Karim Diallo, would travel to both capitals next week"])
  }

  @Test func `a past tense that the parse hangs on its subject has it as speaker`() throws {
    #expect(
      try read(
        """
        China, Pakistan's closest ally, called on the two nuclear-armed neighbours to settle their differences through \
        dialogue.
        """) == ["China, Pakistan's closest ally | called on | to settle their differences through dialogue"])
  }

  @Test func `conjoined contents are one statement each`() throws {
    #expect(
      try read("The minister said that the border was closed and that trade had stopped.") == [
        "The minister | said | that the border was closed", "The minister | said | that trade had stopped",
      ])
  }

  @Test func `a coordinated cue ends the content before it`() throws {
    #expect(
      try read("The minister confirmed that the letter had arrived but denied that it mentioned the border.") == [
        "The minister | confirmed | that the letter had arrived",
        "The minister | denied | that it mentioned the border",
      ])
  }

  @Test func `a cue may follow what it attributes, or stand in it`() throws {
    #expect(try read("The border is closed, officials said.") == ["officials | said | The border is closed"])
    #expect(
      try read("The border, the minister said, will remain closed.") == [
        "the minister | said | The border; will remain closed"
      ])
  }

  @Test func `participles share the speaker`() throws {
    #expect(
      try read("The minister rejected the plan, saying that it would divide the country.") == [
        "The minister | rejected | the plan", "The minister | saying | that it would divide the country",
      ])
  }

  // MARK: Other forms

  @Test func `infinitives leave the addressee out`() throws {
    #expect(try read("The council urged both armies to withdraw.") == ["The council | urged | to withdraw"])
    #expect(
      try read("The president called on the rebels to lay down their arms.") == [
        "The president | called on | to lay down their arms"
      ])
  }

  @Test func `objects of cues`() throws {
    #expect(
      try read("The envoy called for an immediate ceasefire.") == ["The envoy | called for | an immediate ceasefire"])
    #expect(
      try read("The ministry accused Ruritania of violating the treaty.") == [
        "The ministry | accused | of violating the treaty"
      ])
    #expect(
      try read("The president expressed concern over the fate of the prisoners.") == [
        "The president | expressed concern over | the fate of the prisoners"
      ])
  }

  @Test func `a passive without an agent has no speaker`() throws {
    #expect(
      try read("It was announced that the border would be opened.") == [
        "- | announced | that the border would be opened"
      ])
  }

  @Test func `what is expected of nobody is no statement`() throws {
    #expect(try read("The minister is expected to visit Oslo in May.").isEmpty)
  }

  // MARK: Accounts

  @Test func `an account names the speaker, or the relay of one who has a speaker`() throws {
    #expect(
      try read("The army lost two hundred men, according to a diplomat.") == [
        "a diplomat | according to | The army lost two hundred men"
      ])
    #expect(
      try read("The president said that the army was ready, according to officials.") == [
        "The president < officials | said | that the army was ready"
      ])
  }

  @Test func `who is quoted speaks, who quotes relays`() throws {
    #expect(
      try read("The minister was quoted as saying that the border was closed.") == [
        "The minister < - | quoted as saying | that the border was closed"
      ])
    #expect(
      try read("“The border is closed,” the radio quoted Berg as saying.") == [
        "Berg < the radio | saying | “The border is closed,”"
      ])
    #expect(
      try read("The news agency, citing a palace source, reported that the king would abdicate.") == [
        "a palace source < The news agency | reported | that the king would abdicate"
      ])
  }

  @Test func `a statement inside another names it`() throws {
    let found = try statements(["The minister said the rebels had told the envoy that they would disarm."])
    #expect(found.map(\.line).contains("the rebels | told | that they would disarm"))
    #expect(found.first { $0.line.hasPrefix("the rebels") }?.statement.within == 0)
  }

  // MARK: Acts

  @Test(arguments: [
    ("Berg denied that the army had crossed the river.", Act.deny),
    ("Berg warned that the dam would not hold.", .warn),
    ("Berg promised to release the prisoners.", .pledge),
    ("Berg said he hoped that the talks would succeed.", .hope),
    ("Berg said he was ready to meet the rebels.", .offer),
    ("Berg declined to comment on the report.", .decline),
    ("Berg asked whether the treaty was still in force.", .ask),
    ("Berg thanked the villagers for their help.", .thank),
  ])
  func `cues and what is said show the act`(sentence: String, act: Act) throws {
    #expect(try one(sentence).act == act)
  }

  @Test func `a negated cue negates the act`() throws {
    #expect(try one("Berg did not say that the war was over.").polarity == .negated)
  }

  @Test func `conditions stand apart from what depends on them`() throws {
    let found = try #require(try statements(["Berg said the army would withdraw if the shelling stopped."]).first)
    let condition = try #require(found.statement.conditions.first)
    #expect(found.story.doc.text(ofUTF8: condition.condition) == "the shelling stopped")
    #expect(found.story.doc.text(ofUTF8: condition.consequence) == "the army would withdraw")
  }
}

/// Texts that a reader has to survive.
struct StatementsRobustnessTests {
  /// A story whose words are tokens, all hanging on the first.
  private func flat(_ words: [String], isDeep: Bool = false) -> Story {
    var columns = Columns(text: words.joined(separator: " "))
    var at: Int32 = 0
    columns.labelNames = ["", "ROOT", "dep"]
    columns.lemmaNames = ["", "x", "say"]
    columns.tagNames = ["", "NN", "VBD"]
    for (index, word) in words.enumerated() {
      columns.starts.append(at)
      at += Int32(word.utf8.count)
      columns.ends.append(at)
      at += 1
      columns.spaceAfter.append(true)
      columns.isSentenceStart.append(index == 0)
      columns.isSpace.append(false)
      columns.tags.append(word == "said" ? 2 : 1)
      columns.pos.append(word == "said" ? .verb : .noun)
      columns.morphs.append(0)
      columns.lemmas.append(word == "said" ? 2 : 1)
      columns.heads.append(index == 0 ? 0 : isDeep ? Int32(index - 1) : 0)
      columns.labels.append(index == 0 ? 1 : 2)
    }
    var article = Article(text: columns.text)
    article.passages = [0..<columns.utf8.count]
    return Story(article: article, doc: Doc(columns))
  }

  @Test(.timeLimit(.minutes(1)), arguments: ["\"", "“", "”", "'", "‘", "``", "«", "(", "said", "\" said", "“ said ”"])
  func `repetition does no harm`(word: String) throws {
    let words = word.split(separator: " ").map(String.init)
    let story = flat((0..<200_000 / words.count).flatMap { _ in words })
    let reader = try ParsedStory.statementReader()
    _ = reader.statements(in: story)
  }

  @Test(.timeLimit(.minutes(1))) func `a deep tree does no harm`() throws {
    let story = flat((0..<2_500).flatMap { _ in ["said", "x"] }, isDeep: true)
    _ = try ParsedStory.statementReader().statements(in: story)
  }

  @Test func `an empty story has no statements`() throws {
    let story = Story(article: Article(text: ""), doc: Doc(Columns(text: "")))
    #expect(try ParsedStory.statementReader().statements(in: story).isEmpty)
  }
}

struct CuesTests {
  @Test func `the lexicon is large and loads`() throws {
    #expect(try ParsedStory.knowledge.get().cues.count >= 300)
  }

  @Test func `a row that cannot be used is named by its line`() {
    let row = "say\tv\tquote\tshout\t-\t.9\t-\n"
    #expect(throws: KnowledgeError.self) { try Cues(content: "# cues\n" + row) }
    do {
      _ = try Cues(content: "# cues\n" + row)
    } catch {
      #expect(error.line == 2)
      #expect(error.message.contains("shout"))
    }
  }
}
