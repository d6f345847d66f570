internal import Knowledge
internal import Linguistics
internal import Record

/// Finds the noun phrases that speak of actors without naming them, and the names that they introduce.
///
/// The phrases are read off the tags, since they survive a wrong parse; the parse has a say in apposition.
struct PhraseFinder {
  let words: Words
  let nouns: ActorNouns
  let names: [Name]
  /// Which name covers each token, or -1.
  let owner: [Int32]
  let honorifics: [String: Sex?]

  private static let longest = 16

  /// All phrases, in text order of their nouns.
  func find() -> [NominalPhrase] {
    var phrases: [NominalPhrase] = []
    var i = 0
    while i < words.count {
      guard let (sense, count) = sense(at: i), let phrase = phrase(noun: i..<i + count, sense: sense) else {
        i += 1
        continue
      }
      phrases.append(phrase)
      i += count
    }
    return phrases
  }

  private func sense(at i: Int) -> (NominalPhrase.Sense, Int)? {
    guard owner[i] < 0 || names[Int(owner[i])].isAdjective == false else { return nil }
    if owner[i] >= 0 { return nil }
    let role = nouns.roles.longest(in: words.singular, from: i)
    let body = nouns.bodies.longest(in: words.lower, from: i) ?? nouns.bodies.longest(in: words.singular, from: i)
    if words.kinds[i].isPlural || nouns.collectives.longest(in: words.lower, from: i).map({ $0.count > 1 }) == true,
      let collective = nouns.collectives.longest(in: words.lower, from: i),
      isCounted(i) || (collective.value.parties == .country && role == nil && body == nil && words.lower[i] == "sides")
    {
      return (.collective(collective.value), collective.count)
    }
    if let role, role.count >= body?.count ?? 0 { return (.role(role.value), role.count) }
    if let body, !body.value.isNamedOnly { return (.body(body.value), body.count) }
    return nil
  }

  /// Whether "two", "three" or "both" stands shortly before token `i`.
  private func isCounted(_ i: Int) -> Bool {
    var at = i - 1
    while at >= 0, i - at <= 3,
      words.kinds[at] == .adjective || words.kinds[at] == .noun || words.kinds[at] == .number
        || words.lower[at] == "both"
    {
      if Self.number(words.lower[at]) != nil { return true }
      at -= 1
    }
    return false
  }

  static func number(_ word: String) -> Int? {
    switch word {
    case "two", "both", "2": 2
    case "three", "3": 3
    case "four", "4": 4
    case "five", "5": 5
    case "six", "6": 6
    default: nil
    }
  }

  private func phrase(noun: Range<Int>, sense: NominalPhrase.Sense) -> NominalPhrase? {
    let last = noun.upperBound - 1
    // "Secretary of State": the head stands before "of".
    var head = last
    for token in noun.dropFirst() where words.kinds[token] == .preposition {
      head = token - 1
      break
    }
    guard words.kinds[head].isNoun || words.isCapital[head] || noun.count > 1 else { return nil }
    let next = noun.upperBound
    var introduced = name(at: next)
    if next < words.count, introduced == nil {
      // "army chief", "government-backed", "chief sponsor": no head of a phrase.
      if words.kinds[next].isNoun, words.kinds[next] != .proper || !words.isCapital[next] { return nil }
      if words.kinds[next] == .hyphen, words.isJoined[next], noun.upperBound + 1 < words.count { return nil }
      if words.kinds[next] == .proper, owner[next] < 0, words.doc[head].label == "compound" { return nil }
    }
    if let body = sense.body, let name = introduced, body.type != .country, !names[name].isPerson,
      names[name].isAdjective
    {
      introduced = nil
    }
    var phrase = NominalPhrase(
      tokens: noun, noun: noun, head: head, sense: sense, isPlural: words.kinds[head].isPlural || isPlainPlural(sense),
      determiner: .none)
    readLeft(&phrase)
    if let introduced, names[introduced].isPerson, sense.role != nil, !words.kinds[head].isPlural {
      phrase.attached = introduced
      phrase.isTitle = true
      return phrase
    }
    if let introduced, introduces(introduced, phrase) {
      phrase.attached = introduced
      return phrase
    }
    readRight(&phrase)
    attach(&phrase)
    return phrase
  }

  /// "The newspaper Haaretz", "its armed wing": whether a noun for a body stands right before the name of one.
  private func introduces(_ index: Int, _ phrase: NominalPhrase) -> Bool {
    guard phrase.attached == nil, !phrase.isPlural, phrase.determiner != .indefinite,
      phrase.sense.body?.type == .organization || phrase.sense.body?.type == .group
    else { return false }
    switch names[index].referent {
    case .organization(let organization): return organization.type == .organization || organization.type == .group
    case .body(.organization, _), .body(.group, _): return true
    default: return false
    }
  }

  /// "Police", "troops": plural without a sign of it.
  private func isPlainPlural(_ sense: NominalPhrase.Sense) -> Bool {
    guard let body = sense.body else { return false }
    return body.type == .group || body.phrase == "police" || body.phrase == "authorities"
  }

