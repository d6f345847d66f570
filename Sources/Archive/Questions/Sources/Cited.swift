/// Something that stands on words of an article.
protocol Cited {
  var citation: Citation { get }
}

extension StatementAnswer.Statement: Cited {}
extension CommitmentAnswer.Commitment: Cited {}
