extension Readout.Entity {
  func write(to writer: inout JSONWriter) {
    writer.object { writer in
      writer.field("id", id)
      writer.field("name", name)
      writer.field("type", type)
      writer.field("country", country)
      writer.field("code", code)
      writer.field("sector", sector)
      writer.list("offices", offices) { $1.write(to: &$0) }
      writer.field("wikidata", wikidata)
      writer.list("mentions", mentions) { writer, mention in writer.inline { mention.write(to: &$0) } }
      writer.field("basis", basis)
    }
  }
}

extension Readout.Office {
  func write(to writer: inout JSONWriter) {
    writer.object { writer in
      writer.field("title", title)
      writer.field("office", office)
      writer.field("sector", sector)
      writer.field("country", country)
      writer.field("organization", organization)
      writer.field("from", from)
      writer.field("to", to)
      writer.field("basis", basis)
    }
  }
}

extension Readout.Mention {
  func write(to writer: inout JSONWriter) {
    writer.object { writer in
      writer.field("span", span)
      writer.field("kind", kind)
      writer.field("members", members)
    }
  }
}

extension Readout.Time {
  func write(to writer: inout JSONWriter) {
    writer.object { writer in
      writer.field("id", id)
      writer.field("span", span)
      writer.field("type", type)
      writer.field("value", value)
      writer.field("end", end)
      writer.field("anchor", anchor)
      writer.field("basis", basis)
    }
  }
}

extension Readout.Place {
  func write(to writer: inout JSONWriter) {
    writer.object { writer in
      writer.field("id", id)
      writer.field("span", span)
      writer.field("name", name)
      writer.field("country", country)
      writer.field("latitude", latitude)
      writer.field("longitude", longitude)
      writer.field("geonames", geonames)
    }
  }
}