  /// The name that begins at `token`, honorifics left aside.
  private func name(at token: Int) -> Int? {
    var token = token
    while token < words.count, words.isCapital[token], owner[token] < 0, !words.isBreak[token] {
      if honorifics[words.text[token]] != nil {
        token += 1
      } else if let role = nouns.roles.longest(in: words.singular, from: token) {
        token += role.count
      } else {
        break
      }
    }
    guard token < words.count, !words.isBreak[token], owner[token] >= 0,
      names[Int(owner[token])].tokens.lowerBound == token
    else { return nil }
    return Int(owner[token])
  }

  // MARK: - Left of the noun

  private func readLeft(_ phrase: inout NominalPhrase) {
    var start = phrase.noun.lowerBound
    var hasPossessor = false
    scan: while start > 0, phrase.noun.lowerBound - start < Self.longest, !words.isBreak[start] {
      let at = start - 1
      if isTime(at) { break }
      if owner[at] >= 0 {
        let index = Int(owner[at])
        let name = names[index]
        if name.isPerson, !hasPossessor { break }
        if hasPossessor, phrase.possessor == nil { phrase.possessor = at }
        if start == phrase.noun.lowerBound, !hasPossessor, isNamed(index, by: phrase.sense) { phrase.attached = index }
        phrase.modifiers.append(index)
        start = name.tokens.lowerBound
        if hasPossessor {
          // The possessor's own article and title: "the president's", "South Korea's".
          while start > 0, owner[start - 1] < 0, !words.isBreak[start],
            [.determiner, .adjective, .noun, .proper].contains(words.kinds[start - 1]), !isTime(start - 1)
          {
            start -= 1
            if words.kinds[start] == .determiner { break }
          }
          break
        }
        continue
      }
      switch words.kinds[at] {
      case .determiner:
        start = at
        if !hasPossessor { phrase.determiner = Self.determiner(words.lower[at]) }
        if words.lower[at] == "both" { phrase.count = 2 }
        if words.lower[at] == "the" || words.lower[at] == "all", at > 0, words.lower[at - 1] == "both" { continue }
        break scan
      case .possessivePronoun:
        start = at
        phrase.determiner = .possessivePronoun
        phrase.possessor = at
        break scan
      case .possessive:
        guard !hasPossessor else { break scan }
        hasPossessor = true
        phrase.determiner = .possessor
        start = at
      case .number:
        if let number = PhraseFinder.number(words.lower[at]) { phrase.count = number }
        start = at
      case .adjective, .noun, .pluralNoun, .proper, .pluralProper, .participle:
        if hasPossessor, phrase.possessor == nil { phrase.possessor = at }
        if words.kinds[at] == .participle, words.doc[at].label != "amod", words.doc[at].label != "compound" {
          break scan
        }
        if Self.isPast(words.lower[at]) { phrase.isPast = true }
        start = at
      case .hyphen where words.isJoined[at] && at > 0: start = at
      case .adverb
      where words.lower[at] == "then" || words.lower[at] == "newly" || words.lower[at] == "recently"
        || words.lower[at] == "most":
        if words.lower[at] == "then" { phrase.isPast = true }
        start = at
      case .preposition where words.lower[at] == "ex": start = at
      default:
        if Self.isPast(words.lower[at]), words.text[start] == "-" {
          phrase.isPast = true
          start = at
          continue
        }
        break scan
      }
    }
    while start < phrase.noun.lowerBound, words.kinds[start] == .hyphen || words.kinds[start] == .possessive {
      start += 1
    }
    phrase.tokens = start..<phrase.noun.upperBound
    for token in phrase.tokens where Self.isPast(words.lower[token]) && token < phrase.noun.lowerBound {
      phrase.isPast = true
    }
    if phrase.count == nil, phrase.tokens.contains(where: { words.lower[$0] == "both" }) { phrase.count = 2 }
  }

  private static func isPast(_ word: String) -> Bool {
    ["former", "ex", "then", "late", "deposed", "ousted", "erstwhile", "onetime", "outgoing", "ex-president"].contains(
      word)
      && word != "outgoing"
  }

  private static func determiner(_ word: String) -> NominalPhrase.Determiner {
    switch word {
    case "the", "both", "all": .definite
    case "this", "that", "these", "those": .demonstrative
    default: .indefinite
    }
  }

  private func isTime(_ i: Int) -> Bool {
    // "A 14-year-old boy" is no time.
    guard let entity = words.doc.entity(at: i), words.lower[entity.tokens.upperBound - 1] != "old" else { return false }
    return entity.label == "DATE" || entity.label == "TIME"
  }

  /// Whether a noun says what the name before it is: "the Anadolu agency", but not "the UN commission".
  private func isNamed(_ index: Int, by sense: NominalPhrase.Sense) -> Bool {
    guard let body = sense.body, body.type == .organization || body.type == .group else { return false }
    switch names[index].referent {
    case .body(.organization, _), .body(.group, _): return true
    case .organization(let organization): return body.sector != nil && body.sector == organization.sector
    default: return false
    }
  }

  // MARK: - Right of the noun

