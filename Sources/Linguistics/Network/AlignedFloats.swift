#if canImport(Glibc)
  import Glibc
#endif

/// A fixed array of floats at a 64-byte boundary, filled once and then only read: packed weights.
final class AlignedFloats: Sendable {
  // Written in init only.
  nonisolated(unsafe) let pointer: UnsafePointer<Float>
  let count: Int

  init(count: Int, fill: (UnsafeMutablePointer<Float>) -> Void) {
    let memory = UnsafeMutableRawPointer.allocate(byteCount: max(count, 1) * 4, alignment: 64)
    let floats = memory.bindMemory(to: Float.self, capacity: max(count, 1))
    floats.initialize(repeating: 0, count: max(count, 1))
    fill(floats)
    pointer = UnsafePointer(floats)
    self.count = count
  }

  deinit { UnsafeMutableRawPointer(mutating: pointer).deallocate() }
}
