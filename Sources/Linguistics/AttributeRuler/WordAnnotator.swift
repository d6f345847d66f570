/// Runs the attribute ruler and the lemmatizer over a document in one pass.
///
/// What rules make of a word depends on the word, its tag and its label, so it is looked up in the worker's
/// ``LexicalCache``; only patterns of several tokens look at neighbours.
package struct WordAnnotator: Sendable {
  package let ruler: AttributeRuler
  package let lemmatizer: Lemmatizer
  private let traits: [Morphology.Traits]

  package init(ruler: AttributeRuler, lemmatizer: Lemmatizer) {
    self.ruler = ruler
    self.lemmatizer = lemmatizer
    traits = ruler.morphNames.map(Morphology.traits(of:))
  }

  /// Sets parts of speech, features and lemmas, and what tags and labels the rules change.
  ///
  /// - Parameters:
  ///   - columns: Its `tags` and `labels` are numbers in the names of the ruler, one a token. `tagNames`, `labelNames`,
  ///     `morphNames` and `lemmaNames` are set.
  ///   - lexemes: The tokens' indices in the cache, as the tokenizer gave them.
  ///   - documents: Ranges of tokens, ascending, that patterns of several tokens do not cross; none stands for one
  ///     document.
  package func annotate(
    _ columns: inout Columns, lexemes: [UInt32], documents: [Range<Int>] = [], cache: LexicalCache
  ) {
    let count = min(lexemes.count, columns.tags.count, columns.labels.count)
    var found = [UInt32](repeating: 0, count: count)
    var starts: [Int] = []
    var token = 0
    while true {
      token = cache.annotations.lookUp(
        from: token, lexemes: lexemes, tags: columns.tags, labels: columns.labels, found: &found, starts: &starts)
      if token == count { break }
      learn(lexemes[token], tag: columns.tags[token], label: columns.labels[token], cache)
    }
    cache.annotations.fill(&columns, found)
    for (token, rules) in sequenceRules(starts, documents, found, cache) {
      let number = Int(found[token])
      let state = apply(Set(cache.annotations.matches[number].rules + rules).sorted())
      let key = cache.annotations.keys(at: number)
      columns.tags[token] = state.tag ?? key.tag
      columns.labels[token] = state.label ?? key.label
      columns.pos[token] = state.pos ?? .none
      columns.morphs[token] = state.morph ?? 0
      let lemma = lemma(of: lexemes[token], state, cache)
      columns.lemmas[token] = cache.annotations.local(lemma, names: &columns.lemmaNames)
    }
    columns.morphNames = ruler.morphNames
    columns.tagNames = ruler.tagNames
    columns.labelNames = ruler.labelNames
  }

  /// The rules that patterns of several tokens apply, by token.
  private func sequenceRules(
    _ starts: [Int], _ documents: [Range<Int>], _ found: [UInt32], _ cache: LexicalCache
  ) -> [(token: Int, rules: [UInt32])] {
    var rules: [Int: [UInt32]] = [:]
    var document = 0
    for start in starts {
      while document < documents.count, documents[document].upperBound <= start { document += 1 }
      let end = document < documents.count ? min(documents[document].upperBound, found.count) : found.count
      let matches = ruler.sequences(from: start, count: end) {
        cache.annotations.matches[Int(found[$0])].passed
      }
      for (token, rule) in matches { rules[token, default: []].append(rule) }
    }
    return rules.sorted { $0.key < $1.key }.map { ($0.key, $0.value) }
  }

  /// Works out what the rules make of a word that the cache does not know.
  private func learn(_ lexeme: UInt32, tag: UInt16, label: UInt16, _ cache: LexicalCache) {
    let (rules, passed) = cache.withBytes(ofLexeme: lexeme) { word in
      let hasTag = Int(tag) < ruler.tagNames.count
      let hasLabel = Int(label) < ruler.labelNames.count
      let subject = TokenTest.Subject(
        lexeme: cache.lexemes[Int(lexeme)], word: word, tag: hasTag ? ruler.tagNames[Int(tag)] : "",
        tagID: hasTag ? ruler.tagIDs[Int(tag)] : 0, label: hasLabel ? ruler.labelNames[Int(label)] : "",
        labelID: hasLabel ? ruler.labelIDs[Int(label)] : 0)
      return (hasTag ? ruler.rules(for: subject, tag: tag) : [], ruler.passedSteps(subject))
    }
    let state = apply(rules)
    let lemma = lemma(of: lexeme, state, cache)
    let outcome = AnnotationMemo.Outcome(
      tag: state.tag ?? tag, label: state.label ?? label, pos: state.pos ?? .none, morph: state.morph ?? 0,
      lemma: lemma, startsSequence: ruler.canStart(passed))
    cache.annotations.insert(
      outcome, AnnotationMemo.Matches(rules: rules, passed: passed),
      for: AnnotationMemo.key(lexeme: lexeme, tag: tag, label: label))
  }

  private func apply(_ rules: [UInt32]) -> AttributeRuler.Effect {
    var state = AttributeRuler.Effect()
    for rule in rules {
      let effect = ruler.effects[Int(rule)]
      if let pos = effect.pos { state.pos = pos }
      if let morph = effect.morph { state.morph = morph }
      if let lemma = effect.lemma { state.lemma = lemma }
      if let tag = effect.tag { state.tag = tag }
      if let label = effect.label { state.label = label }
    }
    return state
  }

  /// The number of the lemma: the one that a rule set, or the lemmatizer's.
  private func lemma(of lexeme: UInt32, _ state: AttributeRuler.Effect, _ cache: LexicalCache) -> UInt32 {
    if let lemma = state.lemma, !ruler.lemmaNames[Int(lemma)].isEmpty {
      var name = ruler.lemmaNames[Int(lemma)]
      return name.withUTF8 { cache.annotations.lemma($0) }
    }
    let lemma = cache.withBytes(ofLexeme: lexeme) {
      lemmatizer.lemma(of: $0, pos: state.pos ?? .none, traits: traits[Int(state.morph ?? 0)])
    }
    return lemma.withUnsafeBufferPointer { cache.annotations.lemma($0) }
  }
}
