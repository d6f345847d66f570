/// Makes the tree of a page from its bytes, as far as reading needs it.
///
/// A tokenizer after the HTML standard (section 13.2.5) and a builder that keeps its rules for implied end tags and scopes. What it
/// leaves out, such as foster parenting of what stands astray in tables, moves no text. Linear in the length of the page, with
/// bounded depth and number of nodes.
///
/// libxml2 is not used here for three reasons, measured on version 2.9.14: it compares each attribute with all before it (60,000
/// attributes, half a megabyte: 7.9 s), it drops everything behind the 256th level, and its HTML 4 tables leave paragraphs open where
/// `section`, `article` or `figure` begin.
struct HTMLParser {
  /// Browsers stop nesting here too; what is deeper becomes a sibling.
  private static let deepest = 512
  private static let mostNodes = 1_000_000

  private let bytes: [UInt8]
  private var nodes: [HTMLTree.Node]
  /// The open elements, from the root inwards.
  private var open: [Int32] = [0]
  /// For each tag how many elements of it are open.
  private var openCount = [Int32](repeating: 0, count: HTMLTag.count)
  private var isInLink = false
  private var at = 0

  private init(_ bytes: [UInt8]) {
    self.bytes = bytes
    nodes = [HTMLTree.Node(tag: .html, parent: -1, end: 1, lower: 0, upper: 0)]
    nodes.reserveCapacity(bytes.count / 40 + 16)
  }

  /// The tree of the page `bytes`, which is UTF-8.
  static func tree(of bytes: [UInt8]) -> HTMLTree {
    var parser = HTMLParser(bytes)
    parser.parse()
    return HTMLTree(bytes: bytes, nodes: parser.nodes)
  }

  private mutating func parse() {
    while at < bytes.count, nodes.count < Self.mostNodes {
      let textStart = at
      while at < bytes.count, !(bytes[at] == UInt8(ascii: "<") && opensMarkup(at)) { at += 1 }
      if textStart < at { addText(textStart..<at) }
      guard at < bytes.count else { break }
      switch bytes[at + 1] {
      case UInt8(ascii: "!"): skipDeclaration()
      case UInt8(ascii: "?"): skip(past: UInt8(ascii: ">"))
      case UInt8(ascii: "/"): readEndTag()
      default: readStartTag()
      }
    }
    while !open.isEmpty { closeInnermost() }
  }

  private func opensMarkup(_ index: Int) -> Bool {
    guard index + 1 < bytes.count else { return false }
    switch bytes[index + 1] {
    case UInt8(ascii: "!"), UInt8(ascii: "?"): return true
    case UInt8(ascii: "/"): return index + 2 < bytes.count && bytes[index + 2].isASCIILetter
    case let byte: return byte.isASCIILetter
    }
  }

  // MARK: Tokens

  private mutating func skip(past byte: UInt8) {
    while at < bytes.count, bytes[at] != byte { at += 1 }
    at = min(at + 1, bytes.count)
  }

  private mutating func skipDeclaration() {
    guard at + 3 < bytes.count, bytes[at + 2] == UInt8(ascii: "-"), bytes[at + 3] == UInt8(ascii: "-") else {
      if bytes[at...].starts(with: "<![CDATA[".utf8) {
        at += 9
        return
      }
      return skip(past: UInt8(ascii: ">"))
    }
    // "<!-->" and "<!--->" are whole comments.
    at += 4
    var dashes = 2
    while at < bytes.count {
      let byte = bytes[at]
      at += 1
      if byte == UInt8(ascii: ">"), dashes >= 2 { return }
      if byte == UInt8(ascii: "-") {
        dashes += 1
      } else if byte != UInt8(ascii: "!") || dashes < 2 {
        dashes = 0
      }
    }
  }

  /// Reads a name, which begins at `at`.
  private mutating func readName() -> HTMLTag {
    let start = at
    while at < bytes.count, !bytes[at].isHTMLSpace, bytes[at] != UInt8(ascii: ">"), bytes[at] != UInt8(ascii: "/") {
      at += 1
    }
    return HTMLTag(name: bytes[start..<at])
  }

  /// Goes past the `>` of a tag, and returns the range of its attributes.
  private mutating func readAttributes() -> Range<Int> {
    let start = at
    while at < bytes.count {
      let byte = bytes[at]
      if byte == UInt8(ascii: ">") {
        at += 1
        return start..<at - 1
      }
      at += 1
      if byte == UInt8(ascii: "=") {
        while at < bytes.count, bytes[at].isHTMLSpace { at += 1 }
        if at < bytes.count, bytes[at] == UInt8(ascii: "\"") || bytes[at] == UInt8(ascii: "'") {
          let quote = bytes[at]
          at += 1
          skip(past: quote)
        }
      }
    }
    return start..<bytes.count
  }

  private mutating func readStartTag() {
    at += 1
    let tag = readName()
    let attributes = readAttributes()
    // A tag that the end of the page cuts off is none.
    if attributes.upperBound == bytes.count { return }
    start(tag, attributes)
    if tag.isRawText { readRawText(of: tag) }
  }

  private mutating func readEndTag() {
    at += 2
    let tag = readName()
    _ = readAttributes()
    end(tag)
  }

  /// The content of a script, a style sheet or a title, up to its end tag.
  private mutating func readRawText(of tag: HTMLTag) {
    let name = Array(tag.rawValue.utf8)
    let start = at
    while at < bytes.count {
      if bytes[at] == UInt8(ascii: "<"), at + 1 < bytes.count, bytes[at + 1] == UInt8(ascii: "/"),
        isName(name, at: at + 2)
      {
        break
      }
      at += 1
    }
    if start < at { addText(start..<at) }
    if at < bytes.count {
      at += 2
      _ = readAttributes()
    }
    closeInnermost()
  }

