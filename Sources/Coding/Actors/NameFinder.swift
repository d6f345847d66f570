internal import Knowledge
internal import Linguistics
internal import Record

/// Finds the names in a document: what the model's entities, the knowledge base, titles and the shape of words say together.
///
/// Linear in the number of tokens: every look-up takes in a bounded window.
struct NameFinder {
  let words: Words
  let knowledge: Knowledge
  /// The longest title or noun for a person that begins at each token, as the number of tokens, 0 where there is none.
  let roles: [RoleMatch?]

  /// A noun for a person, found at a token.
  struct RoleMatch {
    let role: ActorNouns.Role
    let count: Int
  }

  /// Which name covers each token, an index into `names`, or -1.
  var owner: [Int32]
  var names: [Name] = []
  /// Role matches by their last token.
  private let roleEnding: [Int32]
  /// The longest known name that begins at each token.
  private(set) var known: [Name?] = []
  /// Towns that the text puts elsewhere than where their namesakes lie: "Athens, Ga."
  private var namesakes: [String: Place] = [:]
  /// The states that the text names or whose adjectives it has.
  private var statesNamed: Set<String> = []

  static let longest = 10

  init(words: Words, knowledge: Knowledge) {
    self.words = words
    self.knowledge = knowledge
    owner = Array(repeating: -1, count: words.count)
    var roles: [RoleMatch?] = Array(repeating: nil, count: words.count)
    var roleEnding: [Int32] = Array(repeating: -1, count: words.count)
    for i in 0..<words.count {
      guard let match = knowledge.nouns.roles.longest(in: words.singular, from: i) else { continue }
      let end = i + match.count - 1
      guard words.kinds[end].isNoun || words.isCapital[end] || match.count > 1 || words.kinds[end] == .other else {
        continue
      }
      roles[i] = RoleMatch(role: match.value, count: match.count)
      if roleEnding[end] < 0 { roleEnding[end] = Int32(i) }
    }
    self.roles = roles
    self.roleEnding = roleEnding
    known = (0..<words.count).map { knownName(from: $0) }
    moveNamesakes()
    for name in known { if let state = name?.state { statesNamed.insert(state) } }
  }

  /// Finds all names, in text order.
  mutating func find() -> [Name] {
    findPeople()
    findKnown()
    findOthers()
    repairPeople()
    agree()
    findAbbreviations()
    repeatNames()
    findShorthands()
    let order = names.indices.sorted { names[$0].tokens.lowerBound < names[$1].tokens.lowerBound }
    return order.map { names[$0] }.filter { !$0.tokens.isEmpty }
  }

  mutating func add(_ tokens: Range<Int>, _ referent: Name.Referent) {
    guard !tokens.isEmpty else { return }
    for token in tokens where owner[token] >= 0 {
      names[Int(owner[token])].tokens = tokens.lowerBound..<tokens.lowerBound
    }
    let index = Int32(names.count)
    for token in tokens { owner[token] = index }
    names.append(Name(tokens: tokens, head: head(of: tokens), referent: referent))
  }

  /// The last of the tokens whose head lies outside.
  private func head(of tokens: Range<Int>) -> Int {
    for token in tokens.reversed() {
      let head = words.doc[token].head.index
      if (head == token || !tokens.contains(head)) && words.kinds[token] != .hyphen { return token }
    }
    return tokens.upperBound - 1
  }

  func isFree(_ tokens: Range<Int>) -> Bool { tokens.allSatisfy { owner[$0] < 0 } }

  // MARK: - People

  private mutating func findPeople() {
    for entity in words.doc.entities {
      if entity.label == "PERSON" {
        if let tokens = person(from: entity.tokens), isFree(tokens) { add(tokens, .person) }
      } else if let tokens = mistakenPerson(entity), isFree(tokens) {
        add(tokens, .person)
      }
    }
    for i in 1..<max(words.count, 1) {
      if let tokens = apposedPerson(at: i), isFree(tokens) { add(tokens, .person) }
      guard words.isCapital[i] || knowledge.nameWords.particles.contains(words.lower[i]), owner[i] < 0, isTitled(i)
      else {
        continue
      }
      let tokens = i..<personEnd(from: i, atLeast: i + 1)
      guard words.isCapital[tokens.upperBound - 1], isFree(tokens), !isTime(i), isNameLike(tokens) else { continue }
      add(tokens, .person)
    }
  }

