import Kernels

/// What the matrix kernel reaches where nothing else gets in its way.
struct KernelPeak {
  /// Floating-point operations a second: two for each multiply-add.
  let flops: Double
  /// The instruction set in use.
  let instructionSet: String

  /// Multiplies 64 rows of 288 floats by 288 columns, which all stay in the second-level cache, and takes the best of
  /// 200 rounds of ten.
  static func measure() -> KernelPeak {
    let (rows, inputs, outputs) = (64, 288, 96)
    let columns = outputs * 3
    let weights = (0..<columns * inputs).map { Float($0 % 13) - 6 }
    let x = (0..<rows * inputs).map { Float($0 % 11) - 5 }
    let order = (0..<Int32(columns)).map { $0 }
    let bias = [Float](repeating: 0, count: columns)
    var y = [Float](repeating: 0, count: rows * outputs)
    // At whole cache lines, as the kernels want their panels.
    let memory = UnsafeMutableRawPointer.allocate(byteCount: readout_packed_count(columns, inputs) * 4, alignment: 64)
    defer { memory.deallocate() }
    let packed = memory.bindMemory(to: Float.self, capacity: readout_packed_count(columns, inputs))
    readout_pack(weights, order, columns, inputs, packed)
    var best = Double.infinity
    for _ in 0..<200 {
      let begin = Clock.now
      for _ in 0..<10 {
        readout_gemm_max3(x, inputs, rows, inputs, packed, bias, outputs / READOUT_LANES, &y, outputs)
      }
      best = min(best, (Clock.now - begin) / 10)
    }
    #if arch(x86_64)
      let name =
        switch readout_current_isa() {
        case READOUT_VNNI, READOUT_AVX512: "AVX-512"
        case READOUT_AVX2: "AVX2"
        default: "plain C"
        }
    #else
      let name = "plain C"
    #endif
    return KernelPeak(flops: 2 * Double(rows * inputs * columns) / best, instructionSet: name)
  }
}
