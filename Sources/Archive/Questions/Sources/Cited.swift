/// Something that stands on words of an article.
protocol Cited {
  var citation: Citation { get }
}

extension EventReport: Cited {}
extension StatementAnswer.Statement: Cited {}
extension CommitmentAnswer.Commitment: Cited {}