  /// The name in "the party's leader, Anna Berg,": what follows the comma, whatever the model took it for.
  private func apposedPerson(at i: Int) -> Range<Int>? {
    guard i > 1, words.text[i - 1] == ",", words.isCapital[i], roleEnding[i - 2] >= 0, !words.kinds[i - 2].isPlural,
      let match = roles[Int(roleEnding[i - 2])], match.role.office != nil || match.role.phrase == "leader",
      roles[i] == nil, known[i] == nil, words.kinds[i] == .proper
    else { return nil }
    let end = personEnd(from: i, atLeast: i + 1)
    guard end - i > 1, end - i <= 5, end < words.count, words.text[end] == "," || words.text[end] == ".",
      knowledge.nouns.bodies.longest(in: words.lower, from: end - 1) == nil
    else { return nil }
    return i..<end
  }

  /// Whether a title stands right before token `i`: "President", "Mr.".
  func isTitled(_ i: Int) -> Bool {
    guard i > 0, words.kinds[i - 1] != .space, !words.isBreak[i] else { return false }
    if isHonorific(i - 1), i > 1 || words.lower[i - 1] != "may" { return true }
    let start = roleEnding[i - 1]
    guard start >= 0, let match = roles[Int(start)] else { return false }
    guard !words.kinds[i - 1].isPlural, words.kinds[i].isNoun || words.kinds[i] == .adjective else { return false }
    // "leader Kim Jong-un", but not "source Reuters": small-letter titles want a proper noun that is no other name.
    if words.isCapital[i - 1] { return known[i].map { $0.tokens.count > 1 } != true }
    return match.role.office != nil || match.role.phrase == "leader" ? known[i] == nil && !isBodyLike(i) : false
  }

  /// Whether the model takes the token for (part of) a body.
  private func isBodyLike(_ i: Int) -> Bool {
    guard let entity = words.doc.entity(at: i) else { return words.kinds[i] != .proper }
    return ["ORG", "GPE", "NORP", "FAC", "LOC", "EVENT", "PRODUCT", "LAW"].contains(entity.label)
  }

  func isHonorific(_ i: Int) -> Bool {
    words.isCapital[i] && knowledge.nameWords.honorifics[words.text[i]] != nil
  }

  func isTime(_ i: Int) -> Bool {
    guard let entity = words.doc.entity(at: i) else { return false }
    return entity.label == "DATE" || entity.label == "TIME"
  }

  /// The person's name within an entity of the model's, without titles before and possessives after it.
  private func person(from tokens: Range<Int>) -> Range<Int>? {
    var start = tokens.lowerBound
    var end = tokens.upperBound
    if let space = tokens.first(where: { words.kinds[$0] == .space }) { end = space }
    while start < end {
      if let match = roles[start], start + match.count < end {
        start += match.count
      } else if isHonorific(start) || words.kinds[start] == .determiner {
        start += 1
      } else if let name = known[start], name.isAdjective, name.tokens.upperBound < end {
        start = name.tokens.upperBound
      } else {
        break
      }
    }
    while end > start,
      words.kinds[end - 1] == .possessive || !hasLetters(words.text[end - 1]) || isTime(end - 1) || isLabel(end - 1)
    {
      if words.text[end - 1] == "-", end < words.count, words.isJoined[end - 1], words.isJoined[end] { break }
      end -= 1
    }
    guard start < end, words.isCapital[start] || knowledge.nameWords.particles.contains(words.lower[start]) else {
      return nil
    }
    let isSure = isTitled(start) || (end - start > 1 && knowledge.givenNames.sex(of: words.text[start]) != nil)
    if !isSure, isAcronym(end - 1) || hasDigits(words.text[end - 1]) { return nil }
    // A title alone, or a known name of something else.
    if let match = roles[start], start + match.count >= end { return nil }
    if let name = known[start], name.tokens.upperBound >= end, !isTitled(start) { return nil }
    if let last = knowledge.nouns.bodies.longest(in: words.lower, from: end - 1)?.value,
      last.type != .country || end - start == 1, !isSure
    {
      return nil
    }
    end = personEnd(from: start, atLeast: end)
    // "Atal Behari Vajpayee" of which the model took the last two.
    while start > 0, owner[start - 1] < 0, words.isCapital[start - 1], words.kinds[start - 1] == .proper,
      !words.isBreak[start], roleEnding[start - 1] < 0, roles[start - 1] == nil, !isHonorific(start - 1),
      !isTime(start - 1),
      words.doc.entity(at: start - 1).map({ $0.label == "PERSON" }) ?? true, known[start - 1] == nil,
      words.doc[start - 1].label == "compound", end - start < 4
    {
      start -= 1
    }
    return start..<end
  }

