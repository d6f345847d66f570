extension Archive {
  /// Answers a question from what the archive holds at this moment.
  func ask<Asked: Question>(_ question: Asked) throws -> Asked.Answer {
    // The archive makes all errors of a transaction its own: this one is the caller's.
    let result = try read { database -> Result<Asked.Answer, QuestionError> in
      do { return .success(try question.answer(in: database)) } catch let error as QuestionError {
        return .failure(error)
      }
    }
    return try result.get()
  }

  /// Who said what to whom about what.
  ///
  /// - Throws: ``QuestionError`` where the question cannot be asked as it stands, ``ArchiveError`` where the archive cannot be
  ///   read. So do all of these.
  public func answer(_ question: StatementQuestion) throws -> StatementAnswer { try ask(question) }

  /// Who did what to whom.
  public func answer(_ question: EventQuestion) throws -> EventAnswer { try ask(question) }

  /// Somebody's offices, words and meetings.
  public func answer(_ question: PersonQuestion) throws -> PersonAnswer { try ask(question) }

  /// Where things happen.
  public func answer(_ question: PlaceQuestion) throws -> PlaceAnswer { try ask(question) }

  /// Who deals with whom.
  public func answer(_ question: NetworkQuestion) throws -> NetworkAnswer { try ask(question) }

  /// Where parties stand, and when that changed.
  public func answer(_ question: PositionQuestion) throws -> PositionAnswer { try ask(question) }

  /// Who promised what to whom, and what came of it.
  public func answer(_ question: CommitmentQuestion) throws -> CommitmentAnswer { try ask(question) }

  /// What is planned, and how that moved.
  public func answer(_ question: AgendaQuestion) throws -> AgendaAnswer { try ask(question) }

  /// What happened and was said, day by day.
  public func answer(_ question: TimelineQuestion) throws -> TimelineAnswer { try ask(question) }

  /// A page of what is new, with its sources.
  public func answer(_ question: BriefQuestion) throws -> Brief { try ask(question) }

  /// Whom a user means by a name.
  public func party(named name: String, by finder: PartyFinder) throws -> Party {
    try ask(PartyLookUp(name: name, finder: finder))
  }

  /// The issue that a user means by a keyword or a key.
  public func issue(named name: String) throws -> IssueReference { try ask(IssueLookUp(name: name)) }

  /// What a user means by a word: an issue, else somebody.
  public func topic(named name: String, by finder: PartyFinder) throws -> Topic {
    try ask(TopicLookUp(name: name, finder: finder))
  }
}
