import Linguistics
import Record

/// A document as spaCy's `Doc.to_json` writes it: offsets in Unicode scalars, heads as token numbers.
struct DocJSON {
  let bytes: [UInt8]

  init(_ doc: Doc) {
    let offsets = ScalarOffsets(utf8: doc.utf8)
    var writer = JSONWriter()
    writer.object { writer in
      writer.key("text")
      writer.string(doc.text)
      writer.key("ents")
      writer.array(doc.entities) { writer, entity in
        let span = offsets.span(doc.utf8Range(of: entity.tokens))
        writer.object {
          $0.field("start", span.start)
          $0.field("end", span.end)
          $0.field("label", entity.label)
        }
      }
      writer.key("sents")
      writer.array(doc.sentences) { writer, sentence in
        let span = offsets.span(doc.utf8Range(of: sentence))
        writer.object {
          $0.field("start", span.start)
          $0.field("end", span.end)
        }
      }
      writer.key("tokens")
      writer.array(doc) { writer, token in
        let span = offsets.span(token.utf8Range)
        writer.object {
          $0.field("id", token.index)
          $0.field("start", span.start)
          $0.field("end", span.end)
          for (key, value) in [
            ("tag", token.tag), ("pos", token.pos.name), ("morph", token.morphology), ("lemma", token.lemma),
            ("dep", token.label),
          ] as [(StaticString, String)] {
            $0.key(key)
            $0.string(value)
          }
          $0.field("head", token.head.index)
        }
      }
    }
    bytes = writer.bytes
  }
}
