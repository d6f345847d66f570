internal import Knowledge

/// A noun phrase that speaks of an actor without its name: "the North's leader", "South Korean officials", "both sides".
struct NominalPhrase {
  /// All of it, up to a name that it introduces.
  var tokens: Range<Int>
  /// The noun with its own words: "foreign minister".
  var noun: Range<Int>
  var head: Int
  var sense: Sense
  var isPlural: Bool
  var determiner: Determiner
  /// "Two", "three", "both".
  var count: Int?
  /// Names within it before the noun, indices into the names.
  var modifiers: [Int] = []
  /// The possessive pronoun or the possessor's last token that it begins with.
  var possessor: Int?
  /// The name after "of", "for" or "from".
  var complement: Int?
  /// A phrase after "of", "for" or "from", by the token of its head.
  var complementHead: Int?
  /// The person or body that it introduces or stands in apposition to.
  var attached: Int?
  /// Whether the name follows directly: "Prime Minister Lee".
  var isTitle = false
  /// "Former", "then-", "ex-": not held any more.
  var isPast = false

  enum Sense {
    case role(ActorNouns.Role)
    case body(ActorNouns.Body)
    case collective(ActorNouns.Collective)

    var role: ActorNouns.Role? { if case .role(let role) = self { role } else { nil } }
    var body: ActorNouns.Body? { if case .body(let body) = self { body } else { nil } }
  }

  enum Determiner {
    case definite, demonstrative, indefinite, possessivePronoun, possessor, none
  }
}
