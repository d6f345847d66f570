package import Knowledge
internal import Linguistics
internal import Newswire
internal import Record

/// Codes the examples of a lexicon's frames and says which come out as something else.
package struct FrameExamination {
  private let coder: Coder
  private let frames: Frames

  /// - Parameters:
  ///   - coder: a coder that uses `frames`.
  ///   - frames: the lexicon.
  package init(coder: Coder, frames: Frames) {
    self.coder = coder
    self.frames = frames
  }

  /// What came of an example.
  package enum Result: Sendable, Equatable {
    case right
    /// As wanted, but by a frame of another line.
    case rightBy(Frame)
    /// What was found instead.
    case wrong(String)
  }

  package func result(of example: FrameExample) -> Result {
    var article = Article(text: example.sentence)
    article.published = example.published
    article.paragraphs = [0..<example.sentence.utf8.count]
    article.passages = article.paragraphs
    let story = coder.story(of: article)
    let mainWords = Set(example.frames.map { frames.all[$0].words[0] })
    let places = story.doc.filter { mainWords.contains($0.lowerLemma) || mainWords.contains($0.lower) }
      .map(\.utf8Range)
    guard !places.isEmpty else { return .wrong("the sentence lacks the frame's word") }
    let events = story.events.filter { event in event.trigger.contains { span in places.contains { $0.overlaps(span) } }
    }
    guard let outcome = example.outcome else {
      return events.isEmpty ? .right : .wrong("wanted nothing; found \(list(events, in: story))")
    }
    let wanted = events.first { event in
      event.type == outcome.type && Set(event.modes).isSuperset(of: outcome.modes) && event.status == example.status
        && codes(event.actors, in: story) == example.actors && codes(event.recipients, in: story) == example.recipients
    }
    guard let wanted else {
      let sides = [example.actors, example.recipients].map { $0.isEmpty ? "-" : $0.sorted().joined(separator: ", ") }
      let parts = [outcome.type.rawValue] + outcome.modes
      return .wrong(
        "wanted \(parts.joined(separator: " ")), \(example.status.rawValue), \(sides.joined(separator: " > ")); found "
          + (events.isEmpty ? list(story.events, in: story, elsewhere: true) : list(events, in: story)))
    }
    if let frame = wanted.frame, !example.frames.contains(frame) { return .rightBy(frames.all[frame]) }
    return .right
  }

  private func codes(_ parties: [Event.Participant], in story: Story) -> Set<String> {
    Set(parties.compactMap { $0.country ?? story.cast.entities[$0.entity].code })
  }

  private func list(_ events: [Event], in story: Story, elsewhere: Bool = false) -> String {
    let texts = events.map { event in
      let sides = [event.actors, event.recipients].map { parties in
        let codes = codes(parties, in: story)
        return codes.isEmpty ? "-" : codes.sorted().joined(separator: ", ")
      }
      let type = ([event.type.rawValue] + event.modes).joined(separator: " ")
      return "\(type), \(event.status.rawValue), \(sides.joined(separator: " > "))"
        + (elsewhere ? " at “\(story.doc[event.head].text)”" : "")
    }
    return texts.isEmpty ? "nothing" : texts.joined(separator: "; ")
  }
}
