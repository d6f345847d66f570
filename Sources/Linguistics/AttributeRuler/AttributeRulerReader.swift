/// Reads the rules of a model's `attribute_ruler/patterns`.
struct AttributeRulerReader {
  let file: String

  /// One rule: the attributes that it sets on a token of what its patterns match.
  struct Rule {
    let patterns: [TokenPattern]
    /// The attributes by upper-case name.
    let attributes: [(name: String, value: String)]
    /// The token of the match that is set; counted from the end where negative.
    let index: Int
  }

  func read(_ bytes: [UInt8]) throws(ModelError) -> [Rule] {
    guard let items = try MessagePackValue(bytes, file: file).array else { throw refuse("is no list of rules") }
    var rules: [Rule] = []
    rules.reserveCapacity(items.count)
    for item in items {
      guard let patterns = item["patterns"]?.array, let attributes = item["attrs"]?.map else {
        throw refuse("has a rule without patterns or attrs")
      }
      var compiled: [TokenPattern] = []
      for pattern in patterns { compiled.append(try self.pattern(pattern)) }
      var values: [(name: String, value: String)] = []
      for pair in attributes {
        guard let name = pair.key.string, let value = pair.value.string else {
          throw refuse("sets an attribute that is not given by name and string")
        }
        values.append((name.uppercased(), value))
      }
      rules.append(Rule(patterns: compiled, attributes: values, index: item["index"]?.int ?? 0))
    }
    return rules
  }

  private func refuse(_ what: String) -> ModelError {
    ModelError(file: file, message: "\(what), which is not supported; use a model without such rules")
  }

  private func pattern(_ value: MessagePackValue) throws(ModelError) -> TokenPattern {
    guard let tokens = value.array, !tokens.isEmpty else { throw refuse("has an empty pattern") }
    var steps: [TokenPattern.Step] = []
    for token in tokens {
      guard let pairs = token.map else { throw refuse("has a pattern that is no list of maps") }
      var tests: [TokenTest] = []
      var quantifiers: [TokenPattern.Quantifier] = [.one]
      for pair in pairs {
        guard let key = pair.key.string?.uppercased() else { throw refuse("has a pattern key that is no string") }
        if key == "OP" {
          quantifiers = try self.quantifiers(pair.value.string ?? "")
        } else {
          tests += try self.tests(key, pair.value)
        }
      }
      for quantifier in quantifiers { steps.append(TokenPattern.Step(quantifier: quantifier, tests: tests)) }
      guard steps.count < 64 else { throw refuse("has a pattern of more than 63 steps") }
    }
    guard !steps.isEmpty else { throw refuse("has a pattern that matches nothing") }
    return TokenPattern(steps: steps)
  }

  private func tests(_ key: String, _ value: MessagePackValue) throws(ModelError) -> [TokenTest] {
    guard let attribute = TokenTest.Attribute(rawValue: key == "TEXT" ? "ORTH" : key) else {
      throw refuse("asks for the attribute \(key) in a pattern")
    }
    switch value {
    case .string(let string): return [TokenTest(attribute: attribute, condition: .equals(StringID.id(of: string)))]
    case .bool(let flag): return [TokenTest(attribute: attribute, condition: .equals(flag ? 1 : 0))]
    case .uint(let number): return [TokenTest(attribute: attribute, condition: .equals(number))]
    case .map(let pairs):
      var tests: [TokenTest] = []
      for pair in pairs {
        guard let name = pair.key.string?.uppercased() else { throw refuse("has a predicate that is no string") }
        tests.append(TokenTest(attribute: attribute, condition: try condition(name, pair.value, on: attribute)))
      }
      return tests
    default: throw refuse("asks \(key) for a value of an unknown kind")
    }
  }

  private func condition(
    _ name: String, _ value: MessagePackValue, on attribute: TokenTest.Attribute
  ) throws(ModelError) -> TokenTest.Condition {
    switch name {
    case "IN", "NOT_IN":
      guard attribute != .morph, let items = value.array else { throw refuse("has a bad list for \(name)") }
      var values: Set<UInt64> = []
      for item in items {
        switch item {
        case .string(let string): values.insert(StringID.id(of: string))
        case .uint(let number): values.insert(number)
        default: throw refuse("has a bad list for \(name)")
        }
      }
      return name == "IN" ? .isIn(values) : .isNotIn(values)
    case "REGEX":
      switch attribute {
      case .orth, .lower, .tag, .dep: break
      default: throw refuse("asks for REGEX on \(attribute.rawValue)")
      }
      guard let source = value.string else { throw refuse("has a REGEX that is no string") }
      return .matches(try TextPattern(source, file: file))
    default: throw refuse("uses the predicate \(name)")
    }
  }

  private func quantifiers(_ text: String) throws(ModelError) -> [TokenPattern.Quantifier] {
    switch text {
    case "1": return [.one]
    case "!": return [.notOne]
    case "?": return [.zeroOrOne]
    case "*": return [.zeroOrMore]
    case "+": return [.one, .zeroOrMore]
    default: break
    }
    guard text.first == "{", text.last == "}", text.count > 2 else { throw refuse("uses the operator '\(text)'") }
    let bounds = text.dropFirst().dropLast().split(separator: ",", omittingEmptySubsequences: false)
    guard let first = bounds.first, let last = bounds.last, bounds.count <= 2 else {
      throw refuse("uses the operator '\(text)'")
    }
    let least = first.isEmpty ? 0 : Int(first)
    guard let least, least >= 0, least < 64 else { throw refuse("uses the operator '\(text)'") }
    let head = [TokenPattern.Quantifier](repeating: .one, count: least)
    if last.isEmpty {
      guard !first.isEmpty else { throw refuse("uses the operator '\(text)'") }
      return head + [.zeroOrMore]
    }
    guard let most = Int(last), most >= least, most < 64 else { throw refuse("uses the operator '\(text)'") }
    return head + [TokenPattern.Quantifier](repeating: .zeroOrOne, count: most - least)
  }
}
