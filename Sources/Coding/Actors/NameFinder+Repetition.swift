internal import Knowledge
internal import Linguistics
internal import Record

extension NameFinder {
  // MARK: - Names that come back

  /// What a name was taken for that the knowledge base does not know.
  private enum Guess: Hashable {
    case person, body, place
  }

  private func guess(_ name: Name) -> Guess? {
    switch name.referent {
    case .person: .person
    case .body(.organization, nil), .body(.group, nil): .body
    case .place(nil): .place
    default: nil
    }
  }

  /// Lets names that are spelt alike name the same kind of thing: what most of them were taken for.
  mutating func agree() {
    var families: Set<String> = []
    for name in names where name.isPerson && name.tokens.count > 1 {
      for token in name.tokens { families.insert(words.lower[token]) }
    }
    var counts: [ArraySlice<String>: [Guess: Int]] = [:]
    for index in names.indices {
      guard let guess = guess(names[index]), let token = names[index].tokens.first else { continue }
      // A title, a given name or an office-holder's is worth more than a guess.
      let isSure = names[index].isPerson && (isTitled(token) || isPersonal(names[index].tokens, families))
      let vote = isSure ? guess : evidence(names[index].tokens) ?? (hasArticle(names[index]) ? .place : guess)
      counts[words.text[names[index].tokens], default: [:]][vote, default: 0] += isSure ? words.count : 1
    }
    for index in names.indices where !names[index].tokens.isEmpty {
      guard let own = guess(names[index]), let counts = counts[words.text[names[index].tokens]] else { continue }
      let most = [Guess.person, .body, .place].max { a, b in
        (counts[a] ?? 0, a == own ? 1 : 0) < (counts[b] ?? 0, b == own ? 1 : 0)
      }
      guard let most, most != own else { continue }
      switch most {
      case .person: names[index].referent = .person
      case .body: names[index].referent = .body(.organization, sector: nil)
      case .place: names[index].referent = .place(nil)
      }
    }
  }

  /// Whether a name is some person's whom the text or the knowledge base gives in full, or begins with a given name.
  private func isPersonal(_ tokens: Range<Int>, _ families: Set<String>) -> Bool {
    guard let first = tokens.first else { return false }
    if knowledge.givenNames.sex(of: words.text[first]) != nil { return true }
    return tokens.count == 1
      && (families.contains(words.lower[first]) || !knowledge.offices.holders(family: words.text[first]).isEmpty)
  }

  /// What the words around a name say that it is: "the Alba group" is a body, "the Berg government" somebody's.
  private func evidence(_ tokens: Range<Int>) -> Guess? {
    let (before, next) = (tokens.lowerBound - 1, tokens.upperBound)
    if tokens.count == 1, isBesidePlace(tokens.lowerBound) { return .place }
    guard before >= 0, next < words.count else { return nil }
    if isBodyNoun(before) || isCalledBody(after: next) { return .body }
    if words.lower[before] == "the", words.kinds[next] == .noun {
      let body = knowledge.nouns.bodies.longest(in: words.lower, from: next)?.value
      return body?.type == .country ? .person : .body
    }
    return tokens.count == 1 && (words.lower[before] == "on" || words.lower[before] == "via") ? .body : nil
  }

  /// Whether "the" stands before what was taken for a person: it is none.
  private func hasArticle(_ name: Name) -> Bool {
    guard name.isPerson, let first = name.tokens.first, first > 0 else { return false }
    return words.lower[first - 1] == "the" && !words.kinds[name.head].isPlural
  }

  /// Whether a token is a small-letter noun for a body: "group".
  private func isBodyNoun(_ i: Int) -> Bool {
    guard words.kinds[i] == .noun, !words.isCapital[i],
      let match = knowledge.nouns.bodies.longest(in: words.lower, from: i), match.count == 1
    else { return false }
    return !match.value.isNamedOnly && (match.value.type == .organization || match.value.type == .group)
  }

