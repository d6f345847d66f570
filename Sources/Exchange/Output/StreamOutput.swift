/// A layout of one file, whose bytes are passed on as they come.
public final class StreamOutput: ExportOutput {
  private let write: ([UInt8]) throws(ExchangeError) -> Void

  /// - Parameter write: takes the bytes, in order.
  public init(_ write: @escaping ([UInt8]) throws(ExchangeError) -> Void) { self.write = write }

  public func append(_ bytes: [UInt8], to file: String) throws(ExchangeError) { try write(bytes) }

  public func create(_ file: String, _ bytes: [UInt8]) throws(ExchangeError) { try write(bytes) }
}
