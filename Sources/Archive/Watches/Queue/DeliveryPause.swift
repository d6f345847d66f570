/// How long a target that failed is left alone.
public struct DeliveryPause: Sendable, Equatable {
  /// How often it failed, one time after the other.
  public var failures: Int
  /// When it may be tried again; seconds since 1970.
  public var until: Int

  public init(failures: Int, until: Int) {
    self.failures = failures
    self.until = until
  }

  /// The pause after one more failure: a minute, and twice as long each time up to a day, or what the target asks for.
  public static func after(_ earlier: DeliveryPause?, at now: Int, asked: Int? = nil) -> DeliveryPause {
    let failures = (earlier?.failures ?? 0) + 1
    return DeliveryPause(failures: failures, until: now + min(max(60 << min(failures - 1, 11), asked ?? 0), 86_400))
  }
}
