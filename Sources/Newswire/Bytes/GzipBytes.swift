/// What gzip has packed, all its members one after the other, as web archives have them.
final class GzipBytes: ByteSource {
  private let packed: ByteReader
  private let inflater = Inflater(.gzip)
  private var isInMember = false
  private var taken = 0
  private var given = 0
  private let limits: Limits

  init(_ packed: ByteReader, limits: Limits) {
    self.packed = packed
    self.limits = limits
  }

  func read() throws(NewswireError) -> [UInt8] {
    while true {
      if !isInMember {
        guard try beginMember() else { return [] }
      }
      if try packed.isExhausted() {
        throw error("is cut short: gzip's data ends early; what is whole was read, fetch the rest again")
      }
      let (output, used, outcome) = inflater.unpack(packed.available)
      _ = try packed.skip(used)
      taken += used
      given += output.count
      switch outcome {
      case .damaged: throw error("is damaged: gzip cannot unpack it further; what came before was read, fetch it again")
      case .finished: isInMember = false
      case .partial: break
      }
      if given > limits.document, given / limits.expansion > taken {
        throw error(
          "unpacks to more than \(limits.expansion) times its size, which no news does; unpack it yourself if you trust it"
        )
      }
      if !output.isEmpty { return output }
    }
  }

  /// Whether another member begins here; what else follows one is padding.
  private func beginMember() throws(NewswireError) -> Bool {
    guard try !packed.isExhausted(), packed.peek(2).elementsEqual([0x1F, 0x8B]) else { return false }
    inflater.reset()
    isInMember = true
    return true
  }

  private func error(_ message: String) -> NewswireError { NewswireError(source: packed.name, message: message) }
}
