import Record

/// A text with marks that may nest and cross, as HTML: where marks cross, the inner one is closed and opened again.
struct MarkedText {
  /// A stretch of the text that says something.
  struct Mark {
    var span: Span
    /// The element's class.
    var kind: String
    /// What a reader is told who points at it.
    var tell: String
    /// The element's id, for links to it; the first piece gets it.
    var id: String?
  }

  let html: String

  init(_ text: String, marks: [Mark]) {
    // Longer ones are opened first, so that they lie outside.
    let order = marks.indices.filter { marks[$0].span.start < marks[$0].span.end }.sorted {
      marks[$0].span != marks[$1].span ? marks[$0].span < marks[$1].span : $0 < $1
    }
    var html = ""
    var open: [(mark: Int, end: Int)] = []
    var isBegun = [Bool](repeating: false, count: marks.count)
    var next = 0
    var position = 0
    var pending = ""

    func opening(_ index: Int) -> String {
      let mark = marks[index]
      defer { isBegun[index] = true }
      let focus = isBegun[index] ? "" : " tabindex=\"0\""
      let id = isBegun[index] ? "" : mark.id.map { " id=\"\($0.escapedForHTML)\"" } ?? ""
      return "<span class=\"\(mark.kind)\"\(id)\(focus) title=\"\(mark.tell.escapedForHTML)\">"
    }
    func flush() {
      html += pending.escapedForHTML
      pending = ""
    }

    for scalar in text.unicodeScalars {
      if open.contains(where: { $0.end <= position }) {
        flush()
        // Close down to the outermost that ends here, then open again what goes on.
        let first = open.firstIndex { $0.end <= position } ?? open.count
        let above = open[first...].filter { $0.end > position }
        html += String(repeating: "</span>", count: open.count - first)
        open.removeSubrange(first...)
        for (mark, end) in above {
          html += opening(mark)
          open.append((mark, end))
        }
      }
      while next < order.count, marks[order[next]].span.start <= position {
        flush()
        html += opening(order[next])
        open.append((order[next], marks[order[next]].span.end))
        next += 1
      }
      pending.unicodeScalars.append(scalar)
      position += 1
    }
    flush()
    html += String(repeating: "</span>", count: open.count)
    self.html = html
  }
}
