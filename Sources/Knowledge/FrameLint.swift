/// What is wrong with a lexicon whose lines all can be read: frames that can never be chosen, or that lack an example.
package struct FrameLint {
  private let frames: Frames

  package init(_ frames: Frames) { self.frames = frames }

  /// The problems of the frames in `file`, in the order of its lines.
  package func problems(in file: String) -> [KnowledgeError] {
    let illustrated = Set(frames.examples.flatMap(\.frames))
    var found: [KnowledgeError] = []
    var lines: Set<Int> = []
    for frame in frames.all where frame.file == file {
      func note(_ message: String) { found.append(KnowledgeError(file: file, line: frame.line, message: message)) }
      if lines.insert(frame.line).inserted, !illustrated.contains(frame.index) {
        note("has no example; put one below it: > sentence = ACTORS > RECIPIENTS")
      }
      let name = frame.words.joined(separator: " ")
      if let twin = rivals(of: frame).first(where: { $0.words == frame.words && $0.conditions == frame.conditions }) {
        note("“\(name)” stands with the same conditions at \(place(twin, from: frame)) already; join the two")
      } else if let other = rivals(of: frame).first(where: { shadows($0, frame) }) {
        note(
          "“\(name)” is never chosen: \(place(other, from: frame)) holds wherever it does, and wins; "
            + "narrow one of them, or put this one first")
      }
    }
    return found
  }

  /// The frames that are looked at before `frame`.
  private func rivals(of frame: Frame) -> [Frame] {
    frames.frames(of: frame.words[0], as: frame.part).prefix { $0 != frame.index }.map { frames.all[$0] }
  }

  /// Whether `other`, which is looked at first, holds wherever `frame` does and weighs as much.
  private func shadows(_ other: Frame, _ frame: Frame) -> Bool {
    other.specificity >= frame.specificity && frame.words.starts(with: other.words)
      && other.conditions.allSatisfy { weaker in frame.conditions.contains { weaker.follows(from: $0) } }
  }

  private func place(_ frame: Frame, from other: Frame) -> String {
    let name = frame.file.split(separator: "/").last.map(String.init) ?? frame.file
    return frame.file == other.file ? "line \(frame.line)" : "\(name):\(frame.line)"
  }
}

extension Frame.Condition {
  /// Whether it holds wherever `other` does.
  fileprivate func follows(from other: Frame.Condition) -> Bool {
    guard slot == other.slot, isNegated == other.isNegated else { return false }
    let (wide, narrow) = isNegated ? (other, self) : (self, other)
    if wide.takesAnything { return true }
    return !narrow.takesAnything && (wide.takesParty || !narrow.takesParty) && (wide.takesPlace || !narrow.takesPlace)
      && wide.words.isSuperset(of: narrow.words) && narrow.phrases.allSatisfy(wide.phrases.contains)
  }
}
