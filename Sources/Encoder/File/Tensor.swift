/// An array of numbers in a mapped file, row-major, which it keeps mapped.
struct Tensor<Element: BitwiseCopyable>: Sendable {
  /// The numbers; read-only memory of the file.
  nonisolated(unsafe) let values: UnsafeBufferPointer<Element>
  private let file: MappedFile

  /// - Parameter bytes: of `file`, aligned for `Element`.
  init(file: MappedFile, bytes: UnsafeRawBufferPointer) {
    self.file = file
    values = bytes.bindMemory(to: Element.self)
  }

  /// The first of the numbers.
  var pointer: UnsafePointer<Element> {
    // Never reached: an array of a file is not empty.
    guard let base = values.baseAddress else { preconditionFailure("an empty tensor") }
    return base
  }
}
