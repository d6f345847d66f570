import Newswire
import Record

/// An article as a line of JSON, which every command reads again.
struct NewsItemLine {
  let bytes: [UInt8]

  init(_ item: NewsItem) {
    var writer = JSONWriter()
    writer.object { writer in
      if let ref = item.metadata.ref { writer.field("id", ref) }
      for (key, value) in item.metadata.fields { writer.field(key, value) }
      if item.metadata.isSummary {
        writer.key("isSummary")
        writer.boolean(true)
      }
      if item.metadata.status != .usable { writer.field("status", item.metadata.status.rawValue) }
      writer.field("text", item.text)
    }
    bytes = writer.bytes + [0x0A]
  }
}
