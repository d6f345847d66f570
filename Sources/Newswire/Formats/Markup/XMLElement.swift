/// An element of an XML document.
struct XMLElement: Sendable, Equatable {
  /// Without its prefix.
  var name: String
  /// By local name; those of the `xml` prefix with it, `xml:lang`.
  var attributes: [String: String] = [:]
  var namespace: String?
  var content: [Content] = []
  /// The line on which it begins, counted from 1.
  var line: Int
  /// Whether its end was there.
  var isWhole = true

  enum Content: Sendable, Equatable {
    case element(XMLElement)
    case text(String)
  }

  var children: [XMLElement] {
    content.compactMap { if case .element(let child) = $0 { child } else { nil } }
  }

  func children(_ name: String) -> [XMLElement] { children.filter { $0.name == name } }

  /// The first child of a name, or what is at the end of a path of such children.
  func child(_ path: String...) -> XMLElement? {
    var found = self
    for name in path {
      guard let next = found.children.first(where: { $0.name == name }) else { return nil }
      found = next
    }
    return found
  }

  /// All elements of a name below this one, in their order; none within another.
  func descendants(_ name: String) -> [XMLElement] {
    children.flatMap { $0.name == name ? [$0] : $0.descendants(name) }
  }

  /// All characters within.
  var text: String {
    content.reduce(into: "") { text, part in
      switch part {
      case .text(let words): text += words
      case .element(let child): text += child.text
      }
    }
  }

  /// All characters within on one line; `nil` where there are none.
  var words: String? { text.onOneLine }

  subscript(attribute: String) -> String? { attributes[attribute]?.onOneLine }
}
