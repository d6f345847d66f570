extension Readout.Statement {
  func write(to writer: inout JSONWriter) {
    writer.object { writer in
      writer.field("id", id)
      writer.field("sentence", sentence)
      writer.field("quotation", quotation)
      writer.field("speaker", speaker)
      writer.field("cue", cue)
      writer.field("content", content)
      writer.field("act", act)
      writer.field("polarity", polarity)
      writer.field("addressees", addressees)
      if !relays.isEmpty { writer.list("relays", relays) { $1.write(to: &$0) } }
      writer.field("within", within)
      writer.field("occasion", occasion)
      writer.field("time", time)
      writer.field("place", place)
      writer.field("about", about)
      writer.field("issues", issues)
      if !conditions.isEmpty { writer.list("conditions", conditions) { $1.write(to: &$0) } }
      writer.field("echoes", echoes)
      writer.field("confidence", hundredths: confidence)
      writer.field("evidence", evidence)
    }
  }
}

extension Readout.Evidence {
  func write(to writer: inout JSONWriter) {
    writer.object { writer in
      writer.field("rule", rule)
      writer.field("entry", entry)
      writer.field("sure", hundredths: sure)
      writer.field("contentPath", contentPath)
      writer.field("speakerPath", speakerPath)
      guard let tagger else { return }
      writer.key("tagger")
      writer.inline { writer in
        writer.object { writer in
          writer.field("cue", hundredths: tagger.cue)
          writer.field("content", hundredths: tagger.content)
          writer.field("link", hundredths: tagger.link)
          writer.field("source", hundredths: tagger.source)
        }
      }
    }
  }
}

extension Readout.Relay {
  func write(to writer: inout JSONWriter) {
    writer.object { writer in
      writer.field("entity", entity)
      writer.field("span", span)
      writer.field("cue", cue)
    }
  }
}

extension Readout.Condition {
  func write(to writer: inout JSONWriter) {
    writer.object { writer in
      writer.field("if", condition)
      writer.field("then", consequence)
    }
  }
}

extension JSONWriter {
  /// What a statement rests on.
  package mutating func field(_ key: StaticString, _ value: Readout.Evidence?) {
    guard let value else { return }
    self.key(key)
    value.write(to: &self)
  }

  mutating func field(_ key: StaticString, _ value: Readout.Cue) {
    self.key(key)
    object { writer in
      writer.field("spans", value.spans)
      writer.field("lemma", value.lemma)
    }
  }
}
