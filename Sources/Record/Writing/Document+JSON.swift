extension Readout.Provenance {
  func write(to writer: inout JSONWriter) {
    writer.object { writer in
      writer.field("name", name)
      writer.field("release", release)
      writer.field("model", model)
      writer.field("attribution", attribution)
      writer.field("knowledge", knowledge)
    }
  }
}

extension Readout.Document {
  func write(to writer: inout JSONWriter) {
    writer.object { writer in
      writer.field("id", id)
      writer.field("ref", ref)
      writer.field("uri", uri)
      writer.field("title", title)
      writer.field("byline", byline)
      writer.field("agency", agency)
      writer.field("publisher", publisher)
      if let dateline {
        writer.key("dateline")
        dateline.write(to: &writer)
      }
      writer.field("published", published)
      writer.field("publishedBasis", publishedBasis)
      if let publishedWindow {
        writer.key("publishedWindow")
        publishedWindow.write(to: &writer)
      }
      writer.field("attributedTo", attributedTo)
      writer.field("language", language)
      // The text is the one field that is there even where it is empty: all spans count it.
      writer.key("text")
      writer.string(text)
      writer.field("sentences", sentences)
      writer.field("paragraphs", paragraphs)
      writer.field("furniture", furniture)
    }
  }
}

extension Readout.Dateline {
  func write(to writer: inout JSONWriter) {
    writer.object { writer in
      writer.field("span", span)
      writer.field("place", place)
      writer.field("time", time)
      writer.field("agency", agency)
    }
  }
}

extension Readout.PublishedWindow {
  func write(to writer: inout JSONWriter) {
    writer.object { writer in
      writer.field("from", from)
      writer.field("to", to)
      writer.field("because", because)
    }
  }
}

extension JSONWriter {
  mutating func field(_ key: StaticString, _ value: Readout.Words?) {
    guard let value, !value.text.isEmpty else { return }
    self.key(key)
    object { writer in
      writer.field("text", value.text)
      writer.field("span", value.span)
    }
  }

  mutating func field(_ key: StaticString, _ value: Readout.Party?) {
    guard let value else { return }
    self.key(key)
    object { writer in
      writer.field("entity", value.entity)
      writer.field("span", value.span)
    }
  }
}
