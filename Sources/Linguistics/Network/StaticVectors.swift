import Kernels

/// Pretrained word vectors, projected to the width of the embedding (spaCy's `StaticVectors.v2`); words without one get
/// zeros.
struct StaticVectors: Sendable {
  let width: Int
  private let projection: LinearLayer
  private let length: Int
  // Read-only memory of the model file, which the network keeps alive. Keys ascend.
  private nonisolated(unsafe) let keys: UnsafeBufferPointer<UInt64>
  private nonisolated(unsafe) let rows: UnsafeBufferPointer<UInt64>
  private nonisolated(unsafe) let vectors: UnsafeBufferPointer<Float>

  /// - Parameters:
  ///   - keys: the ORTH hashes that have a vector, ascending; `rows` says which row of `vectors` each has.
  ///   - vectors: shape (any, length).
  ///   - weights: shape (width, length).
  init(
    width: Int, length: Int, keys: UnsafeBufferPointer<UInt64>, rows: UnsafeBufferPointer<UInt64>,
    vectors: UnsafeBufferPointer<Float>, weights: UnsafeBufferPointer<Float>
  ) {
    self.width = width
    self.length = length
    self.keys = keys
    self.rows = rows
    self.vectors = vectors
    let zeros = [Float](repeating: 0, count: width)
    projection = zeros.withUnsafeBufferPointer {
      LinearLayer(inputs: length, outputs: width, weights: weights, bias: $0)
    }
  }

  /// Writes the `width` floats of the word whose ORTH is `key`.
  func write(_ key: UInt64, to out: UnsafeMutablePointer<Float>) {
    var low = 0
    var high = keys.count
    while low < high {
      let middle = (low + high) / 2
      if keys[middle] < key { low = middle + 1 } else { high = middle }
    }
    guard low < keys.count, keys[low] == key else {
      for i in 0..<width { out[i] = 0 }
      return
    }
    withUnsafeTemporaryAllocation(of: Float.self, capacity: projection.stride) { row in
      guard let row = row.baseAddress, let base = vectors.baseAddress else { return }
      projection.apply(base + Int(rows[low]) * length, inputStride: length, rows: 1, to: row)
      for i in 0..<width { out[i] = row[i] }
    }
  }
}
