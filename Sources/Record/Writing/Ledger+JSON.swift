extension Readout.Position {
  func write(to writer: inout JSONWriter) {
    writer.object { writer in
      writer.field("holder", holder)
      writer.field("issue", issue)
      writer.field("label", label)
      writer.field("stance", stance)
      writer.field("statement", statement)
      writer.field("change", change)
    }
  }
}

extension Readout.Commitment {
  func write(to writer: inout JSONWriter) {
    writer.object { writer in
      writer.field("by", by)
      writer.field("to", to)
      writer.field("content", content)
      writer.field("kind", kind)
      writer.field("time", time)
      writer.field("statement", statement)
    }
  }
}

extension Readout.AgendaItem {
  func write(to writer: inout JSONWriter) {
    writer.object { writer in
      writer.field("event", event)
      writer.field("time", time)
      writer.field("expected", expected)
      writer.field("basis", basis)
    }
  }
}

extension Readout.Warning {
  func write(to writer: inout JSONWriter) {
    writer.object { writer in
      writer.field("code", code)
      writer.field("message", message)
      writer.field("span", span)
    }
  }
}
