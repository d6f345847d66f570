import Testing

@Suite("Whether and when events take place", .enabled(if: ParsedStory.isPossible, "needs the language model: run make"))
struct EventStatusTests {
  @Test(arguments: [
    ("Kenya recalled its ambassador from Somalia.", ["SANCTION withdraw, actual, KEN > SOM"]),
    ("Kenya has recalled its ambassador from Somalia.", ["SANCTION withdraw, actual, KEN > SOM"]),
    ("Kenya is withdrawing its troops from Somalia.", ["RETREAT withdraw, actual, KEN > SOM"]),
  ])
  func `deeds done are actual`(sentence: String, events: [String]) throws {
    #expect(try ToldEvents.of(sentence) == events)
  }

  @Test(arguments: [
    ("Peru will send food to Haiti.", ["AGREE, actual, PER > HTI"]),
    ("Peru is to send food to Haiti next week.", ["AGREE, actual, PER > HTI"]),
    ("Peru is going to send food to Haiti.", ["AGREE, actual, PER > HTI"]),
    ("Peru plans to send food to Haiti.", ["AGREE, actual, PER > HTI"]),
    ("Peru said it would send food to Haiti.", ["AGREE, actual, PER > HTI"]),
    ("Peru promised to send food to Haiti.", ["AGREE, actual, PER > HTI"]),
    ("Peru agreed to recognize Kosovo.", ["AGREE, actual, PER > KOS"]),
    ("Turkey and Greece will hold joint exercises in May.", ["AGREE, actual, GRC, TUR > -"]),
  ])
  func `what is planned of cooperation is an agreement`(sentence: String, events: [String]) throws {
    #expect(try ToldEvents.of(sentence) == events)
  }

  @Test(arguments: [
    ("The leaders of Chad and Niger will meet on Friday.", ["AGREE, future, NER, TCD > -"]),
    ("The presidents of Chad and Niger are to meet in Paris next week.", ["AGREE, future, NER, TCD > -"]),
    ("Chad's president is due to visit Niger on Monday.", ["AGREE, future, TCD > NER"]),
    ("Chad's president is expected to visit Niger on Monday.", ["AGREE, future, TCD > NER"]),
    ("Talks between Chad and Niger are scheduled for Monday.", ["AGREE, future, NER, TCD > -"]),
    ("Chad's president will begin a visit to Niger on Monday.", ["AGREE, future, TCD > NER"]),
    ("Talks between Chad and Niger were put off to Friday.", ["AGREE, future, NER, TCD > -"]),
    ("Chad and Niger postponed talks until next week.", ["AGREE, future, NER, TCD > -"]),
    ("Chad and Niger postponed talks.", ["REJECT meet, actual, NER, TCD > -"]),
  ])
  func `meetings to come are agreements that lie ahead`(sentence: String, events: [String]) throws {
    #expect(try ToldEvents.of(sentence) == events)
  }

  @Test(arguments: [
    ("France will withdraw its troops from Chad.", ["CONCEDE, actual, FRA > TCD"]),
    ("France said it would withdraw its troops from Chad by June.", ["CONCEDE, actual, FRA > TCD"]),
    ("France announced the withdrawal of its troops from Chad.", ["CONCEDE, actual, FRA > TCD"]),
    ("France agreed to withdraw its troops from Chad.", ["CONCEDE, actual, FRA > TCD"]),
    ("Cuba will free two American prisoners.", ["CONCEDE, actual, CUB > USA"]),
    ("Cuba promised to release two American prisoners.", ["CONCEDE, actual, CUB > USA"]),
    ("Syria will lift the curfew in Homs on Monday.", ["CONCEDE, actual, SYR > SYR"]),
    ("Canada will ease sanctions on Cuba.", ["CONCEDE, actual, CAN > CUB"]),
  ])
  func `announced yielding is a concession`(sentence: String, events: [String]) throws {
    #expect(try ToldEvents.of(sentence) == events)
  }

  @Test(arguments: [
    ("Iran will attack Israel if it strikes again.", ["THREATEN violence, actual, IRN > ISR"]),
    ("Iran said it would attack Israel.", ["THREATEN violence, actual, IRN > ISR"]),
    ("Iran vowed to retaliate against Israel.", ["THREATEN, actual, IRN > ISR"]),
    ("Canada threatened to impose sanctions on Myanmar.", ["THREATEN relations, actual, CAN > MMR"]),
    ("Canada will impose sanctions on Myanmar.", ["SANCTION discontinue, future, CAN > MMR"]),
    ("Canada plans to impose sanctions on Myanmar.", ["THREATEN relations, actual, CAN > MMR"]),
  ])
  func `announced hostility is a threat`(sentence: String, events: [String]) throws {
    #expect(try ToldEvents.of(sentence) == events)
  }

