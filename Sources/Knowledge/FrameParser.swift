import FoundationEssentials
internal import Record

/// Reads the event lexicon's text format, which the head of `Data/frames/language.txt` explains: file by file, classes being
/// known in all that follow.
package struct FrameParser {
  private let plover: Plover
  private var file = ""
  private var number = 0
  private var block: Block?
  /// The frames of the line read last; `nil` where it could not be used.
  private var latest: Range<Int>? = 0..<0
  package private(set) var frames: Frames
  /// The lines that cannot be used.
  package private(set) var problems: [KnowledgeError] = []

  private struct Block {
    var type: EventType?
    var modes: [String] = []
    var contexts: [String] = []
  }

  /// Prepares to add to `frames`.
  package init(plover: Plover, adding frames: Frames = Frames()) {
    self.plover = plover
    self.frames = frames
  }

  /// The paths of a lexicon's files in `folder`, in the order in which they are read.
  package static func files(in folder: String) -> [String] {
    (["language"] + EventType.allCases.map { $0.rawValue.lowercased() }).map { "\(folder)/\($0).txt" }
  }

  /// Reads the file at `path`.
  ///
  /// - Parameter winning: Whether its frames win over those read before that hold as well.
  /// - Throws: ``KnowledgeError`` where it cannot be read; lines that cannot be used are kept in ``problems``.
  package mutating func read(path: String, winning: Bool = false) throws(KnowledgeError) {
    guard let data = FileManager.default.contents(atPath: path) else {
      throw KnowledgeError(file: path, message: "cannot be read; is it there?")
    }
    guard let content = String(validating: data, as: UTF8.self) else {
      throw KnowledgeError(file: path, message: "is not UTF-8; save it as UTF-8")
    }
    read(content, file: path, winning: winning)
  }

  /// Reads the lexicon in `content`, which problems call `file`.
  package mutating func read(_ content: String, file: String, winning: Bool = false) {
    (self.file, number, block, latest) = (file, 0, nil, 0..<0)
    let first = frames.all.count
    for line in content.utf8.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false) {
      number += 1
      do { try read(Substring(line)) } catch { problems.append(error) }
    }
    frames.index(from: first, winning: winning)
  }

  private func error(_ message: String) -> KnowledgeError {
    KnowledgeError(file: file, line: number, message: message)
  }

  private mutating func read(_ line: Substring) throws(KnowledgeError) {
    guard let byte = line.utf8.first(where: { !$0.isBlank }) else { return }
    let first = Character(Unicode.Scalar(byte))
    if first == "#" { return }
    if first == ">" { return try readExample(line) }
    if line.utf8.first?.isBlank == true { return try readFrames(line) }
    switch first {
    case "@": try readClass(line)
    case "~": try readHint(line)
    case "&": try readComposition(line)
    case "!": try readAct(line)
    default: try readBlock(line)
    }
  }

  // MARK: Lines at the margin

  private mutating func readClass(_ line: Substring) throws(KnowledgeError) {
    let (name, list) = try halves(line.dropFirst(), "=", "a class is written @name = words")
    guard frames.classes[name] == nil else { throw error("class @\(name) is defined twice; join the two lists") }
    var group = Frames.WordClass()
    for member in words(list, ",") {
      if member.utf8.contains(UInt8(ascii: " ")) {
        group.phrases.append(words(member[...], " "))
      } else {
        group.words.insert(member)
      }
    }
    frames.classes[name] = group
  }

  private mutating func readHint(_ line: Substring) throws(KnowledgeError) {
    let (head, list) = try halves(line.dropFirst(), ":", "a mode hint is written ~ TYPE mode : words")
    let outcome = try outcome(head)
    guard !outcome.modes.isEmpty else { throw error("the hint names no mode; write ~ TYPE mode : words") }
    for word in words(list, ",") { frames.hints[word, default: []].append(outcome) }
  }

  private mutating func readComposition(_ line: Substring) throws(KnowledgeError) {
    let (head, result) = try halves(line.dropFirst(), "=", "a composition is written & TYPE with TYPE = TYPE mode")
    let parts = words(head[...], " ")
    guard parts.count == 3, parts[1] == "with" else {
      throw error("a composition is written & TYPE with TYPE = TYPE mode")
    }
    let operation: Frames.Operator
    switch parts[0] {
    case "FUTURE": operation = .future
    case "REVERSED": operation = .reversed
    case "REFUSED": operation = .refused
    default: operation = .type(try type(parts[0]))
    }
    let content: Frames.Content
    switch parts[2] {
    case "*": content = .anything
    case "REVERSED": content = .reversed
    default: content = .type(try type(parts[2]))
    }
    frames.compositions[operation, default: [:]][content] = try outcome(String(result))
  }

  private mutating func readAct(_ line: Substring) throws(KnowledgeError) {
    let (name, result) = try halves(line.dropFirst(), "=", "an act is written ! act = TYPE mode")
    guard let act = Act(rawValue: name) else { throw error("\(name) is no act of a statement") }
    frames.acts[act] = try outcome(String(result))
  }

  private mutating func readBlock(_ line: Substring) throws(KnowledgeError) {
    let parts = words(line, " ")
    if parts == ["NONE"] { return block = Block() }
    let contexts = parts.filter { $0.hasPrefix("+") }.map { String($0.dropFirst()) }
    let outcome = try outcome(parts.filter { !$0.hasPrefix("+") }.joined(separator: " "))
    block = Block(type: outcome.type, modes: outcome.modes, contexts: contexts)
  }

  private func outcome(_ text: String) throws(KnowledgeError) -> Frames.Outcome {
    let parts = words(text[...], " ")
    guard let name = parts.first else { throw error("a PLOVER type is missing") }
    let type = try type(name)
    for mode in parts.dropFirst() where !plover.has(mode: mode, of: type) {
      throw error("\(name) has no mode \(mode); plover.tsv lists the modes")
    }
    return Frames.Outcome(type: type, modes: Array(parts.dropFirst()))
  }

  private func type(_ name: String) throws(KnowledgeError) -> EventType {
    guard let type = EventType(rawValue: name) else {
      throw error("\(name) is not a PLOVER type; write one of the 16 in capitals, or NONE")
    }
    return type
  }

  // MARK: Frames

  private mutating func readFrames(_ line: Substring) throws(KnowledgeError) {
    guard let block else { throw error("a frame stands before the first type; begin a block with a PLOVER type") }
    var (head, rest) = (line, Substring())
    if let colon = line.firstIndex(of: ":") { (head, rest) = (line[..<colon], line[line.index(after: colon)...]) }
    var triggers = head.split(separator: ",", omittingEmptySubsequences: false).map {
      words($0, " ").joined(separator: " ")
    }
    latest = nil
    var part = Frame.Part.verb
    if let first = triggers.first, first.hasPrefix("n ") || first.hasPrefix("a ") {
      part = first.hasPrefix("n ") ? .noun : .adjective
      triggers[0] = String(first.dropFirst(2))
    }
    var model = Frame(
      file: file, line: number, part: part, words: [], type: block.type, modes: block.modes, contexts: block.contexts,
      actors: [], recipients: [])
    for (key, value) in try settings(rest) {
      switch key {
      case "A": model.actors = try paths(value)
      case "R": model.recipients = try paths(value)
      case "is": for flag in words(value[...], ",") { try set(flag, of: &model) }
      case "cameo":
        guard plover.has(cameo: value) else { throw error("cameo=\(value) is no code of cameo-codes.tsv") }
        model.cameo = value
      case "not": model.negated = try outcome(value)
      case "may": model.possible = try outcome(value)
      default: model.conditions.append(try condition(slot(key), value))
      }
    }
    if model.actors.isEmpty { model.actors = part == .noun ? try paths("poss,by,mod,subj") : [[[.subject]]] }
    if model.recipients.isEmpty {
      model.recipients = part == .noun ? try paths("on,against,of,with,to") : [[[.object]]]
    }
    guard !triggers.isEmpty, !triggers.contains("") else {
      throw error("an empty word stands before the colon or between commas; take it out")
    }
    latest = frames.all.count..<frames.all.count + triggers.count
    for trigger in triggers {
      model.words = words(trigger[...], " ")
      frames.all.append(model)
    }
  }

  /// Reads `> sentence = ACTORS > RECIPIENTS as TYPE mode, status, published DATE`.
  private mutating func readExample(_ text: Substring) throws(KnowledgeError) {
    guard let latest else { return }
    guard let frame = latest.first.map({ frames.all[$0] }) else {
      throw error("an example stands before the first frame; put it below the frame that it is for")
    }
    let form = "an example is written > sentence = ACTORS > RECIPIENTS"
    let bytes = text.utf8
    guard let mark = bytes.firstIndex(of: UInt8(ascii: ">")), let sign = bytes.lastIndex(of: UInt8(ascii: "=")) else {
      throw error(form)
    }
    let sentence = words(text[text.index(after: mark)..<max(sign, text.index(after: mark))], " ").joined(separator: " ")
    guard !sentence.isEmpty else { throw error(form) }
    var example = FrameExample(
      file: file, line: number, frames: latest, sentence: sentence,
      outcome: frame.type.map { Frames.Outcome(type: $0, modes: frame.modes) })
    defer { frames.examples.append(example) }
    var rest = text[text.index(after: sign)...]
    if words(rest, " ") == ["nothing"] { return example.outcome = nil }
    var qualifiers = rest[rest.endIndex...]
    // Codes are in capitals: the first word that is not ends the parties.
    if let start = rest.firstRange(of: " as ")?.lowerBound {
      (rest, qualifiers) = (rest[..<start], rest[start...])
    } else if let first = rest.firstIndex(where: \.isLowercase) {
      (rest, qualifiers) = (rest[..<first], rest[first...])
    }
    let sides = rest.split(separator: ">", omittingEmptySubsequences: false)
    guard sides.count == 2 || sides.count == 1 && rest.contains("+") else { throw error(form) }
    example.actors = codes(sides[0])
    example.recipients = sides.count == 2 ? codes(sides[1]) : []
    for qualifier in words(qualifiers, ",") {
      let parts = words(qualifier[...], " ")
      if parts[0] == "as" {
        example.outcome = try outcome(parts.dropFirst().joined(separator: " "))
      } else if let status = EventStatus(rawValue: qualifier) {
        example.status = status
      } else if parts.count == 2, parts[0] == "published", PartialDate(parts[1])?.day != nil {
        example.published = parts[1]
      } else {
        throw error("\(qualifier) is neither a status nor “as TYPE mode” nor “published” with a day such as 1998-03-04")
      }
    }
    guard example.outcome != nil else {
      throw error("a frame of NONE wants = nothing, or “as TYPE” behind the parties")
    }
  }

  private func codes(_ text: Substring) -> Set<String> {
    Set(text.split(whereSeparator: { $0 == "," || $0 == "+" || $0.isWhitespace }).map(String.init)).subtracting(["-"])
  }

  private func set(_ flag: String, of frame: inout Frame) throws(KnowledgeError) {
    switch flag {
    case "mutual": frame.isMutual = true
    case "bare": frame.isBare = true
    case "weak": frame.isWeak = true
    case "open": frame.isOpen = true
    case "keep": frame.keepsContent = true
    case "future": frame.isFuture = true
    default: throw error("is=\(flag) is not known; write mutual, bare, weak, open, keep or future")
    }
  }

  /// The `key=value` pairs of a line; a value runs to the next key and may hold spaces.
  private func settings(_ text: Substring) throws(KnowledgeError) -> [(String, String)] {
    var pairs: [(String, String)] = []
    for token in text.utf8.split(whereSeparator: \.isBlank).map(Substring.init) {
      if let sign = token.utf8.firstIndex(of: UInt8(ascii: "=")) {
        pairs.append((String(token[..<sign]), String(token[token.index(after: sign)...])))
      } else if pairs.isEmpty {
        throw error("\(token) follows the colon but is no slot=words")
      } else {
        pairs[pairs.count - 1].1 += " \(token)"
      }
    }
    return pairs
  }

  private func condition(_ slot: Frame.Slot, _ text: String) throws(KnowledgeError) -> Frame.Condition {
    var condition = Frame.Condition(slot: slot)
    var value = text[...]
    if value.first == "!" {
      condition.isNegated = true
      value = value.dropFirst()
      if value.isEmpty { condition.takesAnything = true }
    }
    for word in words(value, "|") {
      switch word {
      case "*": condition.takesAnything = true
      case "party": condition.takesParty = true
      case "place": condition.takesPlace = true
      default:
        if word.hasPrefix("@") {
          guard let found = frames.classes[String(word.dropFirst())] else {
            throw error("class \(word) is not defined above this line")
          }
          // A set that nothing is added to is shared.
          if condition.words.isEmpty { condition.words = found.words } else { condition.words.formUnion(found.words) }
          condition.phrases += found.phrases
        } else if word.utf8.contains(UInt8(ascii: " ")) {
          condition.phrases.append(words(word[...], " "))
        } else {
          condition.words.insert(word)
        }
      }
    }
    return condition
  }

  private func paths(_ text: String) throws(KnowledgeError) -> [[Frame.Path]] {
    var alternatives: [[Frame.Path]] = []
    for alternative in words(text[...], ",") {
      var joined: [Frame.Path] = []
      for path in words(alternative[...], "+") {
        var slots: Frame.Path = []
        for name in words(path[...], ".") { slots.append(try slot(name)) }
        joined.append(slots)
      }
      alternatives.append(joined)
    }
    return alternatives
  }

  private func slot(_ name: String) throws(KnowledgeError) -> Frame.Slot {
    switch name {
    case "subj": return .subject
    case "obj": return .object
    case "iobj": return .indirectObject
    case "comp": return .complement
    case "inf": return .infinitive
    case "done": return .participle
    case "oprd": return .predicate
    case "adv": return .adverb
    case "poss": return .possessor
    case "mod": return .modifier
    case "verb": return .verb
    case "light": return .lightVerb
    case "speaker": return .speaker
    case "topic": return .topic
    default:
      guard Self.prepositions.contains(name) else {
        throw error("\(name) is neither a slot nor a preposition; the head of language.txt lists the slots")
      }
      return .preposition(name)
    }
  }

  private static let prepositions: Set<String> = [
    "about", "across", "against", "along", "among", "around", "as", "at", "behind", "between", "by", "for", "from",
    "in", "inside", "into", "near", "of", "off", "on", "onto", "out", "outside", "over", "through", "to", "toward",
    "towards", "under", "until", "upon", "with", "within", "without",
  ]

  // MARK: Words

  private func halves(
    _ text: Substring, _ sign: Character, _ complaint: String
  ) throws(KnowledgeError) -> (String, Substring) {
    guard let at = text.firstIndex(of: sign) else { throw error(complaint) }
    let head = words(text[..<at], " ").joined(separator: " ")
    guard !head.isEmpty else { throw error(complaint) }
    return (head, text[text.index(after: at)...])
  }

  /// The parts of `text` between `separator`s that are not empty, runs of blanks as one space.
  private func words(_ text: Substring, _ separator: Unicode.Scalar) -> [String] {
    text.utf8.split(separator: UInt8(ascii: separator)).compactMap { part in
      let words = part.split(whereSeparator: \.isBlank)
      guard let first = words.first else { return nil }
      return words.count == 1 ? String(Substring(first)) : words.map { String(Substring($0)) }.joined(separator: " ")
    }
  }
}

extension UInt8 {
  fileprivate var isBlank: Bool {
    self == UInt8(ascii: " ") || self == UInt8(ascii: "\t") || self == UInt8(ascii: "\r")
  }
}
