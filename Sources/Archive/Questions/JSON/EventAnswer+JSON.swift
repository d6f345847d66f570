public import Record

extension EventAnswer: JSONAnswer {
  public func write(into writer: inout JSONWriter) {
    writer.object { writer in
      writer.field("question", "events")
      writer.key("events")
      writer.array(events) { $1.write(into: &$0) }
      writer.field("next", next?.description)
    }
  }
}

extension EventReport {
  func write(into writer: inout JSONWriter) {
    writer.object { writer in
      writer.field("id", id)
      writer.days(day, dayEnd, precision: precision)
      writer.field("type", type)
      writer.field("mode", mode)
      writer.field("status", status)
      writer.field("actors", actors)
      writer.field("recipients", recipients)
      writer.field("place", place)
      writer.field("placeCountry", placeCountry)
      writer.field("cameo", cameo)
      writer.field("quad", quad)
      writer.field("score", score)
      writer.field("confidence", hundredths: confidence)
      if isCorrected {
        writer.key("corrected")
        writer.boolean(true)
      }
      if articles > 1 { writer.field("articles", articles) }
      writer.field("citation", citation)
    }
  }
}
