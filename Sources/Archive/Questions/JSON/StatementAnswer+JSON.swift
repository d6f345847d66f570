public import Record

extension StatementAnswer: JSONAnswer {
  public func write(into writer: inout JSONWriter) {
    writer.object { writer in
      writer.field("question", "statements")
      writer.key("statements")
      writer.array(statements) { $1.write(into: &$0) }
      writer.field("next", next?.description)
    }
  }
}

extension StatementAnswer.Statement {
  func write(into writer: inout JSONWriter) {
    writer.object { writer in
      writer.field("id", id)
      writer.field("day", day)
      writer.field("speaker", speaker)
      writer.field("addressees", addressees)
      writer.field("relays", relays)
      writer.field("act", act)
      if isNegated {
        writer.key("negated")
        writer.boolean(true)
      }
      writer.field("quotation", quotation)
      writer.field("content", content)
      writer.field("about", about)
      writer.field("issues", issues)
      writer.field("confidence", hundredths: confidence)
      if isCorrected {
        writer.key("corrected")
        writer.boolean(true)
      }
      if articles > 1 {
        writer.field("articles", articles)
        writer.field("origins", origins)
      }
      writer.field("reports", reports) { writer, report in
        writer.object { writer in
          writer.field("day", report.day)
          writer.field("relays", report.relays)
          writer.field("quotation", report.quotation)
          writer.field("content", report.content)
          writer.field("citation", report.citation)
        }
      }
      writer.field("citation", citation)
    }
  }
}