  /// Where the name of a person that begins at `start` ends.
  private func personEnd(from start: Int, atLeast least: Int) -> Int {
    var end = least
    while end < words.count, end - start < Self.longest, !words.isBreak[end] {
      let word = words.text[end]
      if word == "-", words.isJoined[end], end + 1 < words.count, words.isJoined[end + 1] {
        // "al-Mahdi", "Jean-Claude", "Jong-un"; but not "Moscow-based".
        let isAsian =
          end - start == 2 && (knowledge.nameWords.familiesFirst.contains(words.text[start]))
          && words.text[end + 1].utf8.count <= 6
        guard words.isCapital[end + 1] || knowledge.nameWords.particles.contains(words.lower[end + 1]) || isAsian else {
          break
        }
        end += 2
        continue
      }
      guard words.kinds[end] != .space, words.kinds[end] != .possessive, !isTime(end), !isLabel(end) else { break }
      if end > start, words.text[end - 1] == "-" {
        // The model may have cut the name at a hyphen.
        end += 1
        continue
      }
      if words.isCapital[end], words.kinds[end].isNoun || words.kinds[end] == .adjective || words.kinds[end] == .other {
        if roles[end] != nil || (known[end].map { !$0.isPerson } ?? false) { break }
        if let entity = words.doc.entity(at: end), entity.tokens.lowerBound == end, entity.label != "PERSON" { break }
        end += 1
        continue
      }
      if knowledge.nameWords.particles.contains(word), word != "e", word != "y", end + 1 < words.count,
        words.isCapital[end + 1] || (words.text[end + 1] == "-" && words.isJoined[end + 1])
          || (knowledge.nameWords.particles.contains(words.text[end + 1]) && end + 2 < words.count
            && words.isCapital[end + 2]),
        !isTime(end + 1)
      {
        end += words.text[end + 1] == "-" ? 2 : 1
        continue
      }
      break
    }
    while end > least, !words.isCapital[end - 1], !(end >= 2 && words.text[end - 2] == "-") { end -= 1 }
    return min(end, words.count)
  }

  private func isNameLike(_ tokens: Range<Int>) -> Bool {
    guard let first = tokens.first, roles[first] == nil || tokens.count > 1 else { return false }
    return tokens.contains { words.kinds[$0] == .proper || words.kinds[$0] == .pluralProper }
  }

  private func hasLetters(_ word: String) -> Bool { word.unicodeScalars.contains { $0.properties.isAlphabetic } }

  // MARK: - What the knowledge base knows

  private mutating func findKnown() {
    var i = 0
    while i < words.count {
      guard let name = known[i] else {
        i += 1
        continue
      }
      if accepts(name) {
        add(name.tokens, name.referent)
        i = name.tokens.upperBound
      } else {
        i += 1
      }
    }
  }

  /// Whether a known name stands for itself here, and is no part of a longer name.
  private func accepts(_ name: Name) -> Bool {
    let tokens = name.tokens
    // "NZ$ 26 million": a currency.
    if tokens.upperBound < words.count, words.text[tokens.upperBound].hasPrefix("$") { return false }
    if let person = tokens.first(where: { owner[$0] >= 0 }).map({ names[Int(owner[$0])] }) {
      return person.tokens.count < tokens.count
    }
    // "Bank of China", "the Washington Post": the model's longer entity is another thing.
    guard let entity = words.doc.entity(at: tokens.lowerBound), entity.tokens.count > tokens.count else { return true }
    let trimmed = trim(entity.tokens)
    guard trimmed.lowerBound <= tokens.lowerBound, trimmed.upperBound >= tokens.upperBound, trimmed.count > tokens.count
    else { return true }
    switch entity.label {
    case "ORG", "FAC", "EVENT", "LAW", "WORK_OF_ART", "PRODUCT":
      if name.isAdjective, tokens.lowerBound == trimmed.lowerBound {
        // "Turkish Foreign Ministry" is the ministry's name; "Turkish Prime Minister" is not.
        return roles[tokens.upperBound] != nil
      }
      let following = tokens.upperBound
      return following < trimmed.upperBound && words.kinds[following] == .possessive
    default: return true
    }
  }

