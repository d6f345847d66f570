public import Record

extension TimelineAnswer: JSONAnswer {
  public func write(into writer: inout JSONWriter) {
    writer.object { writer in
      writer.field("question", "timeline")
      writer.key("entries")
      writer.array(entries) { writer, entry in
        writer.object { writer in
          writer.field("day", entry.day)
          writer.field("articles", entry.articles)
          writer.field("origins", entry.origins)
          switch entry.matter {
          case .event(let event):
            writer.key("event")
            event.write(into: &writer)
          case .statement(let statement):
            writer.key("statement")
            statement.write(into: &writer)
          }
        }
      }
    }
  }
}
