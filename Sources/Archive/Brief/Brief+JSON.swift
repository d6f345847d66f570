public import Record

extension Brief: JSONAnswer {
  public func write(into writer: inout JSONWriter) {
    writer.object { writer in
      writer.field("question", "brief")
      writer.field("subject", subject)
      writer.field("period", period)
      writer.key("sections")
      writer.array(sections) { writer, section in
        writer.object { writer in
          writer.field("heading", section.heading)
          writer.field("lines", section.lines) { writer, line in
            writer.object { writer in
              writer.field("day", line.day)
              writer.field("text", line.text)
              writer.field("quotes", line.quotes) { writer, quote in
                writer.object { writer in
                  writer.field("source", quote.source)
                  writer.field("citation", quote.citation)
                }
              }
            }
          }
        }
      }
      writer.field("sources", sources) { $1.write(into: &$0) }
    }
  }
}