  /// The longest known name that begins at token `i`.
  private func knownName(from i: Int) -> Name? {
    guard words.isCapital[i] || startsName(i), !words.text[i].hasSuffix("$") else { return nil }
    var end = i + 1
    var ends: [Int] = []
    ends.append(end)
    while end < words.count, end - i < Self.longest, isLink(end) {
      end += 1
      if words.isCapital[end - 1] || isJoinedPart(end - 1) { ends.append(end) }
    }
    for end in ends.reversed() {
      let tokens = i..<end
      if let referent = referent(of: tokens) { return Name(tokens: tokens, head: head(of: tokens), referent: referent) }
    }
    return nil
  }

  /// "al-Qaida", "eBay": names that begin with a small letter.
  private func startsName(_ i: Int) -> Bool {
    i + 2 < words.count && words.text[i + 1] == "-" && words.isJoined[i + 1] && words.isCapital[i + 2]
      && knowledge.nameWords.particles.contains(words.lower[i])
  }

  private func isJoinedPart(_ i: Int) -> Bool {
    words.isJoined[i] && words.kinds[i] != .possessive && words.kinds[i] != .punctuation
  }

  /// Whether token `i` can stand inside a name.
  private func isLink(_ i: Int) -> Bool {
    if words.kinds[i] == .space || words.isBreak[i] { return false }
    if words.isCapital[i] { return true }
    switch words.lower[i] {
    case "of", "the", "and", "for", "to", "on", "in", "de", "la", "du", "del", "des", "al", "el", "-", "&", "'", "’",
      "'s", "’s":
      return true
    default: return words.kinds[i] == .number || words.isJoined[i]
    }
  }

  private func referent(of tokens: Range<Int>) -> Name.Referent? {
    let name = words.phrase(tokens)
    guard name.utf8.count > 1 else { return nil }
    let key = NameKey(name)
    if tokens.count == 1 {
      if let state = state(named: key, name, at: tokens) { return state }
      if let organization = knowledge.organizations.organization(named: key) { return .organization(organization) }
      if let place = knowledge.places.place(named: key) { return .place(place) }
      // "VIENNA" in a line of capitals.
      if name.utf8.count > 3, name == name.uppercased() {
        let capitalized = String(name.prefix(1)) + name.dropFirst().lowercased()
        let key = NameKey(capitalized)
        return state(named: key, capitalized, at: tokens) ?? knowledge.places.place(named: key).map { .place($0) }
      }
      return nil
    }
    if let organization = knowledge.organizations.organization(named: key) { return .organization(organization) }
    if let state = state(named: key, name, at: tokens) { return state }
    if let place = knowledge.places.place(named: key) { return .place(place) }
    return nil
  }

  private func state(named key: NameKey, _ name: String, at tokens: Range<Int>) -> Name.Referent? {
    if let state = knowledge.states.state(named: key) { return .state(state.code, .name) }
    if let state = knowledge.states.state(capital: key) { return .state(state.code, .capital) }
    if let state = knowledge.states.state(demonym: key) {
      let next = tokens.upperBound
      let isBeforeNoun =
        next < words.count && !words.isBreak[next] && (words.kinds[next].isNoun || words.kinds[next] == .adjective)
      let isNoun = words.kinds[next - 1].isNoun && !isBeforeNoun
      let isPeople = isNoun && (name.hasSuffix("s") || !state.adjectives.contains(name))
      return .state(state.code, isPeople ? .national : .adjective)
    }
    if let state = knowledge.states.state(metonym: key) { return .state(state.code, .metonym) }
    return nil
  }

  // MARK: - What the model and the shape of words know

  private mutating func findOthers() {
    for entity in words.doc.entities {
      let tokens = withoutRole(withoutApposition(trim(entity.tokens)), entity.label)
      guard !tokens.isEmpty, isFree(tokens), !isInTitle(tokens) else { continue }
      // "State" of "Secretary of State" is no body.
      if let role = roleStart(before: tokens.lowerBound), tokens.upperBound <= role.upperBound { continue }
      guard let referent = referent(label: entity.label, tokens: tokens) else { continue }
      add(widened(tokens, referent), referent)
    }
    findBodies()
    findHolders()
    findUnlabelled()
  }

  /// The second name in "Berg the Movement", which a model takes for one.
  private func withoutApposition(_ tokens: Range<Int>) -> Range<Int> {
    guard let article = tokens.dropFirst().first(where: { words.lower[$0] == "the" && !words.isCapital[$0] }),
      article == tokens.lowerBound + 1, words.kinds[article - 1] == .proper, article + 1 < tokens.upperBound
    else { return tokens }
    return article + 1..<tokens.upperBound
  }

