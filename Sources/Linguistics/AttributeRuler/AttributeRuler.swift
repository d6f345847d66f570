/// Sets parts of speech, features, lemmas, tags and labels where patterns over tokens match (spaCy's `attribute_ruler`).
///
/// All patterns are matched first; then their attributes are set in the order of the rules, so that later rules win.
/// Source: spaCy 3.8, `pipeline/attributeruler.py` and `matcher/matcher.pyx`.
package struct AttributeRuler: Sendable {
  /// What one rule sets.
  struct Effect: Sendable {
    var pos: UPOS?
    var morph: UInt16?
    var lemma: UInt32?
    var tag: UInt16?
    var label: UInt16?
  }

  /// A pattern of one token, or of several.
  struct Entry: Sendable {
    let rule: UInt32
    let pattern: TokenPattern
    /// The token of the match that is set; counted from the end where negative.
    let index: Int
    /// The number of the first step among the steps of all patterns of several tokens.
    let firstStep: Int
  }

  /// The tags: those given, and those that only rules set.
  package private(set) var tagNames: [String]
  /// The labels of arcs: those given, and those that only rules set.
  package private(set) var labelNames: [String]
  /// The features that rules set, the first of them empty.
  package private(set) var morphNames = [""]
  private(set) var lemmaNames: [String] = []
  private(set) var effects: [Effect] = []
  let tagIDs: [UInt64]
  let labelIDs: [UInt64]
  /// Patterns of one token that ask for a tag, by the number of the tag; in rule order.
  let singlesByTag: [[Entry]]
  private(set) var sequences: [Entry] = []
  private(set) var sequenceSteps: [TokenPattern.Step] = []

  /// Reads a model's `attribute_ruler/patterns`.
  ///
  /// - Parameters:
  ///   - tagNames: The tags that tokens carry, by number; an empty string is no tag.
  ///   - labelNames: The labels that tokens carry, by number.
  package init(
    patterns: [UInt8], tagNames: [String], labelNames: [String], file: String = "attribute_ruler/patterns"
  ) throws(ModelError) {
    self.tagNames = tagNames
    self.labelNames = labelNames
    var morphs: [String: UInt16] = ["": 0]
    var partsOfSpeech: [String: UPOS] = [:]
    for pos in UPOS.allCases { partsOfSpeech[pos.name] = pos }
    var singles: [Entry] = []
    for (number, rule) in try AttributeRulerReader(file: file).read(patterns).enumerated() {
      var effect = Effect()
      for (name, value) in rule.attributes {
        switch name {
        case "POS":
          guard let pos = partsOfSpeech[value] else {
            throw ModelError(file: file, message: "sets the unknown part of speech \(value); use another model")
          }
          effect.pos = pos
        case "MORPH":
          let features = Morphology.normalized(value)
          if morphs[features] == nil {
            morphs[features] = UInt16(truncatingIfNeeded: morphNames.count)
            morphNames.append(features)
          }
          effect.morph = morphs[features]
        case "LEMMA":
          effect.lemma = UInt32(lemmaNames.count)
          lemmaNames.append(value)
        case "TAG": effect.tag = Self.number(of: value, in: &self.tagNames)
        case "DEP": effect.label = Self.number(of: value, in: &self.labelNames)
        default:
          throw ModelError(
            file: file, message: "sets the attribute \(name), which is not supported; use a model without such rules")
        }
      }
      effects.append(effect)
      for pattern in rule.patterns {
        let entry = Entry(
          rule: UInt32(number), pattern: pattern, index: rule.index, firstStep: sequenceSteps.count)
        if pattern.isSingle {
          guard rule.index == 0 || rule.index == -1 else {
            throw ModelError(
              file: file, message: "has a rule whose index \(rule.index) lies outside of its match; use another model")
          }
          singles.append(entry)
        } else {
          sequences.append(entry)
          sequenceSteps += pattern.steps
        }
      }
    }
    guard morphNames.count < UInt16.max, self.tagNames.count < UInt16.max, self.labelNames.count < UInt16.max else {
      throw ModelError(file: file, message: "has more tags, labels or features than fit; use another model")
    }
    tagIDs = self.tagNames.map(StringID.id(of:))
    labelIDs = self.labelNames.map(StringID.id(of:))
    singlesByTag = tagIDs.map { id in singles.filter { $0.pattern.canMatch(tag: id) } }
  }

  private static func number(of name: String, in names: inout [String]) -> UInt16 {
    if let index = names.firstIndex(of: name) { return UInt16(truncatingIfNeeded: index) }
    names.append(name)
    return UInt16(truncatingIfNeeded: names.count - 1)
  }

  /// The rules whose patterns of one token match `subject`, in order.
  func rules(for subject: TokenTest.Subject, tag: UInt16) -> [UInt32] {
    var rules: [UInt32] = []
    for entry in singlesByTag[Int(tag)] where rules.last != entry.rule && entry.pattern.matches(subject) {
      rules.append(entry.rule)
    }
    return rules
  }

  /// Which steps of the patterns of several tokens `subject` passes, one bit a step.
  func passedSteps(_ subject: TokenTest.Subject) -> [UInt64] {
    var passed = [UInt64](repeating: 0, count: (sequenceSteps.count + 63) / 64)
    for (index, step) in sequenceSteps.enumerated() where step.passes(subject) {
      passed[index >> 6] |= 1 << UInt64(index & 63)
    }
    return passed
  }

  /// Whether a pattern of several tokens can begin with a token that passes `passed`.
  func canStart(_ passed: [UInt64]) -> Bool {
    sequences.contains { entry in
      entry.pattern.advance(entry.pattern.startStates) { Self.isSet($0 + entry.firstStep, in: passed) } != 0
    }
  }

  /// The rules that patterns of several tokens beginning at `start` apply, each with the token that it sets.
  ///
  /// - Parameter passed: The steps that a token passes.
  func sequences(from start: Int, count: Int, passed: (Int) -> [UInt64]) -> [(token: Int, rule: UInt32)] {
    var found: [(token: Int, rule: UInt32)] = []
    for entry in sequences {
      var states = entry.pattern.startStates
      var end = start
      while end < count, states != 0 {
        let bits = passed(end)
        states = entry.pattern.advance(states) { Self.isSet($0 + entry.firstStep, in: bits) }
        end += 1
        guard states & entry.pattern.matchState != 0 else { continue }
        states &= ~entry.pattern.matchState
        let target = entry.index < 0 ? end + entry.index : start + entry.index
        if target >= start, target < end {
          found.append((target, entry.rule))
          // A longer match would set the same token.
          if entry.index >= 0 { break }
        }
      }
    }
    return found
  }

  @inline(__always)
  private static func isSet(_ bit: Int, in bits: [UInt64]) -> Bool { bits[bit >> 6] >> UInt64(bit & 63) & 1 == 1 }
}

extension TokenPattern {
  /// Whether a token with the tag `id` can match, as far as the tag alone tells.
  fileprivate func canMatch(tag id: UInt64) -> Bool {
    guard let step = steps.first, step.quantifier == .one else { return true }
    return step.tests.allSatisfy { test in
      guard test.attribute == .tag else { return true }
      switch test.condition {
      case .equals(let value): return value == id
      case .isIn(let values): return values.contains(id)
      case .isNotIn(let values): return !values.contains(id)
      case .matches: return true
      }
    }
  }
}
