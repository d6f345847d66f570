internal import Knowledge
internal import Record

/// An entity in the making: what the text and the knowledge base have told of it so far.
struct EntityDraft {
  var entity: Entity
  var sex: Sex?
  /// Whether it stands for several (officials, troops).
  var isPlural = false
  /// Whether only a noun speaks of it.
  var isUnnamed = false
  /// The nouns by which the text called it, in the singular.
  var nouns: Set<String> = []
  /// What the text says that it holds or held.
  var roles: [HeldRole] = []
  /// The office-holders' rows that its name stands for.
  var holders: [Holder] = []
  /// The offices by which it can be called: those of the text and those of the knowledge base on the day.
  var offices: Set<OfficeKind> = []
  /// The last token at which it was mentioned, -1 before the first.
  var lastToken = -1
  var lastSentence = -1

  /// A role in the words of the text.
  struct HeldRole {
    let role: ActorNouns.Role
    /// "Deputy foreign minister", as the text has it.
    let title: String
    let country: String?
    /// The body that it is held in, an entity.
    let organization: Int?
    let isPast: Bool
  }
}
