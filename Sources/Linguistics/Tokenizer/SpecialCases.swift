/// The exceptions of a tokenizer, by the string that they split.
struct SpecialCases: Sendable {
  /// A token of a special case.
  struct Part: Sendable {
    /// In bytes.
    let length: Int
    /// The id of the norm that the exception gives, or 0.
    let norm: UInt64
  }

  private var table: ByteTable
  private(set) var parts: [[Part]] = []
  private var longest = 0

  init(_ rules: TokenizerRules) throws(ModelError) {
    table = ByteTable(minimumCapacity: rules.exceptions.count)
    for exception in rules.exceptions {
      guard exception.parts.map(\.orth).joined() == exception.string, !exception.string.isEmpty else {
        throw ModelError(
          file: rules.file,
          message: "the parts of the exception '\(exception.string)' do not make it up; install the model again")
      }
      let parts = exception.parts.map { Part(length: $0.orth.utf8.count, norm: $0.norm.map(StringID.id(of:)) ?? 0) }
      var string = exception.string
      let (number, isNew) = string.withUTF8 { table.number(of: $0) }
      if isNew { self.parts.append(parts) } else { self.parts[number] = parts }
      longest = max(longest, string.utf8.count)
    }
  }

  /// The number of the special case that splits `string`, or `nil`.
  func find(_ string: UnsafeBufferPointer<UInt8>) -> Int? {
    // Long strings are not even hashed, so that stripping many affixes from one stays linear.
    string.count > longest ? nil : table.find(string, hash: ByteTable.hash(string))
  }
}
