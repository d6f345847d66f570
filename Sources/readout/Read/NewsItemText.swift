import Newswire

/// An article to be read by a person: what is known of it, a line each, then its text.
struct NewsItemText {
  let bytes: [UInt8]

  init(_ item: NewsItem) {
    var lines = item.metadata.fields.map { "\($0.key): \($0.value)" }
    if let ref = item.metadata.ref { lines.insert("id: \(ref)", at: 0) }
    if item.metadata.isSummary { lines.append("only a summary") }
    if item.metadata.status != .usable { lines.append("status: \(item.metadata.status.rawValue)") }
    bytes = Array((lines.joined(separator: "\n") + "\n\n" + item.text + "\n").utf8)
  }
}
