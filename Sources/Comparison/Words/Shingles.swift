/// Hashes of each run of `width` words; a text shorter than that is one shingle.
package enum Shingles {
  package static func of(_ keys: [UInt64], width: Int) -> [UInt64] {
    guard !keys.isEmpty else { return [] }
    let width = min(width, keys.count)
    return (0...(keys.count - width)).map { start in
      keys[start..<start + width].reduce(UInt64(width)) { StableHash.mix($0 ^ $1) }
    }
  }
}
