/// Memory at a 64-byte boundary, filled once and then only read: weights in the kernels' order.
final class PackedWeights: Sendable {
  // Written in init only.
  nonisolated(unsafe) let pointer: UnsafeRawPointer

  init(byteCount: Int, fill: (UnsafeMutableRawPointer) -> Void) {
    let memory = UnsafeMutableRawPointer.allocate(byteCount: max(byteCount, 1), alignment: 64)
    fill(memory)
    pointer = UnsafeRawPointer(memory)
  }

  deinit { UnsafeMutableRawPointer(mutating: pointer).deallocate() }
}
