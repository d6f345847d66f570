/// An address to which lines are posted, each at least once.
public struct Webhook: Sendable {
  public let url: String
  private let poster: any Poster
  private let sleep: @Sendable (_ seconds: Int) async throws -> Void

  /// - Parameter sleep: waits that many seconds; throws `CancellationError` where the task is cancelled.
  public init(
    url: String, poster: any Poster,
    sleep: @escaping @Sendable (Int) async throws -> Void = { try await Task.sleep(for: .seconds($0)) }
  ) {
    self.url = url
    self.poster = poster
    self.sleep = sleep
  }

  /// Seconds before the second, third and fourth try.
  private static let waits = [1, 2, 4]

  /// Posts one line, and tries again a few times where that may help.
  ///
  /// - Throws: ``DeliveryError`` where it was not taken; it is to be sent again later.
  public func deliver(_ json: [UInt8], key: String) async throws(DeliveryError) {
    var waits = Self.waits[...]
    while true {
      do throws(FetchError) {
        return try await poster.post(json, to: url, key: key)
      } catch {
        // Who asks for a longer pause gets one; who refuses is not pressed.
        guard error.kind == .temporary, let wait = waits.popFirst(), error.retryAfter ?? 0 <= wait,
          (try? await sleep(wait)) != nil
        else { throw DeliveryError(error.message, retryAfter: error.retryAfter) }
      }
    }
  }
}
