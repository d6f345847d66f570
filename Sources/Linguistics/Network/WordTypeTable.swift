/// Numbers word types as one worker meets them, so that what depends on the type alone is computed once.
///
/// News text reuses few types: 10,000 cover 96% of its tokens. Between batches, a full table drops the types used least.
struct WordTypeTable: Sendable {
  /// The types by slot.
  private(set) var types: [WordType] = []
  /// Counts how often slots were renumbered.
  private(set) var generation = 0
  /// The slots of the last generation that were kept, ascending: what was slot `kept[i]` is now slot `i`.
  private(set) var kept: [Int32] = []
  private var uses: [Int32] = []
  // The slot of a lexeme without (even) and with (odd) a space after it, or -1; and back.
  private var slotOfKey: [Int32] = []
  private var keyOfSlot: [Int32] = []
  private var lexicalGeneration = 0
  /// The number of types at which half of them are dropped.
  let limit: Int

  /// - Parameter limit: the number of types at which half of them are dropped.
  init(limit: Int = 6_656) { self.limit = limit }

  /// The number of types.
  var count: Int { types.count }

  /// The slots of the tokens of a batch. Earlier slots end to hold where ``generation`` changes.
  mutating func slots(of tokens: Tokenization, _ cache: LexicalCache) -> [Int32] {
    if cache.generation != lexicalGeneration {
      lexicalGeneration = cache.generation
      slotOfKey.removeAll(keepingCapacity: true)
      keep([])
    } else if types.count > limit {
      dropUnused()
    }
    let keys = cache.lexemes.count * 2
    if slotOfKey.count < keys { slotOfKey.append(contentsOf: repeatElement(-1, count: keys - slotOfKey.count)) }
    var result = [Int32](repeating: 0, count: tokens.count)
    for token in 0..<tokens.count {
      let lexeme = Int(tokens.lexemes[token])
      let key = lexeme * 2 + (tokens.spaceAfter[token] ? 1 : 0)
      var slot = Int(slotOfKey[key])
      if slot < 0 {
        slot = types.count
        slotOfKey[key] = Int32(slot)
        keyOfSlot.append(Int32(key))
        types.append(WordType(lexeme: cache.lexemes[lexeme], isFollowedBySpace: tokens.spaceAfter[token]))
        uses.append(0)
      }
      uses[slot] += 1
      result[token] = Int32(slot)
    }
    return result
  }

  private mutating func dropUnused() {
    let threshold = uses.sorted(by: >)[limit / 2]
    var slots = (0..<Int32(types.count)).filter { uses[Int($0)] > threshold }
    // Where most have been used equally often, none may be above the threshold.
    if slots.isEmpty { slots = Array(0..<Int32(limit / 2)) }
    keep(slots)
  }

  private mutating func keep(_ slots: [Int32]) {
    for key in keyOfSlot where Int(key) < slotOfKey.count { slotOfKey[Int(key)] = -1 }
    types = slots.map { types[Int($0)] }
    keyOfSlot = slots.map { keyOfSlot[Int($0)] }
    // Old uses fade, so that the words of today's story can take the place of yesterday's.
    uses = slots.map { uses[Int($0)] / 2 }
    for (slot, key) in keyOfSlot.enumerated() { slotOfKey[Int(key)] = Int32(slot) }
    kept = slots
    generation += 1
  }
}
