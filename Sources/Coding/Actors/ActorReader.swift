package import Knowledge
internal import Linguistics
internal import Newswire
internal import Record

/// Fills a story's cast and places: who and what it names, speaks of and means, and what they held on the day.
///
/// Names come from the model's entities and the knowledge base, repaired by titles and by each other; nouns and pronouns are
/// resolved in text order by agreement, syntax and salience (after Lappin and Leass 1994). What cannot be resolved gets no
/// mention. Linear in the number of tokens.
package struct ActorReader: Sendable {
  private let knowledge: Knowledge

  package init(knowledge: Knowledge) { self.knowledge = knowledge }

  /// Reads the actors of `story`, whose times are known.
  package func read(_ story: inout Story) {
    let words = Words(story.doc)
    var finder = NameFinder(words: words, knowledge: knowledge)
    let names = finder.find()
    var owner = [Int32](repeating: -1, count: words.count)
    for (index, name) in names.enumerated() {
      for token in name.tokens { owner[token] = Int32(index) }
    }
    let phrases = PhraseFinder(
      words: words, nouns: knowledge.nouns, names: names, owner: owner, honorifics: knowledge.nameWords.honorifics
    ).find()
    let passages = story.article.passages.map { story.doc.tokens(touching: $0) }
    var passageOfToken = [Int32](repeating: -1, count: words.count)
    for (index, passage) in passages.enumerated() {
      for token in passage { passageOfToken[token] = Int32(index) }
    }
    let window =
      story.published == nil
      ? HoldingWindow(words: words, knowledge: knowledge, names: names, phrases: phrases).find() : nil
    let day = story.published.map { $0.year * 10_000 + $0.month * 100 + $0.day }

    let dateline = datelinePlace(story)
    var casting = Casting(
      words: words, knowledge: knowledge, names: names, phrases: phrases,
      quotes: QuoteFinder(words: words, passages: passages).find(), passageOfToken: passageOfToken, owner: owner,
      day: day.map { $0...$0 } ?? window?.days, datelineState: dateline?.country,
      title: story.article.title?.range.map { story.doc.tokens(touching: $0) })
    casting.read()

    story.places = ([dateline].compactMap { $0 } + places(casting)).sorted { $0.bytes.lowerBound < $1.bytes.lowerBound }
    let number = finish(casting, &story)
    if let window, let from = HoldingWindow.date(window.days.lowerBound) {
      var because: [Int] = []
      for name in window.names {
        let entity = casting.entityOfName[name]
        if entity >= 0, let index = number[entity], !because.contains(index) { because.append(index) }
      }
      story.publishedWindow = PublishedWindow(
        from: from, to: HoldingWindow.date(window.days.upperBound), because: because)
    }
  }

  // MARK: - The cast

  /// Hands the entities over in the order of their first mentions.
  ///
  /// - Returns: The index in the cast of each entity that is in it.
  private func finish(_ casting: Casting, _ story: inout Story) -> [Int: Int] {
    let offices = OfficeReader(day: casting.day)
    var mentions = casting.mentions.map { mention in
      var mention = mention
      mention.entity = casting.identified[mention.entity] ?? mention.entity
      mention.members = mention.members.map { casting.identified[$0] ?? $0 }
      return mention
    }
    mentions.sort { a, b in
      (a.tokens.lowerBound, -a.tokens.upperBound, a.head) < (b.tokens.lowerBound, -b.tokens.upperBound, b.head)
    }
    var number: [Int: Int] = [:]
    var order: [Int] = []
    func take(_ entity: Int) {
      guard number[entity] == nil else { return }
      number[entity] = order.count
      order.append(entity)
    }
    for mention in mentions {
      take(mention.entity)
      mention.members.forEach(take)
    }
    var taken = 0
    while taken < order.count {
      for role in casting.drafts[order[taken]].roles { if let organization = role.organization { take(organization) } }
      taken += 1
    }
    var cast = Cast()
    for index in order {
      let draft = casting.drafts[index]
      var entity = draft.entity
      if entity.type == .person || draft.isPlural {
        entity.offices = offices.offices(of: draft).map { office in
          var office = office
          office.organization = office.organization.flatMap { number[$0] }
          return office
        }
        entity.country =
          entity.country ?? entity.offices.first { $0.country != nil }?.country ?? casting.country(ofEntity: index)
        if entity.country == nil, let organization = draft.roles.last(where: { $0.organization != nil })?.organization {
          entity.country = casting.drafts[organization].entity.country
        }
      }
      cast.entities.append(entity)
    }
    cast.mentions = mentions.compactMap { mention in
      guard let entity = number[mention.entity] else { return nil }
      var mention = mention
      mention.entity = entity
      mention.members = mention.members.compactMap { number[$0] }
      return mention
    }
    cast.mentionOfHead = heads(cast.mentions, casting)
    story.cast = cast
    return number
  }

  /// For each token the mention that it heads; where the parse breaks a name apart, each part heads it.
  private func heads(_ mentions: [Mention], _ casting: Casting) -> [Int32] {
    var heads = [Int32](repeating: -1, count: casting.words.count)
    for (index, mention) in mentions.enumerated() {
      let old = heads[mention.head]
      // "Xi, Putin": the last name heads them both.
      let isLast =
        old >= 0 && !mentions[Int(old)].members.isEmpty
        && mentions[Int(old)].tokens.lowerBound < mention.tokens.lowerBound
      if old < 0 || mentions[Int(old)].kind != .name && !isLast { heads[mention.head] = Int32(index) }
    }
    for (index, mention) in mentions.enumerated() where mention.kind == .name {
      for token in mention.tokens where heads[token] < 0 {
        let head = casting.doc[token].head.index
        if head == token || !mention.tokens.contains(head) { heads[token] = Int32(index) }
      }
    }
    return heads
  }

  // MARK: - Places

  private func datelinePlace(_ story: Story) -> PlaceMention? {
    guard let range = story.article.dateline?.place, !range.isEmpty else { return nil }
    let text = story.doc.text(ofUTF8: range)
    let state = knowledge.states.state(capital: text) ?? knowledge.states.state(named: text)
    let place =
      knowledge.places.place(named: text)
      ?? (state == nil ? knowledge.gazetteer?.place(named: Self.capitalized(text)) : nil)
    return PlaceMention(
      tokens: 0..<0, bytes: range,
      name: place?.name ?? state.map { $0.capital.first ?? $0.name } ?? Self.capitalized(text),
      country: place?.country ?? state?.code, latitude: place?.coordinates?.latitude,
      longitude: place?.coordinates?.longitude, geonames: place?.geonames)
  }

  /// "NEW DELHI" as "New Delhi"; what has small letters stays as it is.
  private static func capitalized(_ text: String) -> String {
    guard text == text.uppercased() else { return text }
    return text.split(separator: " ").map { $0.prefix(1) + $0.dropFirst().lowercased() }.joined(separator: " ")
  }

  private func places(_ casting: Casting) -> [PlaceMention] {
    casting.names.compactMap { name in
      let bytes = casting.doc.utf8Range(of: name.tokens)
      let text = casting.words.phrase(name.tokens)
      switch name.referent {
      case .place(let place):
        return PlaceMention(
          tokens: name.tokens, bytes: bytes, name: place?.name ?? text, country: place?.country,
          latitude: place?.coordinates?.latitude, longitude: place?.coordinates?.longitude, geonames: place?.geonames)
      case .state(let code, let form) where casting.isLocative(name):
        switch form {
        case .capital:
          let place = knowledge.places.place(named: text)
          return PlaceMention(
            tokens: name.tokens, bytes: bytes, name: place?.name ?? text, country: code,
            latitude: place?.coordinates?.latitude,
            longitude: place?.coordinates?.longitude, geonames: place?.geonames)
        case .name, .shorthand:
          guard
            casting.doc[name.head].label == "pobj" || casting.doc[name.head].label == "conj"
              || casting.doc[name.head].label == "dobj"
          else { return nil }
          let state = knowledge.states.state(code: code)
          return PlaceMention(
            tokens: name.tokens, bytes: bytes, name: state?.name ?? text, country: code, geonames: state?.geonames)
        case .metonym: return PlaceMention(tokens: name.tokens, bytes: bytes, name: text, country: code)
        default: return nil
        }
      default: return nil
      }
    }
  }
}
