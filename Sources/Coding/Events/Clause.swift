internal import Knowledge
internal import Linguistics

/// What stands around a word: its subject, object, complements and prepositional phrases, as far as the parse tells.
///
/// Mends what a parse leaves out: the subjects of infinitives, participles and joined verbs, the agents and objects of
/// passives, the antecedents of relative pronouns.
struct Clause {
  let word: Token
  let isVerb: Bool

  init(_ word: Token) {
    self.word = word
    isVerb = word.pos == .verb || word.pos == .aux || word.tag.hasPrefix("VB")
  }

  // MARK: Voice

  /// Whether a verb is in the passive.
  static func isPassive(_ verb: Token) -> Bool {
    var has = false
    for child in verb.children {
      switch child.label {
      case "auxpass", "nsubjpass", "csubjpass", "agent": return true
      case "aux" where child.lemma == "have": has = true
      case "nsubj": return false
      default: break
      }
    }
    guard verb.tag == "VBN", !has else { return false }
    switch verb.label {
    case "acl", "amod", "relcl", "advcl": return verb.child("dobj") == nil
    case "conj": return verb.head.tag == "VBN" && verb.child("dobj") == nil && isPassive(verb.head)
    default: return false
    }
  }

  // MARK: Slots

  /// The heads of what stands in `slot`, conjuncts left out.
  func fillers(of slot: Frame.Slot) -> [Token] {
    switch slot {
    case .subject: return isVerb ? subjects : nounSubjects
    case .object: return objects
    case .indirectObject: return word.children.filter { $0.label == "dative" }.compactMap(Self.nominal)
    case .complement: return complements
    case .predicate: return word.children.filter { $0.label == "oprd" || $0.label == "attr" || $0.label == "acomp" }
    case .adverb: return word.children.filter { $0.label == "advmod" }
    case .possessor: return word.children.filter { $0.label == "poss" }
    case .modifier:
      return word.children.filter {
        $0.index < word.index && ["amod", "compound", "nmod", "nummod"].contains($0.label)
      }
    case .verb, .lightVerb: return governingVerb.map { [$0] } ?? []
    case .infinitive: return complements.filter { $0.children.contains { $0.tag == "TO" } }
    case .participle:
      let hosts = [word] + word.children.filter { $0.label == "dobj" }
      return hosts.flatMap(\.children).filter { child in
        child.index > word.index && ["VBN", "VBD"].contains(child.tag)
          && ["xcomp", "ccomp", "oprd", "acl"].contains(child.label)
          && !child.children.contains { $0.label == "aux" || $0.label == "auxpass" || $0.label == "mark" }
      }
    case .speaker, .topic: return []
    case .preposition(let name): return objects(of: name)
    }
  }

  private var subjects: [Token] { Self.subjects(of: word, depth: 0) }

