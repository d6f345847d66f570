public import Record

extension PersonAnswer: JSONAnswer {
  public func write(into writer: inout JSONWriter) {
    writer.object { writer in
      writer.field("question", "people")
      writer.field("person", person)
      writer.field("type", type)
      writer.field("names", names)
      writer.field("offices", offices) { $1.write(into: &$0) }
      writer.field("said", said) { $1.write(into: &$0) }
      writer.field("about", about) { $1.write(into: &$0) }
      writer.field("met", met) { writer, meeting in
        writer.object { writer in
          writer.field("with", meeting.with)
          writer.field("reports", meeting.reports)
          writer.key("latest")
          meeting.latest.write(into: &writer)
        }
      }
    }
  }
}

extension PersonAnswer.Office {
  func write(into writer: inout JSONWriter) {
    writer.object { writer in
      writer.field("title", title)
      writer.field("office", office)
      writer.field("country", country)
      writer.field("organization", organization)
      writer.field("from", from)
      writer.field("to", to)
      writer.field("basis", basis)
      writer.field("firstReported", firstReported)
      writer.field("lastReported", lastReported)
      writer.field("articles", articles)
      writer.field("citation", citation)
    }
  }
}
