/// The elements and texts of a page, in the order in which they open, as one flat array.
///
/// A node's descendants are the nodes from the one after it up to its `end`.
struct HTMLTree: Sendable {
  struct Node: Sendable {
    let tag: HTMLTag
    /// Whether a text stands inside a link.
    var isLink = false
    let parent: Int32
    /// The index after the last descendant.
    var end: Int32
    /// For a text its bytes, for an element the bytes of its attributes: a half-open range of ``HTMLTree/bytes``.
    let lower: Int32
    let upper: Int32

    var range: Range<Int> { Int(lower)..<Int(upper) }
  }

  /// The page in UTF-8.
  let bytes: [UInt8]
  /// Never empty; the first is the root.
  var nodes: [Node]

  /// The nodes inside the node `index`.
  func descendants(of index: Int) -> Range<Int> { index + 1..<Int(nodes[index].end) }

  /// Calls `body` with the range of the name and of the value of each attribute of the element `index`, until it says `false`.
  func forEachAttribute(of index: Int, _ body: (_ name: Range<Int>, _ value: Range<Int>) -> Bool) {
    let range = nodes[index].range
    var at = range.lowerBound
    let end = range.upperBound
    while at < end {
      while at < end, bytes[at].isHTMLSpace || bytes[at] == UInt8(ascii: "/") { at += 1 }
      let name = at
      while at < end, !bytes[at].isHTMLSpace, bytes[at] != UInt8(ascii: "/"),
        bytes[at] != UInt8(ascii: "=") || at == name
      {
        at += 1
      }
      let nameEnd = at
      while at < end, bytes[at].isHTMLSpace { at += 1 }
      var value = at..<at
      if at < end, bytes[at] == UInt8(ascii: "=") {
        at += 1
        while at < end, bytes[at].isHTMLSpace { at += 1 }
        if at < end, bytes[at] == UInt8(ascii: "\"") || bytes[at] == UInt8(ascii: "'") {
          let quote = bytes[at]
          let start = at + 1
          at = start
          while at < end, bytes[at] != quote { at += 1 }
          value = start..<at
          at += 1
        } else {
          let start = at
          while at < end, !bytes[at].isHTMLSpace { at += 1 }
          value = start..<at
        }
      }
      if name < nameEnd, !body(name..<nameEnd, value) { return }
    }
  }

  /// The value of the attribute `name`, as written; `nil` where the element does not have it.
  func attribute(_ name: StaticString, of index: Int) -> ArraySlice<UInt8>? {
    var result: ArraySlice<UInt8>?
    forEachAttribute(of: index) { found, value in
      guard bytes[found].equalsIgnoringCase(name) else { return true }
      result = bytes[value]
      return false
    }
    return result
  }

  /// The value of the attribute `name` with its character references resolved and without white space around it.
  func value(_ name: StaticString, of index: Int) -> String? {
    attribute(name, of: index).map { PageText.line(of: $0) }
  }

  /// All text inside the node `index`, on one line.
  func line(of index: Int, limit: Int = 2_000) -> String {
    var joined: [UInt8] = []
    for node in index..<Int(nodes[index].end) where nodes[node].tag == .text {
      joined += bytes[nodes[node].range].prefix(limit)
      joined.append(0x20)
      if joined.count > limit { break }
    }
    return PageText.line(of: joined[...])
  }
}