  /// The doers of `verb`, agents of a passive included.
  static func subjects(of verb: Token, depth: Int) -> [Token] {
    if isPassive(verb) { return agents(of: verb) }
    let own = verb.children.filter { $0.label == "nsubj" || $0.label == "csubj" || $0.label == "expl" }
    if let first = own.first {
      if first.label == "expl" { return [] }
      return [antecedent(of: first, in: verb)] + listed(beside: first, of: verb)
    }
    if let misread = misreadSubject(of: verb) { return [misread] }
    guard depth < 6, !verb.isRoot else { return [] }
    let head = verb.head
    switch verb.label {
    case "conj": return isVerbal(head) ? surfaceSubjects(of: head, depth: depth + 1) : []
    case "xcomp":
      if isVerbal(head), !subjectControl.contains(head.lowerLemma), let object = head.child("dobj"), !isPassive(head) {
        return [object]
      }
      // "is due to visit", "is unable to pay"
      if head.label == "acomp", isVerbal(head.head) { return surfaceSubjects(of: head.head, depth: depth + 1) }
      return surfaceSubjects(of: head, depth: depth + 1)
    case "advcl" where ["VBD", "VBN"].contains(verb.tag) && verb.child("mark", "aux", "auxpass", "advmod") == nil:
      // "accused Mali of arming men bent on revenge": a participle tells of the noun that it follows.
      if let noun = noun(before: verb) { return [noun] }
      return isVerbal(head) ? surfaceSubjects(of: head, depth: depth + 1) : []
    case "advcl", "dep": return isVerbal(head) ? surfaceSubjects(of: head, depth: depth + 1) : []
    case "ccomp":
      // The small model often takes an infinitive for a clause.
      return verb.tag == "VBG" || verb.children.contains { $0.tag == "TO" }
        ? head.child("dobj").map { [$0] } ?? surfaceSubjects(of: head, depth: depth + 1) : []
    case "pcomp":
      // "stopped short of recalling"
      let governor = head.head.label == "advmod" ? head.head.head : head.head
      if isVerbal(governor) {
        if let object = governor.child("dobj"), head.lower == "of" || head.lower == "from" { return [object] }
        return surfaceSubjects(of: governor, depth: depth + 1)
      }
      return []
    case "acl":
      // A past tense is the main verb, of which the parse has made a modifier of its subject.
      if verb.tag == "VBG" || verb.tag == "VBD" && head.isRoot { return [head] }
      if head.label == "dobj" || head.label == "attr" { return surfaceSubjects(of: head.head, depth: depth + 1) }
      return []
    case "relcl": return [head]
    default: return []
    }
  }

  /// Verbs whose infinitive is done by their subject, though they have an object ("used the summit to demand").
  private static let subjectControl: Set<String> = [
    "promise", "use", "take", "make", "hold", "convene", "have", "need", "seize", "call", "exploit",
  ]

  /// The noun right before a finite verb that the parse takes for a part of a name, as in headlines: "Mali army shells town".
  private static func misreadSubject(of verb: Token) -> Token? {
    guard verb.isRoot, ["VBZ", "VBP", "VBD"].contains(verb.tag), verb.child("nsubjpass") == nil else { return nil }
    return verb.children.first {
      $0.index == verb.index - 1 && ["compound", "nmod"].contains($0.label) && ($0.pos == .noun || $0.pos == .propn)
    }
  }

  /// What a headline lists before or after the subject `first` with a comma for "and": "Serbia, Kosovo leaders meet".
  private static func listed(beside first: Token, of verb: Token) -> [Token] {
    verb.children.filter { other in
      guard other.index != first.index, other.label == "nsubj" || other.label == "npadvmod" else { return false }
      let (left, right) = other.index < first.index ? (other, first) : (first, other)
      return left.subtree.upperBound + 1 == right.subtree.lowerBound && right.index < verb.index
        && verb.children.contains { $0.index == left.subtree.upperBound && $0.lower == "," }
    }
  }

  /// Whether a verb is a headline's: an infinitive for what is to come ("Ghana to host summit"), where the sentence has no
  /// other verb.
  static func isAnnounced(_ verb: Token) -> Bool {
    guard verb.children.contains(where: { $0.tag == "TO" && $0.label == "aux" }) else { return false }
    if verb.isRoot { return verb.child("nsubj") != nil }
    return ["relcl", "acl", "xcomp"].contains(verb.label) && isTopNoun(verb.head)
  }

  /// Whether a participle is a headline's passive: "Envoys expelled from Norway".
  static func isReduced(_ verb: Token) -> Bool { verb.tag == "VBN" && verb.label == "acl" && isTopNoun(verb.head) }

  private static func isTopNoun(_ token: Token) -> Bool {
    let isConjunct = token.label == "conj" && token.head.isRoot
    return (token.isRoot || isConjunct) && (token.pos == .noun || token.pos == .propn)
  }

