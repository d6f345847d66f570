import Testing

/// Golden articles in several house styles: every form in which news tells who said what.
@Suite(.enabled(if: ParsedStory.isPossible, "needs the language model: run make"))
struct StatementsFormsTests {
  /// - Parameter tagging: Whether the tagger is to find the same; it keeps a view of its own where it is not.
  private func expect(
    _ text: String, _ lines: [String], tagging: Bool = true, sourceLocation: SourceLocation = #_sourceLocation
  ) throws {
    for tags in tagging ? [false, true] : [false] {
      let found = try CodedStory.statements(text, tagging: tags)
      for (index, line) in lines.enumerated() {
        #expect(
          index < found.count && found[index] == line,
          "wanted \(line)\nfound \(index < found.count ? found[index] : "nothing")", sourceLocation: sourceLocation)
      }
      #expect(found.count == lines.count, "\(found.joined(separator: "\n"))", sourceLocation: sourceLocation)
    }
  }

  @Test func `an agency: joint speakers, continuations, the former, refusals, an echo`() throws {
    try expect(
      """
      Kenyan Foreign Minister Grace Wanjiru and her Somali counterpart, Abdi Warsame, agreed on Monday to reopen their embassies by the end of the month.

      Britain and Germany voiced concern over the delay.

      Wanjiru told reporters that the former would send an ambassador "within weeks" and that trade would resume.

      "We have lost two years," she said. "We will not lose a third."

      "The border is not a wall."

      She added that Kenya was ready to release the seized boats if Mogadishu paid the port fees. Warsame did not rule out a visit to Nairobi.

      He declined to comment on the seized boats.

      In a phone call with Wanjiru, Ethiopian Prime Minister Dawit Bekele welcomed the agreement. Uganda's foreign ministry made a similar remark.
      """,
      [
        #"0 Grace Wanjiru + Abdi Warsame | agree | to reopen their embassies by the end of the month"#,
        #"1 United Kingdom + Germany | warn | the delay"#,
        #"2 Grace Wanjiru | state, mixed | that the former would send an ambassador "within weeks""#,
        #"3 Grace Wanjiru | state | that trade would resume"#,
        #"4 Grace Wanjiru | state, direct | "We have lost two years,"; "We will not lose a third."; "The border is not a wall.""#,
        #"5 Grace Wanjiru | offer | that Kenya was ready to release the seized boats if Mogadishu paid the port fees | if Mogadishu paid the port fees"#,
        #"6 Abdi Warsame | reject, negated | a visit to Nairobi"#,
        #"7 Abdi Warsame | decline | to comment on the seized boats"#,
        #"8 Dawit Bekele | support > Grace Wanjiru | the agreement"#,
        #"9 Uganda's foreign ministry | support | a similar remark | as 8"#,
      ])
  }

  @Test func `relays of any depth, nearest first, and unnamed sources`() throws {
    try expect(
      """
      Iran will never negotiate under pressure, the semi-official Bamdad news agency reported on Sunday, citing a source in the foreign ministry.

      The state news agency said the minister, Reza Karimi, told it that inspections would continue only after the sanctions were lifted.

      Karimi was quoted by state television as saying that Iran's missile programme was "not negotiable".

      According to two European diplomats, Karimi said during the talks in Vienna that his country would cap enrichment in return for the release of frozen funds.

      The Wall Street Courier quoted American officials as saying that Israel had told Washington that it would not wait.

      A senior official who spoke on condition of anonymity said the offer was "on the table".

      "The prisoners are free," a Georgian mediator was quoted as saying by the Interpress agency, which cited Georgian officials.
      """,
      [
        #"0 source < *the semi-official Bamdad news agency* | state | Iran will never negotiate under pressure"#,
        #"1 *The state news agency* | state | the minister, Reza Karimi, told it that inspections would continue only after the sanctions were lifted | if the sanctions were lifted"#,
        #"2 Reza Karimi < *The state news agency* | state | that inspections would continue only after the sanctions were lifted | if the sanctions were lifted | in 1"#,
        #"3 Reza Karimi < *state television* | state, mixed | that Iran's missile programme was "not negotiable""#,
        #"4 Reza Karimi < *two European diplomats* | state | that his country would cap enrichment in return for the release of frozen funds | if the release of frozen funds"#,
        #"5 American officials < Wall Street Courier | state | that Israel had told Washington that it would not wait"#,
        #"6 Israel | reject > United States | that it would not wait | in 5"#,
        #"7 senior official | state, mixed | the offer was "on the table""#,
        #"8 Georgian mediator < Georgian officials < Interpress agency | state, direct | "The prisoners are free,""#,
      ])
  }

  @Test func `a ministry readout: thanks, condolences, a demand, a condition`() throws {
    try expect(
      """
      The Prime Minister spoke to President Moussa Diop of Senegal this afternoon.

      The Prime Minister thanked the President for his support for the peacekeeping mission and expressed his condolences for the victims of the ferry accident off Ziguinchor.

      The Prime Minister stressed that the United Kingdom must not be left alone to carry the cost. He urged Senegal to send two more battalions.

      The President said that his government would consider the request, but only if the Security Council renewed the mandate.

      The leaders agreed to stay in close contact.
      """,
      [
        #"0 Prime Minister | thank > Moussa Diop | the President for his support for the peacekeeping mission"#,
        #"1 Prime Minister | condole | the victims of the ferry accident off Ziguinchor"#,
        #"2 Prime Minister | demand | that the United Kingdom must not be left alone to carry the cost"#,
        #"3 Prime Minister | urge > Senegal | to send two more battalions"#,
        #"4 Moussa Diop | pledge | that his government would consider the request, but only if the Security Council renewed the mandate | if the Security Council renewed the mandate"#,
        #"5 Moussa Diop + Prime Minister | agree | to stay in close contact"#,
      ])
  }

  @Test func `a document that is all one word`() throws {
    try expect(
      """
      The below is attributable to Spokesperson Mark Ellery:

      Deputy Secretary Anna Lindqvist spoke today with Zambian Foreign Minister Joseph Mwale. The Deputy Secretary congratulated him on the peaceful vote.

      She called for the immediate release of those detained.

      The Foreign Minister assured the Deputy Secretary that the courts would decide freely.
      """,
      [
        #"0 Mark Ellery | announce, direct | Deputy Secretary Anna Lindqvist spoke today with Zambian Foreign Minister Joseph Mwale. The Deputy Secretary congratulated him on the peaceful vote; She called for the immediate release of those detained; The Foreign Minister assured the Deputy Secretary that the courts would decide freely"#,
        #"1 Anna Lindqvist | congratulate > Joseph Mwale | him on the peaceful vote | in 0"#,
        #"2 Anna Lindqvist | urge | the immediate release of those detained | in 0"#,
        #"3 Joseph Mwale | pledge > Anna Lindqvist | that the courts would decide freely | in 0"#,
      ])
  }

  @Test func `a transcript: turns, questions, the first person outside quotations`() throws {
    try expect(
      """
      MR. HALVERSON: Good afternoon, everyone. I have one announcement. We welcome the decision of the Government of Peru to extend the truce.

      QUESTION: Has the Secretary been in touch with the Peruvian president?

      MR. HALVERSON: The Secretary spoke with President Quispe this morning. She told him that we stand ready to send observers.

      QUESTION: And will you lift the embargo?

      MR. HALVERSON: We have made clear that any change depends on the conduct of the army.
      """,
      [
        #"0 HALVERSON | state, direct | Good afternoon, everyone. I have one announcement. We welcome the decision of the Government of Peru to extend the truce"#,
        #"1 HALVERSON | support | the decision of the Government of Peru to extend the truce | in 0"#,
        #"2 *QUESTION* | ask, direct | Has the Secretary been in touch with the Peruvian president?"#,
        #"3 HALVERSON | answer, direct | The Secretary spoke with President Quispe this morning. She told him that we stand ready to send observers"#,
        #"4 *QUESTION* | ask, direct | And will you lift the embargo?"#,
        #"5 HALVERSON | answer, direct | We have made clear that any change depends on the conduct of the army | if the conduct of the army"#,
        #"6 HALVERSON | reaffirm | that any change depends on the conduct of the army | if the conduct of the army | in 5"#,
      ])
  }

  @Test func `state media: a statement over paragraphs, a condition without if`() throws {
    try expect(
      """
      Foreign Ministry denounces provocation

      A spokesman for the Ministry of Foreign Affairs issued a statement on Saturday denouncing the United States for its "reckless" naval drills.

      The statement said:

      "The warmongers have again crossed the line.

      "Our army is watching every move of theirs. It will deal a merciless blow should a single shell fall on our soil.

      "The so-called 'dialogue' of theirs is a trick."

      The statement warned that the drills "will bring nothing but ruin" and demanded that Washington stop them at once.

      The leader of the country said that he would never give up the weapons unless the United States withdrew its troops.
      """,
      [
        #"0 Foreign Ministry | criticize | provocation"#,
        #"1 spokesman for the Ministry of Foreign Affairs | criticize, mixed | the United States for its "reckless" naval drills"#,
        #"2 spokesman for the Ministry of Foreign Affairs | state, direct | "The warmongers have again crossed the line.; "Our army is watching every move of theirs. It will deal a merciless blow should a single shell fall on our soil.; "The so-called 'dialogue' of theirs is a trick.""#,
        #"3 spokesman for the Ministry of Foreign Affairs | warn, mixed | that the drills "will bring nothing but ruin""#,
        #"4 spokesman for the Ministry of Foreign Affairs | demand | that Washington stop them at once"#,
        #"5 leader of the country | reject | that he would never give up the weapons unless the United States withdrew its troops | if the United States withdrew its troops"#,
      ],
      // The tagger ends the quotation's last content before its full stop.
      tagging: false)
  }

  @Test func `marks of every kind, and a headline that names its speaker`() throws {
    try expect(
      """
      Minister: No troops to Mali

      PARIS — Denmark will send no more troops to Mali, Defence Minister Lars Holm said on Tuesday at a meeting in Paris. “We have done our part,” he said, “and others must now do theirs.”

      Holm’s French colleague, Claire Aubry, replied: “We hear that. But a promise is a promise”.

      «La porte reste ouverte,» she said, “but not for ever.” The so-called “coalition of the willing” was born in a “spirit of friendship”.

      Aubry said Holm had told her that Denmark “regretted nothing”. ‘He didn’t even blink,’ she said. ‘It’s Denmark’s choice, not ours.’

      She would not say when the last soldiers would go home.

      “What he told me was this: ‘We are tired.’ I believe him,” she said.
      """,
      [
        #"0 Minister | state | No troops to Mali"#,
        #"1 Lars Holm | reject | Denmark will send no more troops to Mali"#,
        #"2 Lars Holm | state, direct | “We have done our part,”; “and others must now do theirs.”"#,
        #"3 Claire Aubry | answer, direct | “We hear that. But a promise is a promise”"#,
        #"4 Claire Aubry | state, direct | «La porte reste ouverte,»; “but not for ever.”"#,
        #"5 Claire Aubry | state, mixed | Holm had told her that Denmark “regretted nothing”"#,
        #"6 Lars Holm | state, mixed > Claire Aubry | that Denmark “regretted nothing” | in 5"#,
        #"7 Claire Aubry | state, direct | ‘He didn’t even blink,’; ‘It’s Denmark’s choice, not ours.’"#,
        #"8 Claire Aubry | decline | when the last soldiers would go home"#,
        #"9 Claire Aubry | state, direct | “What he told me was this: ‘We are tired.’ I believe him,”"#,
      ])
  }

  @Test func `a newspaper: the first person of the reporter, a report as relay, as long as`() throws {
    try expect(
      """
      According to a confidential report seen by this newspaper, the African Union's envoy, Salim Odhiambo, warned both presidents in April that "patience is running out".

      I asked the envoy what he meant. "I meant what I wrote," he said. "Nothing more."

      A Western diplomat, speaking on condition of anonymity, said the talks would go on as long as the donors paid. The minister of petroleum did not respond to a request for comment.
      """,
      [
        #"0 Salim Odhiambo < *a confidential report seen by this newspaper* | warn, mixed | that "patience is running out""#,
        #"1 *I* | ask > Salim Odhiambo | what he meant"#,
        #"2 Salim Odhiambo | state, direct | "I meant what I wrote,"; "Nothing more.""#,
        #"3 Western diplomat | state | the talks would go on as long as the donors paid | if the donors paid"#,
        #"4 minister of petroleum | decline | a request for comment"#,
      ],
      // The tagger keeps the report's own statement around the envoy's.
      tagging: false)
  }

  @Test func `a union and its neighbours: addressees, speech within speech, threats under a condition`() throws {
    try expect(
      """
      The European Union on Thursday urged Armenia and Azerbaijan to refrain from violence and to return to the negotiating table.

      "There can be no military solution," EU foreign policy chief Ingrid Solberg said in a statement, adding that the bloc "stands ready" to mediate.

      Armenian Prime Minister Tigran Hakobyan accused Baku of shelling villages. Azerbaijan's defence ministry denied shelling civilians and said its forces had only returned fire.

      Hakobyan also said that he had told Russian President Vladimir Putin in a phone call on Wednesday that Armenia would ask for help if the attacks continued. Putin, for his part, expressed hope that the ceasefire would hold, the Kremlin said.

      Baku rejected the call for talks, saying that it would not negotiate "at gunpoint". It threatened to close the border unless the shelling stopped.
      """,
      [
        #"0 European Union | urge > Armenia, Azerbaijan | to refrain from violence and to return to the negotiating table"#,
        #"1 Ingrid Solberg | state, direct | "There can be no military solution,""#,
        #"2 Ingrid Solberg | state, mixed | that the bloc "stands ready" to mediate"#,
        #"3 Tigran Hakobyan | accuse > Azerbaijan | of shelling villages"#,
        #"4 Azerbaijan's defence ministry | deny | shelling civilians"#,
        #"5 Azerbaijan's defence ministry | state | its forces had only returned fire"#,
        #"6 Tigran Hakobyan | state | that he had told Russian President Vladimir Putin in a phone call on Wednesday that Armenia would ask for help if the attacks continued | if the attacks continued"#,
        #"7 Tigran Hakobyan | pledge > Vladimir Putin | that Armenia would ask for help if the attacks continued | if the attacks continued | in 6"#,
        #"8 Russia | state | Putin, for his part, expressed hope that the ceasefire would hold"#,
        #"9 Vladimir Putin < Russia | hope | that the ceasefire would hold | in 8"#,
        #"10 Azerbaijan | reject | the call for talks"#,
        #"11 Azerbaijan | reject, mixed | that it would not negotiate "at gunpoint""#,
        #"12 Azerbaijan | threaten | to close the border unless the shelling stopped | if the shelling stopped"#,
      ])
  }

  @Test func `denials and conditions around a cue, and what officials of two countries say`() throws {
    try expect(
      """
      Turkish and Greek officials said Monday they would resume talks, but Ankara denied that it had offered concessions.

      Turkish Foreign Minister Kemal Aydin did not say that the ship would leave.

      "If Greece wants peace," Aydin said, "it must stop. If it wants war, we are ready."

      Greek government spokeswoman Eleni Markou rejected the accusation. "This is nonsense," she said in Athens. The spokeswoman continued: "Mr. Aydin knows it."

      Markou refused to say whether the navy had been put on alert.
      """,
      [
        #"0 Turkey + Greece | pledge | they would resume talks"#,
        #"1 Turkey | deny | that it had offered concessions"#,
        #"2 Kemal Aydin | state, negated | that the ship would leave"#,
        #"3 Kemal Aydin | state, direct | "If Greece wants peace,"; "it must stop. If it wants war, we are ready." | if Greece wants peace | if it wants war"#,
        #"4 Eleni Markou | reject | the accusation"#,
        #"5 Eleni Markou | state, direct | "This is nonsense,""#,
        #"6 Eleni Markou | state, direct | "Mr. Aydin knows it.""#,
        #"7 Eleni Markou | decline | to say whether the navy had been put on alert"#,
      ],
      // The tagger has "whether …" without "to say" for what is declined.
      tagging: false)
  }

  @Test func `chinese wording: willingness, appreciation, on the condition that`() throws {
    try expect(
      """
      Chinese President Wei Guoqiang and Lao President Bounmy Sisavath on Friday pledged to deepen cooperation on railways.

      Wei said China appreciates Laos' adherence to the one-China principle, and is willing to expand imports of farm goods.

      They agreed that a joint committee should meet every year, on the condition that both parliaments approve the budget.
      """,
      [
        #"0 Wei Guoqiang + Bounmy Sisavath | pledge | to deepen cooperation on railways"#,
        #"1 Wei Guoqiang | appreciate | China appreciates Laos' adherence to the one-China principle, and is willing to expand imports of farm goods"#,
        #"2 Wei Guoqiang + Bounmy Sisavath | agree | that a joint committee should meet every year, on the condition that both parliaments approve the budget | if both parliaments approve the budget"#,
      ])
  }

  @Test func `what was told is told on, and a mediator who comes after his words`() throws {
    try expect(
      """
      Colombian peace envoy Luis Cardenas said Tuesday that rebel commanders had told him they accepted a truce, the newspaper El Faro reported, citing people familiar with the matter.

      Venezuela's government, through its ambassador to Colombia, offered to host a second round of talks. Cuba did the same.

      Cardenas said the truce would begin only after the hostages were freed.

      President Andres Mejia warned on Monday that the army would resume operations unless the rebels freed the hostages. He later told lawmakers at a closed session in Cartagena that he was "not optimistic", a participant said.

      Asked about the report, a spokesman for the rebels said: "No comment."
      """,
      [
        #"0 *people familiar with the matter* < El Faro | state | Colombian peace envoy Luis Cardenas said Tuesday that rebel commanders had told him they accepted a truce"#,
        #"1 Luis Cardenas < *people familiar with the matter* < El Faro | state | that rebel commanders had told him they accepted a truce | in 0"#,
        #"2 rebel commanders | agree > Luis Cardenas | they accepted a truce | in 1"#,
        #"3 Venezuela | offer | to host a second round of talks"#,
        #"4 Cuba | offer | the same | as 3"#,
        #"5 Luis Cardenas | state | the truce would begin only after the hostages were freed | if the hostages were freed"#,
        #"6 Andres Mejia | warn | that the army would resume operations unless the rebels freed the hostages | if the rebels freed the hostages"#,
        #"7 *a participant* | state, mixed | He later told lawmakers at a closed session in Cartagena that he was "not optimistic""#,
        #"8 Andres Mejia < *a participant* | state, mixed > lawmakers | that he was "not optimistic" | in 7"#,
        #"9 spokesman for the rebels | decline, direct | "No comment.""#,
      ])
  }

  @Test func `ministers of two countries, lists of speakers, assurances and thanks`() throws {
    try expect(
      """
      Poland's and Ukraine's agriculture ministers said they had settled the row over grain.

      "We shook hands on it," Polish minister Adam Zielinski and his Ukrainian counterpart Olena Bondar said in a joint statement.

      Hungary, Slovakia and Romania condemned the deal. Bucharest said it had been "neither consulted nor informed" and asked the Commission to explain itself.

      "Polish farmers will be protected," Zielinski assured the farmers' unions.

      Both ministers refused to disclose the price. A second Polish official, who asked not to be named, said the deal "depends on Brussels".
      """,
      [
        #"0 Poland + Ukraine | state | they had settled the row over grain"#,
        #"1 Adam Zielinski + Olena Bondar | state, direct | "We shook hands on it,""#,
        #"2 Hungary + Slovakia + Romania | criticize | the deal"#,
        #"3 Romania | state, mixed | it had been "neither consulted nor informed""#,
        #"4 Romania | request > Commission | to explain itself"#,
        #"5 Adam Zielinski | pledge, direct > farmers' unions | "Polish farmers will be protected,""#,
        #"6 Adam Zielinski + Olena Bondar | decline | to disclose the price"#,
        #"7 second Polish official | state, mixed | the deal "depends on Brussels" | if Brussels"#,
      ])
  }
}
