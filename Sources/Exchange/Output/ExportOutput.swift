/// Where a layout's files go.
public protocol ExportOutput: AnyObject {
  /// Appends bytes to the file of that name, which begins empty.
  ///
  /// - Throws: ``ExchangeError`` where it cannot be written.
  func append(_ bytes: [UInt8], to file: String) throws(ExchangeError)

  /// Writes a file whole, to which nothing is added.
  ///
  /// - Throws: ``ExchangeError`` where it cannot be written.
  func create(_ file: String, _ bytes: [UInt8]) throws(ExchangeError)
}
