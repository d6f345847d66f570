import Kernels
import Testing

/// The instruction set is one for the whole process, so these run one after the other.
@Suite(.serialized) struct KernelsTests {
  func values(_ count: Int, seed: UInt64) -> [Float] {
    var state = seed
    return (0..<count).map { _ in
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Float(Int(state >> 40) % 2001 - 1000) / 1000
    }
  }

  private func product(rows: Int, inputs: Int, outputs: Int, isa: readout_isa) -> [Float] {
    readout_restrict(isa)
    defer { readout_restrict(READOUT_VNNI) }
    let x = values(rows * inputs, seed: 1)
    let weights = values(outputs * inputs, seed: 2)
    let stride = (outputs + 15) / 16 * 16
    var bias = values(outputs, seed: 3)
    bias += [Float](repeating: 0, count: stride + 48 - outputs)
    var packed = [Float](repeating: 0, count: readout_packed_count(outputs, inputs))
    readout_pack(weights, (0..<Int32(outputs)).map { $0 }, outputs, inputs, &packed)
    var y = [Float](repeating: 0, count: rows * stride)
    readout_gemm(x, inputs, rows, inputs, packed, bias, stride / 16, &y, stride)
    return (0..<rows).flatMap { y[$0 * stride..<$0 * stride + outputs] }
  }

  @Test(arguments: [(1, 7, 5), (4, 96, 64), (9, 33, 50), (23, 288, 106)])
  func `a product is that of the definition, whatever the instruction set`(rows: Int, inputs: Int, outputs: Int) {
    let x = values(rows * inputs, seed: 1)
    let weights = values(outputs * inputs, seed: 2)
    let bias = values(outputs, seed: 3)
    for isa in [READOUT_PLAIN, READOUT_AVX2, READOUT_AVX512] {
      let y = product(rows: rows, inputs: inputs, outputs: outputs, isa: isa)
      for row in 0..<rows {
        for output in 0..<outputs {
          var sum = Double(bias[output])
          for i in 0..<inputs { sum += Double(x[row * inputs + i]) * Double(weights[output * inputs + i]) }
          #expect(abs(Double(y[row * outputs + output]) - sum) < 1e-4)
        }
      }
    }
  }

  @Test func `a row has the same bits alone and among others`() {
    let many = product(rows: 29, inputs: 96, outputs: 64, isa: READOUT_AVX512)
    let few = product(rows: 3, inputs: 96, outputs: 64, isa: READOUT_AVX512)
    #expect(Array(many.prefix(3 * 64)) == few)
  }

  @Test(arguments: [READOUT_PLAIN.rawValue, READOUT_AVX2.rawValue, READOUT_AVX512.rawValue])
  func `the largest of three pieces is kept`(isa: UInt32) {
    readout_restrict(readout_isa(isa))
    defer { readout_restrict(READOUT_VNNI) }
    let (rows, inputs) = (11, 20)
    let x = values(rows * inputs, seed: 4)
    let weights = values(48 * inputs, seed: 5)
    let bias = values(48, seed: 6)
    var packed = [Float](repeating: 0, count: readout_packed_count(48, inputs))
    readout_pack(weights, (0..<Int32(48)).map { $0 }, 48, inputs, &packed)
    var all = [Float](repeating: 0, count: rows * 48)
    readout_gemm(x, inputs, rows, inputs, packed, bias, 3, &all, 48)
    var largest = [Float](repeating: 0, count: rows * 16)
    readout_gemm_max3(x, inputs, rows, inputs, packed, bias, 1, &largest, 16)
    for row in 0..<rows {
      for output in 0..<16 {
        let pieces = (0..<3).map { all[row * 48 + $0 * 16 + output] }
        #expect(largest[row * 16 + output] == pieces.max())
      }
    }
  }

  @Test(arguments: [READOUT_PLAIN.rawValue, READOUT_AVX2.rawValue, READOUT_AVX512.rawValue])
  func `a convolution two rows at a time is the convolution`(isa: UInt32) {
    readout_restrict(readout_isa(isa))
    defer { readout_restrict(READOUT_VNNI) }
    let (pairs, width) = (5, 16)
    let x = values((2 * pairs + 2) * width, seed: 7)
    let weights = values(48 * 3 * width, seed: 8)
    let bias = values(48, seed: 9)
    let order = (0..<Int32(48)).map { $0 }

    var packed = [Float](repeating: 0, count: readout_packed_count(48, 3 * width))
    readout_pack(weights, order, 48, 3 * width, &packed)
    var plain = [Float](repeating: 0, count: 2 * pairs * 16)
    readout_gemm_max3(x, width, 2 * pairs, 3 * width, packed, bias, 1, &plain, 16)

    var inputs = [Float](repeating: 0, count: 4 * pairs * width)
    readout_pair_inputs(x, width, pairs, &inputs)
    let zeros = [Float](repeating: 0, count: 48)
    var products: [Float] = []
    let combinations: [[Float]] = [[1, 0, 0], [0.5, 0.5, 0.5], [0.5, -0.5, 0.5], [0, 0, 1]]
    for (product, combination) in combinations.enumerated() {
      let combined = (0..<48 * width).map { index in
        (0..<3).reduce(Float(0)) {
          $0 + combination[$1] * weights[index / width * 3 * width + $1 * width + index % width]
        }
      }
      var packed = [Float](repeating: 0, count: readout_packed_count(48, width))
      readout_pack(combined, order, 48, width, &packed)
      var y = [Float](repeating: 0, count: pairs * 48)
      let rows = Array(inputs[product * pairs * width..<(product + 1) * pairs * width])
      readout_gemm(rows, width, pairs, width, packed, zeros, 3, &y, 48)
      products += y
    }
    var paired = [Float](repeating: 0, count: 2 * pairs * 16)
    readout_pair_max3(products, pairs, bias, 1, &paired, 16)
    for (one, other) in zip(paired, plain) { #expect(abs(one - other) < 1e-4) }
  }

  @Test(arguments: [READOUT_PLAIN.rawValue, READOUT_AVX512.rawValue])
  func `normalised rows have mean 0 and variance 1 before gain and bias`(isa: UInt32) {
    readout_restrict(readout_isa(isa))
    defer { readout_restrict(READOUT_VNNI) }
    var x = values(96 * 3, seed: 7)
    readout_layernorm(
      x, nil, [Float](repeating: 1, count: 96), [Float](repeating: 0, count: 96), 3, 96, 96, &x)
    for row in 0..<3 {
      let values = x[row * 96..<(row + 1) * 96]
      let mean = values.reduce(0, +) / 96
      #expect(abs(mean) < 1e-5)
      #expect(abs(values.reduce(0) { $0 + $1 * $1 } / 96 - mean * mean - 1) < 1e-3)
    }
  }

  @Test(arguments: [READOUT_PLAIN.rawValue, READOUT_AVX512.rawValue])
  func `of equal values the first is the largest`(isa: UInt32) {
    readout_restrict(readout_isa(isa))
    defer { readout_restrict(READOUT_VNNI) }
    for count in [1, 2, 15, 16, 17, 40, 106] {
      #expect(readout_argmax([Float](repeating: -3, count: count), count) == 0)
      for first in [0, count / 2, count - 1] {
        var values = [Float](repeating: -1, count: count)
        for index in first..<count { values[index] = 5 }
        #expect(readout_argmax(values, count) == first)
      }
    }
  }
}