  /// Whether words belong to the title before them: "Minister of Education", "undersecretary for Health".
  private func isInTitle(_ tokens: Range<Int>) -> Bool {
    let preposition = tokens.lowerBound - 1
    guard preposition > 0, words.lower[preposition] == "of" || words.lower[preposition] == "for",
      roleEnding[preposition - 1] >= 0, let match = roles[Int(roleEnding[preposition - 1])]
    else { return false }
    return match.role.phrase.hasSuffix("minister") || match.role.phrase.hasSuffix("secretary")
  }

  /// The body in "the State Department Spokesperson"; nothing of "Pan-democrat".
  private func withoutRole(_ tokens: Range<Int>, _ label: String) -> Range<Int> {
    guard label == "ORG", let last = tokens.last, roleEnding[last] > Int32(tokens.lowerBound),
      let role = roles[Int(roleEnding[last])]?.role, role.office != nil || role.sector != nil || !words.isCapital[last]
    else { return tokens }
    let end = Int(roleEnding[last])
    return tokens.lowerBound..<(words.text[end - 1].hasSuffix("-") ? tokens.lowerBound : end)
  }

  /// The title of several words that holds a token.
  private func roleStart(before token: Int) -> Range<Int>? {
    for start in stride(from: token, through: max(0, token - 4), by: -1) {
      if let match = roles[start], match.count > 1, start + match.count > token { return start..<start + match.count }
    }
    return nil
  }

  /// Without a leading article and a trailing possessive, up to a line's end.
  private func trim(_ tokens: Range<Int>) -> Range<Int> {
    var start = tokens.lowerBound
    var end = tokens.upperBound
    if let space = tokens.first(where: { words.kinds[$0] == .space }) { end = space }
    while start < end, words.kinds[start] == .determiner || words.kinds[start] == .possessivePronoun { start += 1 }
    while end > start,
      words.kinds[end - 1] == .possessive || words.kinds[end - 1] == .punctuation || isLabel(end - 1)
    { end -= 1 }
    return start..<end
  }

  private func referent(label: String, tokens: Range<Int>) -> Name.Referent? {
    guard let last = tokens.last, tokens.contains(where: { words.isCapital[$0] }) else { return nil }
    if roles[tokens.lowerBound].map({ $0.count >= tokens.count }) == true { return nil }
    switch label {
    case "ORG":
      // "Localist group" at the beginning of a sentence is no name; nor is "Let" of "Let us".
      if tokens.dropFirst().allSatisfy({ !words.isCapital[$0] }), !words.kinds[tokens.lowerBound].isNoun,
        words.kinds[tokens.lowerBound] != .adjective || isInitial(tokens.lowerBound), !isAcronym(tokens.lowerBound)
      {
        return nil
      }
      let body = body(endingAt: last, from: tokens.lowerBound)
      if let body, body.type != .country { return referent(of: body) }
      // "The Government" is a noun for a state.
      if let body, !body.isNamedOnly, tokens.count == 1 { return nil }
      return .body(.organization, sector: nil)
    case "PERSON":
      // "DAB" is nobody's name.
      return tokens.count == 1 && isAcronym(last) ? .body(.organization, sector: nil) : nil
    case "GPE", "LOC":
      if tokens.contains(where: { hasDigits(words.text[$0]) }) { return nil }
      // "The Kingdom" is a noun for a state.
      if tokens.count == 1, isCollective(last) { return nil }
      return body(endingAt: last, from: tokens.lowerBound)?.type == .country && tokens.count == 1
        ? nil : .place(placeBeyondTables(tokens))
    case "FAC":
      return body(endingAt: last, from: tokens.lowerBound).map { referent(of: $0) } ?? .place(nil)
    case "EVENT", "LAW":
      guard let body = body(within: tokens), body.type != .place else { return nil }
      return referent(of: body)
    case "NORP": return words.kinds[last].isNoun ? .body(.group, sector: nil) : nil
    default: return nil
    }
  }

