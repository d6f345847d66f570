import Testing

@Suite("Events in all constructions", .enabled(if: ParsedStory.isPossible, "needs the language model: run make"))
struct EventConstructionsTests {
  @Test(arguments: [
    (
      "The Kenyan president's visit to Ethiopia on Tuesday was the first in a decade.",
      ["CONSULT visit, actual, KEN > ETH"]
    ),
    ("A visit to Ethiopia by Kenya's foreign minister ended on Tuesday.", ["CONSULT visit, actual, KEN > ETH"]),
    ("Talks between Peru and Chile ended without a result.", ["CONSULT, actual, CHL, PER > -"]),
    ("Turkish airstrikes on Syria killed six people.", ["ASSAULT aerial, actual, TUR > SYR"]),
    ("Israeli airstrikes on Lebanon continued overnight.", ["ASSAULT aerial, actual, ISR > LBN"]),
    ("The expulsion of two Czech diplomats by Russia angered Prague.", ["SANCTION expel, actual, RUS > CZE"]),
    ("Algeria's recognition of Kosovo surprised Serbia.", ["SUPPORT, actual, DZA > KOS"]),
    ("India's ban on rice exports to Nepal took effect on Friday.", ["SANCTION discontinue, actual, IND > NPL"]),
    ("Ghana's condemnation of the coup in Niger came within hours.", ["ACCUSE disapprove, actual, GHA > -"]),
    ("The withdrawal of French troops from Chad was completed on Monday.", ["RETREAT withdraw, actual, FRA > TCD"]),
    ("Rwanda's refusal to receive the Belgian envoy drew protests.", ["REJECT meet, actual, RWA > BEL"]),
    ("A meeting of the Greek and Turkish foreign ministers took place in Athens.", ["CONSULT, actual, GRC, TUR > -"]),
    ("The release of three Iranian sailors by Pakistan eased tensions.", ["RETREAT release, actual, PAK > IRN"]),
    ("The signing of a border treaty by Oman and Yemen was delayed.", ["SUPPORT, actual, OMN, YEM > -"]),
  ])
  func `nouns tell of events`(sentence: String, events: [String]) throws {
    #expect(try ToldEvents.of(sentence) == events)
  }

  @Test(arguments: [
    ("Norway's foreign minister paid a visit to Estonia on Friday.", ["CONSULT visit, actual, NOR > EST"]),
    ("Sudan issued a warning to Egypt over the dam.", ["THREATEN, actual, SDN > EGY"]),
    ("Bulgaria lodged a protest with Serbia over the remarks.", ["ACCUSE disapprove, actual, BGR > SRB"]),
    ("Jordan and Iraq held talks on water.", ["CONSULT, actual, IRQ, JOR > -"]),
    ("Pakistan carried out airstrikes against Afghanistan.", ["ASSAULT aerial, actual, PAK > AFG"]),
    ("Japan made a demand for an apology from China.", ["REQUEST yield, actual, JPN > CHN"]),
    ("Germany gave assurances to Ukraine that aid would continue.", ["AGREE, actual, DEU > UKR"]),
    ("Malaysia made a formal complaint to Singapore.", ["ACCUSE disapprove, actual, MYS > SGP"]),
    ("Qatar made an appeal to Hamas for the release of hostages.", ["REQUEST yield, actual, QAT > PSE"]),
  ])
  func `light verbs leave the event to their noun`(sentence: String, events: [String]) throws {
    #expect(try ToldEvents.of(sentence) == events)
  }

  @Test(arguments: [
    ("Mali was accused by Mauritania of shelling a border post.", ["ACCUSE allege, actual, MRT > MLI"]),
    ("Two Polish diplomats were expelled from Belarus on Thursday.", ["SANCTION expel, actual, BLR > POL"]),
    ("The treaty was signed by Angola and Zambia.", ["SUPPORT, actual, AGO, ZMB > -"]),
    ("Venezuela was warned by Guyana not to cross the river.", ["THREATEN, actual, GUY > VEN"]),
    ("Sanctions were imposed on Myanmar by Canada.", ["SANCTION discontinue, actual, CAN > MMR"]),
    ("Sanctions imposed by Canada on Myanmar took effect.", ["SANCTION discontinue, actual, CAN > MMR"]),
    ("Libya's oil minister was received by the Turkish president in Ankara.", ["CONSULT visit, actual, LBY > TUR"]),
    ("An invitation was extended to Cuba by Mexico.", ["AGREE, actual, MEX > CUB"]),
  ])
  func `passives`(sentence: String, events: [String]) throws {
    #expect(try ToldEvents.of(sentence) == events)
  }

