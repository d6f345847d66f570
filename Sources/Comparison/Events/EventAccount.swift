public import Record

/// One event as one article tells of it, in terms that can be held against other articles'.
public struct EventAccount: Sendable, Hashable {
  /// The number by which the caller knows the article.
  public var article: Int
  /// The event's id in its readout.
  public var event: String
  public var type: EventType
  public var modes: [String]
  public var status: EventStatus
  /// Actors and recipients that other articles can name too.
  public var parties: Set<ActorKey>
  /// The states that take part or whose people do.
  public var states: Set<String>
  /// When it happens, as far as the article says.
  public var days: DayInterval?
  /// The day of the article, or the days on which it can have been written.
  public var published: DayInterval?
  public var place: EventPlace?
  /// Figures of the sentences that tell of it, by the word that follows: `casualty: 12`.
  public var figures: [Figure]
  /// The state on whose word the article tells it: of the statement's speaker in which it is told, or of who passed that on.
  public var voice: String?
  /// A key of the sentence that tells of it, word for word; `nil` for a short one.
  var sentence: UInt64?
  /// Keys of that sentence's words that tell what it is about: without its parties, times, trigger, numbers and small words.
  var words: Set<UInt32>

  /// A number with what it counts.
  public struct Figure: Sendable, Hashable {
    public var value: String
    /// The word after it, folded.
    public var unit: String
  }

  var family: EventFamily { EventFamily(type, status) }

  /// Who is named for a state.
  func people(of state: String) -> Set<ActorKey> { parties.filter { $0.kind == .person && $0.state == state } }

  /// The offices for which a state's people are named, where their names are not.
  func offices(of state: String) -> Set<ActorKey> { parties.filter { $0.kind == .office && $0.state == state } }
}

extension EventAccount {
  /// All events of a readout.
  ///
  /// - Parameters:
  ///   - article: the number by which the caller knows it.
  public static func all(of readout: Readout, article: Int) -> [EventAccount] {
    let reader = EventAccountReader(readout, article: article)
    return readout.events.compactMap { reader.account(of: $0) }
  }
}