  /// Puts "Paris, Texas" and "Lebanon, Pa." where their states are, and the town by its name alone from there on.
  private mutating func moveNamesakes() {
    for i in 0..<words.count {
      let isState: Bool
      let end: Int
      switch known[i]?.referent {
      case .place, .state(_, .capital): (isState, end) = (false, known[i]?.tokens.upperBound ?? i + 1)
      case .state(_, .name): (isState, end) = (true, known[i]?.tokens.upperBound ?? i + 1)
      case nil where words.isCapital[i] && words.kinds[i] == .proper: (isState, end) = (false, i + 1)
      default: continue
      }
      let name = words.phrase(i..<end)
      if !isState, known[i] != nil, let place = namesakes[name] { known[i]?.referent = .place(place) }
      guard end + 1 < words.count, words.text[end] == ",", let region = region(after: end + 1, isState: isState) else {
        continue
      }
      known[end + 1] = Name(tokens: region.tokens, head: region.tokens.upperBound - 1, referent: .place(region.place))
      if case .place(let place?)? = known[i]?.referent, place.country == region.place.country { continue }
      let place = Place(name: name, kind: .city, country: region.place.country, coordinates: nil, geonames: nil)
      if known[i] != nil { known[i]?.referent = .place(place) }
      if !isState { namesakes[name] = place }
    }
  }

  /// The state or province that begins at `token` after a town and a comma; its whole name counts only where it is in no
  /// row of places.
  private func region(after token: Int, isState: Bool) -> (place: Place, tokens: Range<Int>)? {
    if let place = knowledge.places.region(abbreviated: words.text[token]) { return (place, token..<token + 1) }
    if token + 1 < words.count, words.text[token + 1] == ".", words.isJoined[token + 1],
      let place = knowledge.places.region(abbreviated: words.text[token] + ".")
    {
      return (place, token..<token + 1)
    }
    guard !isState, let name = known[token], case .place(let place?) = name.referent, place.kind == .region,
      name.tokens.upperBound >= words.count || words.kinds[name.tokens.upperBound] != .conjunction
    else { return nil }
    return (place, name.tokens)
  }

  /// The place of that name that the tables do not know; none where what follows says that it lies elsewhere: "Salem,
  /// New Hampshire". A province is meant only where the text has its state: the West Coast is rarely New Zealand's.
  private func placeBeyondTables(_ tokens: Range<Int>) -> Place? {
    if let place = namesakes[words.phrase(tokens)] { return place }
    guard let place = knowledge.gazetteer?.place(named: words.phrase(tokens)),
      place.kind != .region || place.country.map(statesNamed.contains) == true
    else { return nil }
    let next = tokens.upperBound + 1
    guard next < words.count, words.text[next - 1] == ",", let outer = known[next] else { return place }
    let country: String? =
      switch outer.referent {
      case .state(let code, .name): code
      case .place(let outer): outer?.country
      default: nil
      }
    return country == nil || country == place.country ? place : nil
  }

  /// "Koreas": several parties at once.
  private func isCollective(_ i: Int) -> Bool {
    knowledge.nouns.collectives.longest(in: words.lower, from: i)?.count == 1
  }

  private func referent(of body: ActorNouns.Body) -> Name.Referent {
    body.type == .place ? .place(nil) : .body(body.type, sector: body.sector)
  }

  func body(endingAt last: Int, from start: Int) -> ActorNouns.Body? {
    for first in max(start, last - 2)...last {
      if let match = knowledge.nouns.bodies.longest(in: words.lower, from: first), first + match.count == last + 1 {
        return match.value
      }
    }
    return nil
  }

  private func body(within tokens: Range<Int>) -> ActorNouns.Body? {
    if let last = tokens.last, let body = body(endingAt: last, from: tokens.lowerBound) { return body }
    for token in tokens {
      if let match = knowledge.nouns.bodies.longest(in: words.lower, from: token) { return match.value }
    }
    return nil
  }

  /// With the small-letter noun that says what it is: "the Anadolu agency".
  private func widened(_ tokens: Range<Int>, _ referent: Name.Referent) -> Range<Int> {
    guard case .body(.organization, _) = referent, tokens.upperBound < words.count, !words.isCapital[tokens.upperBound],
      let match = knowledge.nouns.bodies.longest(in: words.lower, from: tokens.upperBound),
      match.value.type == .organization,
      tokens.upperBound + match.count <= words.count, isFree(tokens.upperBound..<tokens.upperBound + match.count)
    else { return tokens }
    return tokens.lowerBound..<tokens.upperBound + match.count
  }