  @Test(arguments: [
    (
      "Armenia, which accused Azerbaijan of attacking its post, recalled its envoy.",
      ["ACCUSE allege, actual, ARM > AZE", "SANCTION withdraw, actual, ARM > -"]
    ),
    ("Uganda, whose army invaded Congo in 1998, denied the charge.", ["ASSAULT, historical, UGA > COD"]),
  ])
  func `relative clauses`(sentence: String, events: [String]) throws {
    #expect(try ToldEvents.of(sentence) == events)
  }

  @Test(arguments: [
    (
      "Finland and Sweden condemned and expelled Russian diplomats.",
      ["ACCUSE disapprove, actual, FIN, SWE > RUS", "SANCTION expel, actual, FIN, SWE > RUS"]
    ),
    (
      "Italy recalled its ambassador from Egypt and suspended arms sales to Cairo.",
      ["SANCTION withdraw, actual, ITA > EGY", "SANCTION discontinue, actual, ITA > EGY"]
    ),
    (
      "Kenya warned Somalia and closed the border.",
      ["THREATEN, actual, KEN > SOM", "SANCTION discontinue, actual, KEN > SOM"]
    ),
    ("Spain criticized Argentina and Venezuela.", ["ACCUSE disapprove, actual, ESP > ARG, VEN"]),
    ("France, Germany and Britain urged Iran to release the sailors.", ["REQUEST yield, actual, DEU, FRA, GBR > IRN"]),
    (
      "Tunisia condemned the attack, recalled its envoy from Libya and asked the Arab League to meet.",
      ["ACCUSE disapprove, actual, TUN > -", "SANCTION withdraw, actual, TUN > LBY", "REQUEST meet, actual, TUN > IGO"]
    ),
  ])
  func `joined parties, verbs and objects`(sentence: String, events: [String]) throws {
    #expect(try ToldEvents.of(sentence) == events)
  }

  @Test(arguments: [
    ("Eritrea sent troops to Sudan to help the government fight rebels.", ["MOBILIZE troops, actual, ERI > SDN"]),
    ("The Dutch prime minister flew to Morocco to discuss migration.", ["CONSULT visit, actual, NLD > MAR"]),
    (
      "Chile recalled its ambassador to Israel to protest the bombing of Gaza.",
      ["SANCTION withdraw, actual, CHL > ISR"]
    ),
    ("Austria cut aid to Uganda to punish it for the law.", ["SANCTION discontinue, actual, AUT > UGA"]),
  ])
  func `clauses of purpose`(sentence: String, events: [String]) throws {
    #expect(try ToldEvents.of(sentence) == events)
  }

  @Test(arguments: [
    ("Bolivia's president said Chile had agreed to withdraw its troops.", ["CONCEDE, actual, CHL > -"]),
    ("Ethiopia accused Egypt of threatening to attack its dam.", ["ACCUSE allege, actual, ETH > EGY"]),
    ("The report says Iran supplied drones to Sudan.", ["AID, actual, IRN > SDN"]),
  ])
  func `events inside what is said, asked or blamed`(sentence: String, events: [String]) throws {
    #expect(try ToldEvents.of(sentence) == events)
  }

  @Test(arguments: [
    ("Peru expels Venezuelan envoy", ["SANCTION expel, actual, PER > VEN"]),
    ("Ghana to host Togo leader", ["AGREE, future, TGO > GHA"]),
    ("Iran tanker seized by Oman", ["COERCE seize, actual, OMN > IRN"]),
    ("Turkish minister to visit Greece", ["AGREE, future, TUR > GRC"]),
    ("Syria accuses Jordan of arming rebels", ["ACCUSE allege, actual, SYR > JOR"]),
    ("Serbia, Kosovo leaders meet in Brussels", ["CONSULT third-party, actual, KOS, SRB > -"]),
    ("Chad closes border with Sudan", ["SANCTION discontinue, actual, TCD > SDN"]),
    ("Two Russian diplomats expelled from Norway", ["SANCTION expel, actual, NOR > RUS"]),
    ("China hits back at Australia over spy claims", ["ACCUSE disapprove, actual, CHN > AUS"]),
    ("EU slaps sanctions on Belarus", ["SANCTION discontinue, actual, EUR > BLR"]),
    ("Saudi king, Egypt president hold phone talks", ["CONSULT phone, actual, EGY, SAU > -"]),
  ])
  func `headlines`(sentence: String, events: [String]) throws {
    #expect(try ToldEvents.of(sentence) == events)
  }