  /// Whether ", a catholic school" follows a name.
  private func isCalledBody(after comma: Int) -> Bool {
    guard words.text[comma] == ",", comma + 2 < words.count,
      words.lower[comma + 1] == "a" || words.lower[comma + 1] == "an"
    else { return false }
    var noun = comma + 2
    while noun + 1 < words.count, noun < comma + 6, words.kinds[noun + 1] == .noun || words.kinds[noun] == .adjective {
      noun += 1
    }
    return words.kinds[noun] == .noun && body(endingAt: noun, from: noun)?.type == .organization
  }

  /// Whether the parse has a name stand beside a place, as in "Livorno, Tuscany".
  private func isBesidePlace(_ token: Int) -> Bool {
    guard token > 1, words.text[token - 1] == ",", words.doc[token].label == "appos", owner[token - 2] >= 0 else {
      return false
    }
    switch names[Int(owner[token - 2])].referent {
    case .place, .state: return words.doc[token].head.index == names[Int(owner[token - 2])].head
    default: return false
    }
  }

  /// Finds names that were seen once where they come back unseen.
  mutating func repeatNames() {
    struct Form {
      let tokens: Range<Int>
      let referent: Name.Referent
      var count = 1
    }
    var forms: [String: [Form]] = [:]
    for name in names {
      guard let first = name.tokens.first, words.isCapital[first],
        words.kinds[first] == .proper || name.tokens.count > 1
      else { continue }
      switch name.referent {
      case .body(let type, _) where type != .forum && type != .agreement: break
      case .place: break
      case .person where name.tokens.count > 1: break
      default: continue
      }
      var known = forms[words.lower[first]] ?? []
      if let same = known.firstIndex(where: { words.text[$0.tokens].elementsEqual(words.text[name.tokens]) }) {
        known[same].count += 1
      } else if known.count < 8 {
        known.append(Form(tokens: name.tokens, referent: name.referent))
        known.sort { $0.tokens.count > $1.tokens.count }
      }
      forms[words.lower[first]] = known
    }
    guard !forms.isEmpty else { return }
    var i = 0
    while i < words.count {
      guard words.isCapital[i], owner[i] < 0, words.kinds[i].isNoun || words.kinds[i] == .adjective,
        let known = forms[words.lower[i]],
        let form = known.first(where: { form in
          let end = i + form.tokens.count
          return end <= words.count && words.text[i..<end].elementsEqual(words.text[form.tokens]) && isFree(i..<end)
            && !isPartOfLongerName(i..<end, isOften: form.count > 1)
        })
      else {
        i += 1
        continue
      }
      add(i..<i + form.tokens.count, form.referent)
      i += form.tokens.count
    }
  }

  /// Whether a capitalised word that nothing has claimed stands right before, or after a name that the text does not often give.
  private func isPartOfLongerName(_ tokens: Range<Int>, isOften: Bool) -> Bool {
    func goesOn(_ i: Int, across edge: Int) -> Bool {
      words.indices.contains(i) && !words.isBreak[edge] && words.isCapital[i] && owner[i] < 0
        && (words.kinds[i] == .proper || words.kinds[i] == .pluralProper) && roles[i] == nil && !isHonorific(i)
    }
    let (before, after) = (tokens.lowerBound - 1, tokens.upperBound)
    return (!isOften && goesOn(after, across: min(after, words.count - 1))) || goesOn(before, across: tokens.lowerBound)
  }

  /// Names the letters in brackets after a name: "the Movimento 5 Stelle (M5S)".
  mutating func findAbbreviations() {
    for index in names.indices {
      let letters = names[index].tokens.upperBound + 1
      guard names[index].tokens.count > 1, letters + 1 < words.count, words.text[letters - 1] == "(",
        words.text[letters + 1] == ")", (2...10).contains(words.text[letters].utf8.count), words.isCapital[letters],
        words.text[letters].first == words.text[names[index].tokens.lowerBound].first
      else { continue }
      switch names[index].referent {
      case .body, .organization: break
      default: continue
      }
      if owner[letters] >= 0 {
        switch names[Int(owner[letters])].referent {
        case .organization, .state: continue
        default: break
        }
      }
      add(letters..<letters + 1, .body(.organization, sector: nil))
    }
  }
}
