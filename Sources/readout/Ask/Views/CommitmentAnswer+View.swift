import Archive
import Record

extension CommitmentAnswer: AnswerView {
  func write(to text: inout AnswerText) {
    for commitment in commitments {
      var subject = "\(commitment.day ?? "no date") · \(commitment.by.label)"
      if let to = commitment.to { subject += " → \(to.label)" }
      let due = commitment.due.map {
        "due \($0)" + (commitment.dueEnd.flatMap { $0 == commitment.due ? nil : " to \($0)" } ?? "")
      }
      text.item(subject, [commitment.kind, due, commitment.outcome.rawValue + (commitment.isLate ? ", late" : "")])
      text.cite(commitment.citation)
      for evidence in commitment.evidence {
        text.note(
          "\(evidence.kind.rawValue), \(evidence.day ?? "no date"); agrees in \(evidence.agreesIn.joined(separator: ", ")):"
        )
        text.cite(evidence.citation)
      }
    }
    text.more(false, next: next)
  }

  static let columns = [
    "day", "by", "byCountry", "to", "toCountry", "kind", "due", "dueEnd", "outcome", "evidence", "evidenceDocument",
    "evidenceStart", "evidenceEnd",
  ]

  var rows: [(cells: [String?], citation: Citation?)] {
    commitments.map { commitment in
      let evidence = commitment.evidence.first
      return (
        [
          commitment.day, commitment.by.name, commitment.by.country, commitment.to?.name, commitment.to?.country,
          commitment.kind, commitment.due, commitment.dueEnd, commitment.outcome.rawValue, evidence?.kind.rawValue,
          evidence?.citation.source.document, (evidence?.citation.span.start).map(String.init),
          (evidence?.citation.span.end).map(String.init),
        ], commitment.citation
      )
    }
  }
}
