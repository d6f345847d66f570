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
  /// Folded; the state after it where the article's record knows it.
  public var place: ActorKey?
  /// Figures of the sentences that tell of it, by the word that follows: `casualty: 12`.
  public var figures: [Figure]
  /// The state whose word it is, where somebody tells of it: the speaker's of the statement in which it is reported.
  public var voice: String?
  /// The wire or outlet that speaks.
  public var source: String?
  /// The sentence that tells of it.
  public var span: Span
  /// The ids of the statements made on this occasion.
  public var statements: [String]
  /// Keys of that sentence's words of more than three letters, without those of its parties.
  var words: Set<UInt64>

  /// A number with what it counts.
  public struct Figure: Sendable, Hashable {
    public var value: String
    /// The word after it, folded.
    public var unit: String
  }

  var family: EventFamily { EventFamily(type) }

  /// People among the parties, by state.
  var people: [String: Set<ActorKey>] {
    Dictionary(grouping: parties.filter { $0.kind == .person || $0.kind == .office }, by: { $0.state ?? "" })
      .mapValues(Set.init)
  }
}

extension EventAccount {
  /// All events of a readout that have a party.
  ///
  /// - Parameters:
  ///   - article: the number by which the caller knows it.
  ///   - identities: what is known of people from other articles.
  public static func all(of readout: Readout, article: Int, identities: ActorIdentities = .init()) -> [EventAccount] {
    let reader = EventAccountReader(readout, article: article, identities: identities)
    return readout.events.compactMap { reader.account(of: $0) }
  }
}
