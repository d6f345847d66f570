/// The annotations of a text, one array a token attribute, as the components of a pipeline fill them.
///
/// All token columns have one element a token. Offsets are UTF-8 bytes of `utf8`, half-open.
package struct Columns: Sendable {
  package var text: String
  package var utf8: [UInt8]
  package var starts: [Int32] = []
  package var ends: [Int32] = []
  /// Whether one plain space follows the token.
  package var spaceAfter: [Bool] = []
  package var isSentenceStart: [Bool] = []
  package var isSpace: [Bool] = []
  /// Indices into `tagNames`.
  package var tags: [UInt16] = []
  package var pos: [UPOS] = []
  /// Indices into `morphNames`.
  package var morphs: [UInt16] = []
  /// Indices into `lemmaNames`.
  package var lemmas: [UInt32] = []
  /// Absolute token indices; a root is its own head.
  package var heads: [Int32] = []
  /// Indices into `labelNames`.
  package var labels: [UInt16] = []
  package var entities: [NamedEntity] = []

  package var tagNames: [String] = [""]
  package var labelNames: [String] = [""]
  package var morphNames: [String] = [""]
  package var lemmaNames: [String] = [""]

  package init(text: String) {
    self.text = text
    self.utf8 = Array(text.utf8)
  }
}