  @Test(arguments: [
    ("Brazil's president was on a visit to Angola on Monday.", ["CONSULT visit, actual, BRA > AGO"]),
    (
      "During a visit to Angola, Brazil's president praised the Angolan government.",
      ["CONSULT visit, actual, BRA > AGO", "SUPPORT, actual, BRA > AGO"]
    ),
    ("Poland placed sanctions on Belarus.", ["SANCTION discontinue, actual, POL > BLR"]),
    ("Vietnam and Laos reached an agreement on the border.", ["AGREE, actual, LAO, VNM > -"]),
    ("An agreement was reached between Vietnam and Laos.", ["AGREE, actual, LAO, VNM > -"]),
    ("Vietnam's agreement with Laos on the border surprised Thailand.", ["AGREE, actual, LAO, VNM > -"]),
    ("Denmark offered Iceland help after the eruption.", ["AGREE, actual, DNK > ISL"]),
    ("An attack by Rwandan troops on a Ugandan base left ten dead.", ["ASSAULT, actual, RWA > UGA"]),
    ("The killing of three Kenyan soldiers by Somali militants shocked Nairobi.", ["ASSAULT, actual, SOM > KEN"]),
  ])
  func `nouns and light verbs with their parties around them`(sentence: String, events: [String]) throws {
    #expect(try ToldEvents.of(sentence) == events)
  }

  @Test(arguments: [
    ("A Georgian spy was arrested by Armenian police.", ["COERCE arrest, actual, ARM > GEO"]),
    ("Estonia was promised new tanks by Finland.", ["AGREE, actual, FIN > EST"]),
  ])
  func `passives and relative clauses with other agents`(sentence: String, events: [String]) throws {
    #expect(try ToldEvents.of(sentence) == events)
  }

  @Test(arguments: [
    (
      "The foreign ministers of Egypt, Jordan and Iraq met in Cairo.",
      ["CONSULT multilateral, actual, EGY, IRQ, JOR > -"]
    ),
    (
      "Mexico closed its embassy in Nicaragua and expelled the Nicaraguan ambassador.",
      ["SANCTION discontinue, actual, MEX > NIC", "SANCTION expel, actual, MEX > NIC"]
    ),
    (
      "Laos criticized and later threatened Thailand.",
      ["ACCUSE disapprove, actual, LAO > THA", "THREATEN, actual, LAO > THA"]
    ),
    ("Both Laos and Thailand rejected the Chinese proposal.", ["REJECT, actual, LAO, THA > CHN"]),
    ("Neither Laos nor Thailand attacked Vietnam.", ["ASSAULT, negated, LAO, THA > VNM"]),
  ])
  func `joined parties, verbs and objects with more of them`(sentence: String, events: [String]) throws {
    #expect(try ToldEvents.of(sentence) == events)
  }

  @Test(arguments: [
    (
      "Laos withdrew its ambassador, accusing Thailand of spying.",
      ["SANCTION withdraw, actual, LAO > THA", "ACCUSE allege, actual, LAO > THA"]
    ),
    (
      "After meeting the Thai premier, the president of Laos flew to Vietnam.",
      ["CONSULT, actual, LAO, THA > -", "CONSULT visit, actual, LAO > VNM"]
    ),
    (
      "Before signing the treaty with Peru, Chile consulted Bolivia.",
      ["SUPPORT, actual, CHL, PER > -", "CONSULT, actual, BOL, CHL > -"]
    ),
    ("Laos used the summit to demand an apology from Thailand.", ["REQUEST yield, actual, LAO > THA"]),
  ])
  func `participles and clauses of time`(sentence: String, events: [String]) throws {
    #expect(try ToldEvents.of(sentence) == events)
  }

  @Test(arguments: [
    ("\"We will never forgive Thailand,\" the president of Laos said.", ["REJECT assist, actual, LAO > THA"]),
    (
      "Thailand's foreign minister said his country condemned the Laotian raid.",
      ["ACCUSE disapprove, actual, THA > LAO"]
    ),
    ("The United States urged both India and Pakistan to hold talks.", ["REQUEST meet, actual, USA > IND, PAK"]),
  ])
  func `what is said in the first person or by both`(sentence: String, events: [String]) throws {
    #expect(try ToldEvents.of(sentence) == events)
  }

  @Test(arguments: [
    ("Thailand rejects Laos protest", ["REJECT, actual, THA > LAO"]),
    ("UN chief urges Sudan to end fighting", ["REQUEST yield, actual, UNO > SDN"]),
    ("Russia to withdraw troops from Georgia", ["CONCEDE, actual, RUS > GEO"]),
    ("Gunmen kill Turkish envoy in Baghdad", ["ASSAULT targeted firearms, actual, - > TUR"]),
    ("Kuwait arrests five Iranians", ["COERCE arrest, actual, KWT > IRN"]),
    ("Moscow denies hacking Estonian ministry", ["COERCE cyber, negated, RUS > EST"]),
    ("US imposes new sanctions on Iran over missile test", ["SANCTION discontinue, actual, USA > IRN"]),
    ("Philippines protests Chinese ships", ["ACCUSE disapprove, actual, PHL > CHN"]),
  ])
  func `headlines with more of them`(sentence: String, events: [String]) throws {
    #expect(try ToldEvents.of(sentence) == events)
  }
}