  private func isName(_ name: [UInt8], at index: Int) -> Bool {
    let after = index + name.count
    guard after <= bytes.count else { return false }
    for offset in name.indices where bytes[index + offset].lowercasedASCII != name[offset] { return false }
    return after == bytes.count || bytes[after].isHTMLSpace || bytes[after] == UInt8(ascii: ">")
      || bytes[after] == UInt8(ascii: "/")
  }

  // MARK: The tree

  private var innermost: HTMLTag { open.last.map { nodes[Int($0)].tag } ?? .html }

  private mutating func addText(_ range: Range<Int>) {
    let index = Int32(nodes.count)
    nodes.append(
      HTMLTree.Node(
        tag: .text, isLink: isInLink, parent: open.last ?? 0, end: index + 1, lower: Int32(range.lowerBound),
        upper: Int32(range.upperBound)))
  }

  private mutating func start(_ tag: HTMLTag, _ attributes: Range<Int>) {
    switch tag {
    case .html:
      // Its attributes become the root's.
      if nodes[0].lower == nodes[0].upper {
        nodes[0] = HTMLTree.Node(
          tag: .html, parent: -1, end: 1, lower: Int32(attributes.lowerBound), upper: Int32(attributes.upperBound))
      }
      return
    case .head, .body:
      if openCount[tag.index] > 0 { return }
      if tag == .body, openCount[HTMLTag.head.index] > 0 { end(.head) }
    default: closeImplied(before: tag)
    }
    let index = Int32(nodes.count)
    nodes.append(
      HTMLTree.Node(
        tag: tag, parent: open.last ?? 0, end: index + 1, lower: Int32(attributes.lowerBound),
        upper: Int32(attributes.upperBound)))
    // Raw text is closed by its reader, however deep.
    guard !tag.isVoid, open.count < Self.deepest || tag.isRawText else { return }
    if bytes[attributes].last == UInt8(ascii: "/"), tag == .svg || tag == .math { return }
    open.append(index)
    openCount[tag.index] += 1
    if tag == .a { isInLink = true }
  }

  /// Closes what the start of `tag` ends without saying so.
  private mutating func closeImplied(before tag: HTMLTag) {
    if openCount[HTMLTag.head.index] > 0 {
      switch tag {
      case .title, .meta, .link, .script, .style, .base, .noscript, .template, .head: break
      default: end(.head)
      }
    }
    if tag.closesParagraph, openCount[HTMLTag.p.index] > 0 { close(.p, within: []) }
    switch tag {
    case .a: end(.a)
    case .li: close(.li, within: [.ul, .ol, .menu, .dir])
    case .dt, .dd:
      close(.dt, within: [.dl])
      close(.dd, within: [.dl])
    case .tr:
      close(.td, within: [.table])
      close(.th, within: [.table])
      close(.tr, within: [.table])
    case .td, .th:
      close(.td, within: [.table, .tr])
      close(.th, within: [.table, .tr])
    case .tbody, .thead, .tfoot:
      for part in [HTMLTag.td, .th, .tr, .tbody, .thead, .tfoot] { close(part, within: [.table]) }
    case .option: close(.option, within: [.select])
    case .h1, .h2, .h3, .h4, .h5, .h6:
      if innermost.headingLevel != nil { closeInnermost() }
    default: break
    }
  }

  /// Closes the innermost open `tag` and what is open in it, unless it stands outside one of `limits` or of another scope.
  private mutating func close(_ tag: HTMLTag, within limits: [HTMLTag]) {
    guard openCount[tag.index] > 0 else { return }
    for depth in stride(from: open.count - 1, through: 0, by: -1) {
      let found = nodes[Int(open[depth])].tag
      if found == tag {
        while open.count > depth { closeInnermost() }
        return
      }
      if limits.contains(found) || (found.isScope && (limits.isEmpty || found == .table)) { return }
    }
  }

  /// What an end tag does.
  private mutating func end(_ tag: HTMLTag) {
    if tag == .a { isInLink = false }
    if tag == .br || tag == .p && openCount[tag.index] == 0 {
      // The standard makes an empty element of either.
      let index = Int32(nodes.count)
      nodes.append(
        HTMLTree.Node(tag: tag, parent: open.last ?? 0, end: index + 1, lower: Int32(at), upper: Int32(at)))
      return
    }
    // What follows the end of the body belongs to it.
    if tag == .html || tag == .body || openCount[tag.index] == 0 { return }
    for depth in stride(from: open.count - 1, through: 1, by: -1) {
      let found = nodes[Int(open[depth])].tag
      if found == tag {
        while open.count > depth { closeInnermost() }
        return
      }
      if tag.isFormatting ? !found.isInline : (found.isScope && !closesScope(tag, found)) { return }
    }
  }

  /// Whether the end of `tag` reaches out of `scope`: tables end their cells.
  private func closesScope(_ tag: HTMLTag, _ scope: HTMLTag) -> Bool {
    switch tag {
    case .table, .tbody, .thead, .tfoot, .tr: scope == .td || scope == .th || scope == .caption
    default: false
    }
  }

  private mutating func closeInnermost() {
    guard let index = open.popLast() else { return }
    let tag = nodes[Int(index)].tag
    nodes[Int(index)].end = Int32(nodes.count)
    openCount[tag.index] -= 1
    if tag == .a { isInLink = openCount[tag.index] > 0 && isInLink }
  }
}
