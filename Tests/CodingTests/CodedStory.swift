import Coding
import FoundationEssentials
import Knowledge
import Linguistics
import Newswire
import Record

/// What the program makes of an article, in lines that a person can read.
enum CodedStory {
  private static let data = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent().appending(path: "Data").path
  private static let lexicon = Result { () throws(NewswireError) in try PressLexicon(directory: data) }

  /// The statements of `text`, one a line:
  ///
  ///     1 Speaker + speaker < relay | act, direct, negated > addressee | content; content | if condition | in 0, as 0
  ///
  /// Speakers, relays and addressees are given by their entities' names, by their words between asterisks where they have none.
  static func statements(_ text: String, tagging: Bool = false) throws -> [String] {
    let coder = tagging ? try ParsedStory.taggingCoder() : try ParsedStory.coder()
    let article = ArticleReader(lexicon: try lexicon.get()).read(text, metadata: .init())
    let story = coder.story(of: article)
    let cast = story.cast.entities
    func words(_ bytes: Range<Int>) -> String {
      story.doc.text(ofUTF8: bytes).split(whereSeparator: \.isWhitespace).joined(separator: " ")
    }
    func name(_ party: Statement.Party?) -> String {
      guard let party else { return "-" }
      if !party.members.isEmpty { return party.members.map { cast[$0].name }.joined(separator: " + ") }
      if let entity = party.entity, let group = story.cast.mentions.first(where: { $0.bytes == party.bytes }),
        group.entity == entity, !group.members.isEmpty
      {
        return group.members.map { cast[$0].name }.joined(separator: " + ")
      }
      return party.entity.map { cast[$0].name } ?? "*\(words(party.bytes))*"
    }
    // In the record's order: that of the first words.
    func start(_ index: Int) -> Int {
      let statement = story.statements[index]
      return (statement.content + statement.cue.spans).map(\.lowerBound).min() ?? 0
    }
    let order = story.statements.indices.sorted { (start($0), $0) < (start($1), $1) }
    let number = Dictionary(uniqueKeysWithValues: zip(order, order.indices))
    return order.enumerated().map { index, position in
      let statement = story.statements[position]
      var line = "\(index) " + ([statement.speaker] + statement.relays.map(\.party)).map(name).joined(separator: " < ")
      line += " | \(statement.act.rawValue)"
      if statement.quotation != .indirect { line += ", \(statement.quotation.rawValue)" }
      if statement.polarity == .negated { line += ", negated" }
      if !statement.addressees.isEmpty {
        line += " > " + statement.addressees.map { cast[$0].name }.joined(separator: ", ")
      }
      line += " | " + statement.content.map(words).joined(separator: "; ")
      for condition in statement.conditions { line += " | if \(words(condition.condition))" }
      if let within = statement.within { line += " | in \(number[within] ?? -1)" }
      if let echoes = statement.echoes { line += " | as \(number[echoes] ?? -1)" }
      return line
    }
  }
}
