extension Readout.Event {
  func write(to writer: inout JSONWriter) {
    writer.object { writer in
      writer.field("id", id)
      writer.field("sentence", sentence)
      writer.field("trigger", trigger)
      writer.field("type", type)
      if modes.count == 1 { writer.field("mode", modes[0]) } else { writer.field("mode", modes) }
      writer.field("contexts", contexts)
      writer.field("cameo", cameo)
      writer.field("quad", quad)
      writer.field("score", score)
      writer.field("status", status)
      writer.list("actors", actors) { $1.write(to: &$0) }
      writer.list("recipients", recipients) { $1.write(to: &$0) }
      writer.field("time", time)
      writer.field("place", place)
      writer.field("within", within)
      writer.field("occasion", occasion)
      writer.field("confidence", hundredths: confidence)
      if !mentions.isEmpty {
        writer.list("mentions", mentions) { writer, mention in
          writer.object {
            $0.field("sentence", mention.sentence)
            $0.field("trigger", mention.trigger)
          }
        }
      }
    }
  }
}

extension Readout.Participant {
  func write(to writer: inout JSONWriter) {
    writer.object { writer in
      writer.field("entity", entity)
      writer.field("span", span)
      writer.field("country", country)
      writer.field("sector", sector)
    }
  }
}