  @Test(arguments: [
    ("Canada may impose sanctions on Myanmar.", ["SANCTION discontinue, hypothetical, CAN > MMR"]),
    ("Canada could attack Myanmar.", ["ASSAULT, hypothetical, CAN > MMR"]),
    ("Kenya might recall its ambassador from Somalia.", ["SANCTION withdraw, hypothetical, KEN > SOM"]),
    (
      "If Kenya recalls its ambassador from Somalia, trade will suffer.", ["SANCTION withdraw, hypothetical, KEN > SOM"]
    ),
    ("Kenya is considering sending troops to Haiti.", ["MOBILIZE troops, hypothetical, KEN > HTI"]),
    ("Kenya would have attacked Somalia.", ["ASSAULT, hypothetical, KEN > SOM"]),
    ("The foreign ministers of Peru and Chile hope to meet.", ["CONSULT multilateral, hypothetical, CHL, PER > -"]),
    (
      "The foreign ministers of Peru and Chile could meet next week.",
      ["CONSULT multilateral, hypothetical, CHL, PER > -"]
    ),
    (
      "The envoy of Peru has written letters expressing hope for a summit with Chile.",
      ["CONSULT, hypothetical, CHL, PER > -"]
    ),
    ("Peru wants to meet with Chile.", ["CONSULT, hypothetical, CHL, PER > -"]),
  ])
  func `what only might happen is hypothetical`(sentence: String, events: [String]) throws {
    #expect(try ToldEvents.of(sentence) == events)
  }

  @Test(arguments: [
    ("Kenya did not attack Somalia.", ["ASSAULT, negated, KEN > SOM"]),
    ("Kenya never attacked Somalia.", ["ASSAULT, negated, KEN > SOM"]),
    ("Kenya has not imposed sanctions on Somalia.", ["SANCTION discontinue, negated, KEN > SOM"]),
    ("Kenya denied attacking Somalia.", ["ASSAULT, negated, KEN > SOM"]),
    ("Kenya denied that it had attacked Somalia.", ["ASSAULT, negated, KEN > SOM"]),
    ("Kenya failed to send food to Somalia.", ["AID, negated, KEN > SOM"]),
    ("Kenya stopped short of recalling its ambassador from Somalia.", ["SANCTION withdraw, negated, KEN > SOM"]),
    ("There were no talks between Kenya and Somalia.", ["CONSULT, negated, KEN, SOM > -"]),
    ("Kenya left without meeting the Somali delegation.", ["CONSULT, negated, KEN, SOM > -"]),
    ("Kenya has yet to send food to Somalia.", ["AID, negated, KEN > SOM"]),
  ])
  func `what did not happen is negated`(sentence: String, events: [String]) throws {
    #expect(try ToldEvents.of(sentence) == events)
  }

  @Test(arguments: [
    ("Kenya refused to send food to Somalia.", ["REJECT assist, actual, KEN > SOM"]),
    ("Kenya will not meet Somalia.", ["REJECT meet, actual, KEN > SOM"]),
    ("Kenya said it would not recognize Kosovo.", ["REJECT, actual, KEN > KOS"]),
    ("Kenya will never withdraw from Somalia.", ["REJECT yield, actual, KEN > SOM"]),
  ])
  func `what somebody will not do is refused`(sentence: String, events: [String]) throws {
    #expect(try ToldEvents.of(sentence) == events)
  }

  @Test(arguments: [
    ("Kenya attacked Somalia in 1977.", ["ASSAULT, historical, KEN > SOM"]),
    ("Peru and Chile signed a treaty in 1929.", ["SUPPORT, historical, CHL, PER > -"]),
    ("Peru broke off relations with Chile during the 1879 war.", ["SANCTION discontinue, historical, PER > CHL"]),
    ("Past attacks by Kenya on Somalia killed dozens.", ["ASSAULT, historical, KEN > SOM"]),
    ("Two years ago, Peru expelled Chile's ambassador.", ["SANCTION expel, historical, PER > CHL"]),
    (
      "Peru, which expelled Chile's ambassador in 2009, apologized to Chile.",
      ["SANCTION expel, historical, PER > CHL", "CONCEDE, actual, PER > CHL"]
    ),
  ])
  func `what lies more than a month back is historical`(sentence: String, events: [String]) throws {
    #expect(try ToldEvents.of(sentence) == events)
  }

  @Test(arguments: [
    ("Peru urged Chile to withdraw its troops.", ["REQUEST yield, actual, PER > CHL"]),
    ("Peru called for talks with Chile.", ["REQUEST meet, actual, PER > CHL"]),
    (
      "Peru should withdraw its troops from Chile, Bolivia's foreign minister said.",
      ["REQUEST yield, actual, BOL > PER"]
    ),
  ])
  func `what is asked for has not happened`(sentence: String, events: [String]) throws {
    #expect(try ToldEvents.of(sentence) == events)
  }
}