  /// The noun right before a verb that hangs on a verb further ahead.
  private static func noun(before verb: Token) -> Token? {
    var current = verb.head
    while current.index < verb.index - 1 || current.index > verb.index {
      guard let next = current.children.filter({ $0.index < verb.index }).last, next.index != current.index else {
        return nil
      }
      current = next
    }
    return current.index == verb.index - 1 && (current.pos == .noun || current.pos == .propn) ? current : nil
  }

  /// What stands as the grammatical subject, passives' too.
  private static func surfaceSubjects(of verb: Token, depth: Int) -> [Token] {
    if let subject = verb.children.first(where: { $0.label == "nsubjpass" || $0.label == "nsubj" }) {
      return [antecedent(of: subject, in: verb)]
    }
    if isPassive(verb), verb.label == "acl" || verb.label == "relcl" { return [verb.head] }
    return isPassive(verb) && verb.label != "conj" ? [] : subjects(of: verb, depth: depth)
  }

  private static func agents(of verb: Token) -> [Token] {
    verb.children.filter { $0.label == "agent" || ($0.label == "prep" && $0.lower == "by") }
      .flatMap { $0.children.filter { $0.label == "pobj" } }
      .filter { $0.tag != "CD" || $0.lower.utf8.contains { $0 >= 0x61 && $0 <= 0x7A } }
  }

  private var objects: [Token] {
    if isVerb, Self.isPassive(word) {
      if let subject = word.child("nsubjpass") { return [Self.antecedent(of: subject, in: word)] }
      switch word.label {
      case "acl", "relcl", "amod": return [word.head]
      case "conj", "xcomp", "advcl": return Self.surfaceSubjects(of: word, depth: 0)
      default: return []
      }
    }
    if let object = word.child("dobj") {
      return [word.label == "relcl" ? Self.antecedent(of: object, in: word) : object]
    }
    guard isVerb else { return [] }
    if Self.misreadSubject(of: word) != nil,
      let object = word.children.first(where: {
        $0.index > word.index && ["appos", "npadvmod", "attr"].contains($0.label)
          && ($0.pos == .noun || $0.pos == .propn)
      })
    {
      return [object]
    }
    // "freed" in "whom they freed", "the town they captured".
    if word.label == "relcl", word.child("nsubj") != nil, word.head.pos == .noun || word.head.pos == .propn,
      !word.children.contains(where: { $0.label == "nsubj" && ["WP", "WDT"].contains($0.tag) }),
      !word.children.contains(where: { $0.label == "advmod" && $0.tag == "WRB" })
    {
      return [word.head]
    }
    // "signed and ratified the treaty"
    if let next = word.child("conj"), next.index - word.index < 4, let object = next.child("dobj") { return [object] }
    return []
  }

  private var complements: [Token] {
    var found: [Token] = []
    for child in word.children where child.index > word.index {
      switch child.label {
      case "xcomp", "ccomp": found.append(child)
      case "oprd" where child.tag == "VBN": found.append(child)
      case "acl" where !isVerb, "relcl" where !isVerb && child.children.contains { $0.tag == "TO" }: found.append(child)
      case "prep":
        if let gerund = child.child("pcomp") { found.append(gerund) }
      case "advcl" where child.children.contains { $0.tag == "TO" }: found.append(child)
      case "dobj", "dative":
        // "urged the community to support": the infinitive may hang on the object.
        if let infinitive = child.children.first(where: { infinitive in
          (infinitive.label == "acl" || infinitive.label == "relcl")
            && infinitive.children.contains { $0.tag == "TO" }
        }) {
          found.append(infinitive)
        }
      default: break
      }
    }
    return found
  }

  /// The verb whose subject or object a noun is, prepositions ("in talks") and quantities passed over.
  var governingVerb: Token? {
    var current = word
    for _ in 0..<4 {
      guard !current.isRoot else { return nil }
      let head = current.head
      switch current.label {
      case "dobj", "nsubj", "nsubjpass", "attr", "oprd", "xcomp", "dative": return Self.isVerbal(head) ? head : nil
      case "pobj", "conj", "prep", "appos", "pcomp": current = head
      default: return nil
      }
      if Self.isVerbal(current) { return current }
    }
    return nil
  }

