/// A paragraph, heading, list item or cell of a page: text between two places where a line begins.
struct PageBlock: Sendable {
  /// Bytes of ``PageBlocks/text``, half-open.
  var text: Range<Int>
  /// The innermost element that stands on lines of its own.
  var node: Int
  /// The node of the tree with which its text begins; later blocks begin later.
  var start: Int
  /// How many bytes of the text stand inside links.
  var linkBytes: Int

  /// How much running text it holds, in bytes outside links; 0 for what is too short or too full of links to count.
  var mass: Int {
    text.count >= 80 && linkBytes * 2 < text.count ? text.count - linkBytes : 0
  }
}