  /// Capitalised words that end in the noun of a body ("Eastern Forum") or go on from it ("Ministry of Defence"), and what
  /// "the group, …," names.
  private mutating func findBodies() {
    var i = 0
    while i < words.count {
      guard words.isCapital[i], owner[i] < 0 || names[Int(owner[i])].isAdjective else {
        if let tokens = apposedBody(at: i), tokens.contains(where: { owner[$0] < 0 }) || tokens.count > 2 {
          let noun = knowledge.nouns.bodies.longest(in: words.lower, from: i)?.value
          add(tokens, .body(noun?.type == .group ? .group : noun?.type ?? .organization, sector: noun?.sector))
          i = tokens.upperBound
        } else {
          i += 1
        }
        continue
      }
      if let tokens = apposedBody(at: i), tokens.contains(where: { owner[$0] < 0 }) || tokens.count > 2 {
        let noun = knowledge.nouns.bodies.longest(in: words.lower, from: i)?.value
        add(tokens, .body(noun?.type ?? .organization, sector: noun?.sector))
        i = tokens.upperBound
        continue
      }
      var end = i + 1
      while end < words.count, words.isCapital[end], !words.isBreak[end],
        words.kinds[end].isNoun || words.kinds[end] == .adjective,
        owner[end] < 0, end - i < Self.longest, roles[end].map({ $0.role.office == nil }) ?? true
      { end += 1 }
      if let body = body(endingAt: end - 1, from: i), body.type != .country {
        var tail = end
        if end + 1 < words.count, words.lower[end] == "of" || words.lower[end] == "for" {
          var next = end + 1
          if next < words.count, words.lower[next] == "the" { next += 1 }
          while next < words.count, next - i < Self.longest,
            words.isCapital[next] || (words.lower[next] == "and" && next + 1 < words.count && words.isCapital[next + 1])
          { next += 1 }
          if next > end + 1, words.isCapital[next - 1] { tail = next }
        }
        if end - i > 1 || tail > end {
          add(i..<tail, referent(of: body))
          i = tail
          continue
        }
      }
      i = end
    }
  }

  /// The name in "the group, Brothers to the Rescue, was": what follows the comma, if it is capitalised.
  private func apposedBody(at i: Int) -> Range<Int>? {
    guard !words.isCapital[i], i + 2 < words.count,
      let match = knowledge.nouns.bodies.longest(in: words.lower, from: i),
      [.organization, .group, .forum, .agreement].contains(match.value.type), i + match.count + 1 < words.count,
      words.text[i + match.count] == ",", i > 0,
      words.kinds[i - 1] == .determiner || words.kinds[i - 1] == .adjective || words.kinds[i - 1] == .noun
    else { return nil }
    let start = i + match.count + 1
    guard words.isCapital[start], roles[start] == nil else { return nil }
    var end = start
    var capitals = 0
    while end < words.count, end - start < Self.longest, words.kinds[end] != .punctuation, words.kinds[end] != .space {
      if words.isCapital[end] { capitals += 1 } else if !isLink(end) { return nil }
      end += 1
    }
    guard end < words.count, words.text[end] == ",", capitals > 0, words.isCapital[end - 1] else { return nil }
    if capitals == 1, let entity = words.doc.entity(at: start), entity.label == "DATE" || entity.label == "PERSON" {
      return nil
    }
    return start..<end
  }

  /// Whole names of office-holders that the model did not see.
  private mutating func findHolders() {
    var i = 0
    while i < words.count {
      guard words.isCapital[i], owner[i] < 0, words.kinds[i].isNoun, roles[i] == nil else {
        i += 1
        continue
      }
      let end = personEnd(from: i, atLeast: i + 1)
      let tokens = i..<end
      if tokens.count > 1, isFree(tokens), !knowledge.offices.holders(named: words.phrase(tokens)).isEmpty {
        add(tokens, .person)
      }
      i = end
    }
  }

  // MARK: - Consistency