  private func readRight(_ phrase: inout NominalPhrase) {
    let at = phrase.noun.upperBound
    guard at < words.count, !words.isBreak[at] else { return }
    if case .collective = phrase.sense { return }
    let preposition = words.lower[at]
    let isAffiliation = ["of", "for", "from", "at", "with"].contains(preposition)
    guard isAffiliation || preposition == "to" || preposition == "in" else { return }
    if preposition == "to", words.kinds[min(at + 1, words.count - 1)] == .verb { return }
    // "thanked the president for his support", "told lawmakers at a session": what is done, not who it is.
    let next = min(at + 1, words.count - 1)
    if preposition != "of", words.kinds[next] == .possessivePronoun { return }
    if preposition == "at", ["a", "an"].contains(words.lower[next]) { return }
    var end = at + 1
    var complement: Int?
    var head: Int?
    while end < words.count, end - at <= 8, !words.isBreak[end] {
      if owner[end] >= 0 {
        complement = complement ?? Int(owner[end])
        end = names[Int(owner[end])].tokens.upperBound
        head = end - 1
        // "of Egypt's parliament"
        if end < words.count, words.kinds[end] == .possessive {
          end += 1
          continue
        }
        if end < words.count, words.kinds[end].isNoun { continue }
        break
      }
      if words.kinds[end] == .hyphen, words.isJoined[end], end + 1 < words.count, words.isJoined[end + 1] {
        end += 2
        head = end - 1
        if end < words.count, words.kinds[end].isNoun { continue }
        break
      }
      guard
        [.determiner, .adjective, .noun, .pluralNoun, .proper, .pluralProper, .possessivePronoun].contains(
          words.kinds[end]),
        !isTime(end)
      else { break }
      if words.kinds[end].isNoun {
        head = end
        if end + 1 >= words.count
          || !(words.kinds[end + 1].isNoun || words.kinds[end + 1] == .possessive || words.kinds[end + 1] == .hyphen)
        {
          end += 1
          break
        }
      }
      end += 1
    }
    guard let head, end > at + 1 else { return }
    if preposition == "in" || preposition == "to" || preposition == "with" {
      guard phrase.sense.role?.office != nil, complement != nil else { return }
    }
    phrase.tokens = phrase.tokens.lowerBound..<end
    if isAffiliation {
      phrase.complement = complement
      phrase.complementHead = head
    }
  }

  // MARK: - Apposition

  /// "Its leader, Jose Basulto," and "Seleshi Bekele, its water minister".
  private func attach(_ phrase: inout NominalPhrase) {
    guard phrase.attached == nil, !phrase.isPlural, phrase.determiner != .indefinite || phrase.sense.role != nil else {
      return
    }
    let wantsPerson = phrase.sense.role != nil
    let wantsPlace = phrase.sense.body?.type == .place
    func fits(_ index: Int, _ wantsPerson: Bool) -> Bool {
      switch names[index].referent {
      case .place, .state(_, .capital): wantsPlace
      case .person: wantsPerson
      case .organization, .body: !wantsPerson && !wantsPlace
      default: false
      }
    }
    if case .collective = phrase.sense { return }
    if phrase.sense.body?.type == .country { return }
    let end = phrase.tokens.upperBound
    if end + 1 < words.count, words.text[end] == ",", let index = name(at: end + 1), fits(index, wantsPerson) {
      let after = names[index].tokens.upperBound
      let isApposition = words.doc[names[index].head].label == "appos"
      // "Malaysia's prime minister, X said": the comma after the name is left out.
      let isSubject =
        after < words.count && words.kinds[after] == .verb && phrase.sense.role?.office != nil
        && (phrase.determiner == .possessor || phrase.determiner == .definite)
      if isApposition || isSubject || (after < words.count && isClosing(after) && !isList(after)) {
        phrase.attached = index
        return
      }
    }
    let start = phrase.tokens.lowerBound
    guard start >= 2, !words.isBreak[start], words.text[start - 1] == "," else { return }
    var before = start - 2
    // "Sen. Jesse Helms, R-N.C., the chief sponsor": a short aside stands between.
    if owner[before] < 0 || !fits(Int(owner[before]), wantsPerson) {
      var comma = before
      while comma > 0, before - comma < 5, words.text[comma] != "," { comma -= 1 }
      guard words.text[comma] == ",", comma > 0 else { return }
      before = comma - 1
    }
    guard owner[before] >= 0, fits(Int(owner[before]), wantsPerson) else { return }
    let isApposition = words.doc[phrase.head].label == "appos"
    guard isApposition || (end < words.count && isClosing(end)) || end >= words.count else { return }
    if phrase.determiner == .none, !isApposition, phrase.complement == nil { return }
    phrase.attached = Int(owner[before])
  }

  private func isClosing(_ i: Int) -> Bool {
    words.kinds[i] == .punctuation || words.kinds[i] == .space || words.lower[i] == "who" || words.lower[i] == "whose"
  }

  /// Whether ", and" follows: names in a row, no apposition.
  private func isList(_ i: Int) -> Bool {
    i + 1 < words.count && words.text[i] == "," && words.kinds[i + 1] == .conjunction
  }
}
