public import Record

extension NetworkAnswer: JSONAnswer {
  public func write(into writer: inout JSONWriter) {
    writer.object { writer in
      writer.field("question", "network")
      writer.key("links")
      writer.array(links) { writer, link in
        writer.object { writer in
          writer.field("a", link.a)
          writer.field("b", link.b)
          writer.field("interval", link.interval)
          writer.field("events", link.events)
          writer.field("verbalCooperation", link.verbalCooperation)
          writer.field("materialCooperation", link.materialCooperation)
          writer.field("verbalConflict", link.verbalConflict)
          writer.field("materialConflict", link.materialConflict)
          if let score = link.meanScore { writer.field("meanScore", hundredths: score) }
          writer.field("first", link.first)
          writer.field("last", link.last)
          writer.field("example", link.example)
        }
      }
    }
  }
}
