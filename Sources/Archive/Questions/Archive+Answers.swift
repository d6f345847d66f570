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
}
