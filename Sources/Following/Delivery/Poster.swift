/// Sends to an address what the user asked to be sent there.
public protocol Poster: Sendable {
  /// Posts JSON.
  ///
  /// - Parameter key: the same for the same thing sent again, so that whoever gets it can drop repeats.
  /// - Throws: ``FetchError``, unless the answer is one of success (2xx).
  func post(_ json: [UInt8], to url: String, key: String) async throws(FetchError)
}
