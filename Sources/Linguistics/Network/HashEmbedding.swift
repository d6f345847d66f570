/// A table of vectors looked up by hash: each key has four rows, whose sum is its vector (thinc's `HashEmbed`; Svenstrup
/// et al. 2017).
struct HashEmbedding: Sendable {
  let attribute: LexicalAttribute
  let seed: UInt32
  let rows: Int
  let width: Int
  // Read-only memory of the model file, which the network keeps alive.
  private nonisolated(unsafe) let table: UnsafePointer<Float>

  init(attribute: LexicalAttribute, seed: UInt32, rows: Int, width: Int, table: UnsafePointer<Float>) {
    self.attribute = attribute
    self.seed = seed
    self.rows = rows
    self.width = width
    self.table = table
  }

  /// Writes the `width` floats of `key`'s vector.
  func write(_ key: UInt64, to out: UnsafeMutablePointer<Float>) {
    let (low, high) = Self.hash(key, seed: seed)
    let count = UInt32(rows)
    var indices = (Int(UInt32(truncatingIfNeeded: low) % count), Int(UInt32(low >> 32) % count), 0, 0)
    indices.2 = Int(UInt32(truncatingIfNeeded: high) % count)
    indices.3 = Int(UInt32(high >> 32) % count)
    let a = table + indices.0 * width
    let b = table + indices.1 * width
    let c = table + indices.2 * width
    let d = table + indices.3 * width
    for i in 0..<width { out[i] = ((a[i] + b[i]) + c[i]) + d[i] }
  }

  /// thinc's `Ops.hash`: MurmurHash3 of one 64-bit key as a tail, 128 bits wide.
  static func hash(_ key: UInt64, seed: UInt32) -> (low: UInt64, high: UInt64) {
    func mix(_ value: UInt64) -> UInt64 {
      var k = value
      k ^= k >> 33
      k = k &* 0xff51_afd7_ed55_8ccd
      k ^= k >> 33
      k = k &* 0xc4ce_b9fe_1a85_ec53
      k ^= k >> 33
      return k
    }
    var h1 = key &* 0x87c3_7b91_1142_53d5
    h1 = (h1 << 31) | (h1 >> 33)
    h1 = h1 &* 0x4cf5_ad43_2745_937f
    h1 ^= UInt64(seed)
    h1 ^= 8
    var h2 = UInt64(seed) ^ 8
    h1 = h1 &+ h2
    h2 = h2 &+ h1
    h1 = mix(h1)
    h2 = mix(h2)
    h1 = h1 &+ h2
    h2 = h2 &+ h1
    return (h1, h2)
  }
}