  /// A word that is somebody's family name elsewhere in the document is that here too, whatever the model thought.
  private mutating func repairPeople() {
    var families: Set<String> = []
    // Parts of whole names that may be called alone: given names, of which a place may be a namesake.
    var parts: Set<String> = []
    var titled: Set<String> = []
    for name in names where name.isPerson && name.tokens.count > 1 {
      families.insert(words.lower[name.tokens.upperBound - 1])
      parts.insert(words.lower[name.tokens.upperBound - 1])
      parts.insert(words.lower[name.tokens.lowerBound])
      if knowledge.nameWords.familiesFirst.contains(words.text[name.tokens.lowerBound])
        || knowledge.nameWords.familiesFirstCalledByLast.contains(words.text[name.tokens.lowerBound])
      {
        families.insert(words.lower[name.tokens.lowerBound])
      } else if let holder = knowledge.offices.holders(named: words.phrase(name.tokens)).first,
        !holder.family.contains(" ")
      {
        families.insert(holder.family.lowercased())
      }
    }
    for name in names where name.isPerson && name.tokens.count == 1 {
      if isTitled(name.tokens.lowerBound) { titled.insert(words.lower[name.tokens.lowerBound]) }
    }
    for index in names.indices where (2...3).contains(names[index].tokens.count) {
      let tokens = names[index].tokens
      guard titled.contains(words.lower[tokens.upperBound - 1]), tokens.allSatisfy({ words.isCapital[$0] }) else {
        continue
      }
      switch names[index].referent {
      case .body, .place(.none):
        names[index].referent = .person
        families.insert(words.lower[tokens.upperBound - 1])
      default: break
      }
    }
    for index in names.indices where names[index].tokens.count == 1 {
      let token = names[index].tokens.lowerBound
      guard parts.contains(words.lower[token]), !followsPreposition(token) else { continue }
      switch names[index].referent {
      case .place, .state(_, .capital): names[index].referent = .person
      default: break
      }
    }
    guard !families.isEmpty else { return }
    // "Kiir and Machar" taken for one body.
    for index in names.indices where names[index].tokens.count > 2 {
      guard case .body = names[index].referent else { continue }
      let tokens = names[index].tokens
      let capitals = tokens.filter { words.isCapital[$0] }
      guard capitals.count < tokens.count, capitals.allSatisfy({ families.contains(words.lower[$0]) }),
        tokens.contains(where: { words.kinds[$0] == .conjunction || words.text[$0] == "," })
      else { continue }
      for token in capitals { add(token..<token + 1, .person) }
    }
    for i in 0..<words.count where words.isCapital[i] && families.contains(words.lower[i]) {
      if owner[i] >= 0 {
        let name = names[Int(owner[i])]
        guard !name.isPerson, name.tokens.count == 1 else { continue }
        // A capital's or state's name is not retaken for a namesake.
        if case .state = name.referent { continue }
        if case .place(.some) = name.referent { continue }
        if case .organization = name.referent { continue }
      } else {
        guard words.kinds[i].isNoun || words.kinds[i] == .adjective,
          i + 1 >= words.count || owner[i + 1] < 0 || words.kinds[i + 1] == .possessive
        else { continue }
        if i + 1 < words.count, words.isCapital[i + 1], words.kinds[i + 1].isNoun, words.doc.entity(at: i) == nil {
          continue
        }
      }
      // "el-Sisi" on second mention keeps its particle.
      var start = i
      if i >= 2, words.text[i - 1] == "-", words.isJoined[i], words.isJoined[i - 1],
        knowledge.nameWords.particles.contains(words.lower[i - 2])
      {
        start = i - 2
      }
      add(start..<i + 1, .person)
    }
  }

  func followsPreposition(_ token: Int) -> Bool {
    guard token > 0 else { return false }
    return ["in", "at", "near", "outside", "around", "to", "from", "into"].contains(words.lower[token - 1])
  }

  /// "The North" where the text names a state that it can stand for.
  private mutating func findShorthands() {
    var named: Set<String> = []
    for name in names where !name.tokens.isEmpty { if let code = name.state { named.insert(code) } }
    guard !named.isEmpty else { return }
    for i in 1..<max(words.count, 1) where words.isCapital[i] && words.lower[i - 1] == "the" {
      if i + 1 < words.count, words.isCapital[i + 1] || words.text[i + 1] == "-" || words.lower[i + 1] == "of" {
        continue
      }
      if owner[i] >= 0, names[Int(owner[i])].tokens.count > 1 { continue }
      guard
        let state = knowledge.states.states(shorthand: words.text[i]).first(where: { state in
          named.contains(state.code) || knowledge.states.states(shorthand: words.text[i]).isEmpty
        }) ?? counterpart(of: words.text[i], among: named)
      else { continue }
      add(i..<i + 1, .state(state.code, .shorthand))
    }
  }

  /// The state of that shorthand whose counterpart is named: "the South" where only North Korea is.
  private func counterpart(of shorthand: String, among named: Set<String>) -> State? {
    let opposite = ["North": "South", "South": "North", "East": "West", "West": "East"][shorthand]
    guard let opposite else { return nil }
    let others = knowledge.states.states(shorthand: opposite)
    for state in knowledge.states.states(shorthand: shorthand) {
      let word = state.name.split(separator: " ").last
      if others.contains(where: { named.contains($0.code) && $0.name.split(separator: " ").last == word }) {
        return state
      }
    }
    return nil
  }
}
