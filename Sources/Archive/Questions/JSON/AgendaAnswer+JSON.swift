public import Record

extension AgendaAnswer: JSONAnswer {
  public func write(into writer: inout JSONWriter) {
    writer.object { writer in
      writer.field("question", "agenda")
      writer.key("plans")
      writer.array(plans) { $1.write(into: &$0) }
    }
  }
}

extension AgendaAnswer.Plan {
  func write(into writer: inout JSONWriter) {
    writer.object { writer in
      writer.field("type", type)
      writer.field("parties", parties)
      writer.field("place", place)
      writer.field("status", status)
      writer.days(due, dueEnd, precision: precision)
      writer.field("steps", steps) { writer, step in
        writer.object { writer in
          writer.field("kind", step.kind)
          writer.field("reported", step.reported)
          writer.days(step.due, step.dueEnd)
          writer.field("agreesIn", step.agreesIn)
          writer.field("citation", step.citation)
        }
      }
    }
  }
}
