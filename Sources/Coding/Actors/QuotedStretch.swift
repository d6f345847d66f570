/// Words between quotation marks, and the token that heads the noun phrase of who is said to have said them.
struct QuotedStretch {
  /// With the marks.
  var tokens: Range<Int>
  var passage: Int
  /// The head of the speaker's noun phrase outside the quotation.
  var speaker: Int?
}