  private var nounSubjects: [Token] {
    if word.pos == .adj, word.label == "acomp" || word.label == "oprd" || word.label == "attr", Self.isVerbal(word.head)
    {
      return Self.subjects(of: word.head, depth: 0)
    }
    if word.pos == .adj, word.label == "amod" { return [word.head] }
    guard let verb = governingVerb else { return [] }
    if word.label == "nsubj" { return [] }
    return Self.subjects(of: verb, depth: 0).filter { $0.index != word.index }
  }

  // MARK: Prepositions

  /// The objects of the preposition `name` that belong to the word: its own first, then those that the parse hung on
  /// its object or, for a noun, on its verb.
  func objects(of name: String) -> [Token] {
    // "the expulsion of two envoys by Mali": the doer may hang on what it was done to.
    let own = Self.objects(of: name, below: word, depth: isVerb || name == "by" ? 0 : name == "of" ? 3 : 2)
    if !own.isEmpty { return own }
    if !isVerb, let verb = governingVerb, word.label == "dobj" || word.label == "pobj" {
      return Self.objects(of: name, below: verb, depth: 2).filter {
        !$0.subtree.contains(word.index) && (word.label == "dobj" || $0.index > word.index)
      }
    }
    return []
  }

  /// The objects of the preposition `name` that hang on the word itself or on a verb's object.
  func nearObjects(of name: String) -> [Token] {
    let hosts = [word] + word.children.filter { ["dobj", "prt", "agent", "acomp", "attr"].contains($0.label) }
    return hosts.flatMap { host in
      host.children.filter {
        ($0.label == "prep" || $0.label == "agent" || $0.label == "dative") && $0.lower == name
      }
      .flatMap { $0.children.filter { $0.label == "pobj" || $0.label == "pcomp" } }
    }
  }

  private static let through: Set<String> = [
    "dobj", "prep", "pobj", "attr", "prt", "advmod", "agent", "oprd", "npadvmod", "acomp", "dative", "nsubjpass",
  ]

  private static func objects(of name: String, below token: Token, depth: Int) -> [Token] {
    var level = [token]
    for _ in min(depth, 4)..<4 {
      var found: [Token] = []
      var next: [Token] = []
      for parent in level {
        for child in parent.children {
          if (child.label == "prep" || child.label == "agent" || child.label == "dative") && child.lower == name {
            found += child.children.filter { $0.label == "pobj" || $0.label == "pcomp" }
          } else if child.label == "prep", child.lower == "according" || child.lower == "because" {
            continue
          }
          if through.contains(child.label) { next.append(child) }
        }
      }
      if !found.isEmpty { return found }
      level = next
      if level.isEmpty { break }
    }
    return []
  }

  // MARK: Tokens

  /// The noun of a dative, the preposition passed over.
  private static func nominal(_ token: Token) -> Token? { token.pos == .adp ? token.child("pobj") : token }

  static func isVerbal(_ token: Token) -> Bool {
    token.pos == .verb || token.pos == .aux || token.tag.hasPrefix("VB")
  }

  private static func antecedent(of token: Token, in verb: Token) -> Token {
    guard ["WDT", "WP", "WP$"].contains(token.tag) || token.lower == "that" else { return token }
    if verb.label == "relcl" { return verb.head }
    if verb.label == "conj", verb.head.label == "relcl" { return verb.head.head }
    return token
  }
}

extension Clause {
  /// Whether a noun completes a light verb ("held talks", "in talks").
  func isLight(_ frames: Frames) -> Bool {
    guard !isVerb, let verb = governingVerb else { return false }
    return frames.isIn("light", verb.lowerLemma)
  }
}
