public import Record

extension CommitmentAnswer: JSONAnswer {
  public func write(into writer: inout JSONWriter) {
    writer.object { writer in
      writer.field("question", "commitments")
      writer.key("commitments")
      writer.array(commitments) { $1.write(into: &$0) }
      writer.field("next", next?.description)
    }
  }
}

extension CommitmentAnswer.Commitment {
  func write(into writer: inout JSONWriter) {
    writer.object { writer in
      writer.field("by", by)
      writer.field("to", to)
      writer.field("kind", kind)
      writer.field("day", day)
      writer.field("due", due)
      if dueEnd != due { writer.field("dueEnd", dueEnd) }
      writer.field("precision", precision)
      writer.field("outcome", outcome)
      if isLate {
        writer.key("late")
        writer.boolean(true)
      }
      writer.field("evidence", evidence) { writer, evidence in
        writer.object { writer in
          writer.field("kind", evidence.kind)
          writer.field("day", evidence.day)
          writer.field("agreesIn", evidence.agreesIn)
          writer.field("citation", evidence.citation)
        }
      }
      if articles > 1 { writer.field("articles", articles) }
      writer.field("citation", citation)
    }
  }
}
