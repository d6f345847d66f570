internal import Encoder

extension Encoding {
  /// The logits of all pieces, a row of ``tagCount`` for each.
  var logits: [Float] {
    var logits = [Float]()
    logits.reserveCapacity(count * tagCount)
    for piece in 0..<count {
      for tag in 0..<tagCount { logits.append(self[piece, tag]) }
    }
    return logits
  }
}
