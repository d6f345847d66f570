import Coding
import Newswire
import Record

/// What the program makes of short texts, in lines that a person can read.
enum ToldEvents {
  /// The events of `paragraphs`, one a line: `TYPE modes, status, ACTORS > RECIPIENTS`, with codes in alphabetical order.
  static func of(_ paragraphs: String..., title: String? = nil, published: String = "2024-06-14") throws -> [String] {
    let story = try story(paragraphs, title: title, published: published)
    return story.events.map { line($0, in: story) }
  }

  /// The story of `paragraphs`, coded.
  static func story(_ paragraphs: [String], title: String? = nil, published: String = "2024-06-14") throws -> Story {
    let parts = (title.map { [$0] } ?? []) + paragraphs
    var article = Article(text: parts.joined(separator: "\n\n"))
    article.published = published
    var start = 0
    for part in parts {
      article.passages.append(start..<start + part.utf8.count)
      start += part.utf8.count + 2
    }
    if let title { article.title = Article.Passage(text: title, range: 0..<title.utf8.count) }
    article.paragraphs = title == nil ? article.passages : Array(article.passages.dropFirst())
    return try ParsedStory.coder().story(of: article)
  }

  private static func line(_ event: Event, in story: Story) -> String {
    func codes(_ parties: [Event.Participant]) -> String {
      let codes = Set(parties.compactMap { $0.country ?? story.cast.entities[$0.entity].code }).sorted()
      return codes.isEmpty ? "-" : codes.joined(separator: ", ")
    }
    return "\(([event.type.rawValue] + event.modes).joined(separator: " ")), \(event.status.rawValue), "
      + "\(codes(event.actors)) > \(codes(event.recipients))"
  }
}
