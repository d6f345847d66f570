/// The tables of a rule lemmatizer for one part of speech.
struct LemmaTables: Sendable {
  /// An ending and what stands for it.
  struct Rule: Sendable {
    let ending: [UInt8]
    let replacement: [UInt8]
  }

  var rules: [Rule] = []
  /// The known base forms.
  var index: PackedStringSet?
  /// The irregular forms; each is followed by the list of its base forms.
  var exceptions: PackedStringSet?

  /// Whether nothing is known of the part of speech.
  var isEmpty: Bool { rules.isEmpty && index == nil && exceptions == nil }
}
