import Foundation
import Kernels
import Testing

/// Of the same suite as the others, since the instruction set is one for the whole process.
extension KernelsTests {
  private static let sets = [READOUT_PLAIN, READOUT_AVX2, READOUT_AVX512, READOUT_VNNI].map(\.rawValue)

  private func restricted<T>(to isa: UInt32, _ body: () -> T) -> T {
    readout_restrict(readout_isa(isa))
    defer { readout_restrict(READOUT_VNNI) }
    return body()
  }

  /// Weights in the whole range of a signed byte.
  private func weights(_ count: Int, seed: UInt64) -> [Int8] {
    values(count, seed: seed).enumerated().map {
      $0.offset % 7 == 3 ? -128 : Int8(max(-128, min(127, $0.element * 130)))
    }
  }

  /// Activations q + 128 in rows of `stride` bytes.
  private func activations(rows: Int, k: Int, stride: Int, seed: UInt64) -> [UInt8] {
    let x = values(rows * k, seed: seed)
    var bytes = [UInt8](repeating: 128, count: rows * stride)
    for row in 0..<rows {
      for i in 0..<k { bytes[row * stride + i] = UInt8(Int((x[row * k + i] * 127).rounded()) + 128) }
    }
    return bytes
  }

  private func packed(_ weights: [Int8], scales: [Float], bias: [Float]?, columns: Int, k: Int) -> [UInt8] {
    var packed = [UInt8](repeating: 0, count: readout_packed8_size(columns, k))
    readout_pack8(weights, scales, bias, columns, k, &packed)
    return packed
  }

  private func sum(_ x: ArraySlice<UInt8>, _ weights: ArraySlice<Int8>) -> Int {
    var sum = 0
    for i in 0..<x.count { sum += (Int(x[x.startIndex + i]) - 128) * Int(weights[weights.startIndex + i]) }
    return sum
  }

  @Test(
    arguments: sets,
    [[1, 4, 16], [3, 7, 5], [17, 37, 50], [8, 384, 48], [33, 65, 100], [3, 500, 40], [5, 1, 1]])
  func `a product of integers is exact`(isa: UInt32, shape: [Int]) {
    let (rows, k, columns) = (shape[0], shape[1], shape[2])
    let (stride, width) = (readout_stride8(k) + 4, columns + 3)
    let x = activations(rows: rows, k: k, stride: stride, seed: 1)
    let weights = weights(columns * k, seed: 2)
    let ranges = [readout_range](repeating: readout_range(scale: 1, middle: 0), count: rows)
    let packed = packed(weights, scales: [Float](repeating: 1, count: columns), bias: nil, columns: columns, k: k)
    var y = [Float](repeating: -77, count: rows * width)
    restricted(to: isa) { readout_product8(x, stride, ranges, rows, k, packed, columns, &y, width) }
    for row in 0..<rows {
      for column in 0..<width {
        let expected =
          column < columns
          ? sum(x[row * stride..<row * stride + k], weights[column * k..<column * k + k]) : -77
        #expect(y[row * width + column] == Float(expected))
      }
    }
  }

  @Test(arguments: sets)
  func `a product takes the range of its row, and the scale and the bias of its column`(isa: UInt32) {
    let (rows, k, columns) = (11, 20, 70)
    let x = activations(rows: rows, k: k, stride: k, seed: 3)
    let weights = weights(columns * k, seed: 4)
    let ranges = zip(values(rows, seed: 5), values(rows, seed: 28)).map { readout_range(scale: $0, middle: $1) }
    let scales = values(columns, seed: 6)
    let bias = values(columns, seed: 7)
    let packed = packed(weights, scales: scales, bias: bias, columns: columns, k: k)
    var y = [Float](repeating: 0, count: rows * columns)
    restricted(to: isa) { readout_product8(x, k, ranges, rows, k, packed, columns, &y, columns) }
    for row in 0..<rows {
      for column in 0..<columns {
        let column8 = weights[column * k..<column * k + k]
        let sum = Double(sum(x[row * k..<row * k + k], column8)) * Double(ranges[row].scale)
        let ones = Double(column8.reduce(0) { $0 + Int($1) }) * Double(ranges[row].middle)
        let scale = Double(scales[column])
        let allowed = 1e-6 * (1 + (abs(sum) + abs(ones)) * abs(scale))
        #expect(abs(Double(y[row * columns + column]) - (sum + ones) * scale - Double(bias[column])) < allowed)
      }
    }
  }

  @Test(arguments: sets) func `a row of a product has the same bits alone and among others`(isa: UInt32) {
    let (rows, k, columns) = (29, 64, 96)
    let x = activations(rows: rows, k: k, stride: k, seed: 8)
    let scales = values(columns, seed: 9)
    let bias = values(columns, seed: 10)
    let packed = packed(weights(columns * k, seed: 11), scales: scales, bias: bias, columns: columns, k: k)
    var (many, few) = ([Float](repeating: 0, count: rows * columns), [Float](repeating: 0, count: 3 * columns))
    let ranges = values(rows, seed: 29).map { readout_range(scale: $0, middle: 1 - $0) }
    restricted(to: isa) {
      readout_product8(x, k, ranges, rows, k, packed, columns, &many, columns)
      readout_product8(x, k, ranges, 3, k, packed, columns, &few, columns)
    }
    #expect(Array(many.prefix(3 * columns)) == few)
  }

  @Test(arguments: sets, [1, 6, 16, 35, 96]) func `rows are quantised to the nearest step`(isa: UInt32, width: Int) {
    let rows = 5
    let stride = readout_stride8(width) + 4
    var x = values(rows * width, seed: 12)
    for i in 0..<width { x[2 * width + i] = 0 }
    var q = [UInt8](repeating: 0, count: rows * stride)
    for i in 0..<width { x[3 * width + i] += 5 }
    var ranges = [readout_range](repeating: readout_range(), count: rows)
    restricted(to: isa) { readout_quantize(x, width, rows, width, &q, stride, &ranges) }
    for row in 0..<rows {
      let numbers = x[row * width..<(row + 1) * width]
      let (low, high) = (min(numbers.min() ?? 0, 0), max(numbers.max() ?? 0, 0))
      let range = ranges[row]
      #expect(abs(range.scale - (high - low) / 254) <= 1e-6 * (high - low))
      #expect(abs(range.middle - (high + low) / 2) <= 1e-6 * (high - low))
      for i in 0..<width {
        let value = range.middle + Float(Int(q[row * stride + i]) - 128) * range.scale
        #expect(abs(value - x[row * width + i]) <= range.scale * 0.5001)
      }
      #expect(q[row * stride + readout_stride8(width)] == 0)
    }
  }

  @Test(arguments: sets) func `GELU is the exact one`(isa: UInt32) {
    let far: [Float] = [-1e30, 1e20, -Float.infinity, 0]
    let x: [Float] = (-803...803).map { Float($0) / 80 } + far
    var y = x
    restricted(to: isa) { readout_gelu(&y, y.count) }
    for (x, y) in zip(x, y) {
      let x = Double(x)
      let share = (1 + erf(x * 0.5.squareRoot())) / 2
      let exact = share == 0 ? 0 : x * share
      let error = abs(Double(y) - exact)
      #expect(error < 2e-6 || error < 1e-7 * exact)
    }
  }

  @Test(arguments: sets) func `a product followed by GELU is quantised`(isa: UInt32) {
    let (rows, k, columns) = (75, 24, 66)
    let stride = readout_stride8(columns)
    let x = activations(rows: rows, k: k, stride: k, seed: 13)
    let ranges = values(rows, seed: 14).map { readout_range(scale: abs($0) / 100, middle: $0) }
    let scales = values(columns, seed: 15).map { abs($0) / 10 }
    let packed = packed(
      weights(columns * k, seed: 16), scales: scales, bias: values(columns, seed: 17), columns: columns, k: k)
    var y = [Float](repeating: 0, count: rows * columns)
    var (apart, fused) = ([UInt8](repeating: 0, count: rows * stride), [UInt8](repeating: 0, count: rows * stride))
    var apartRanges = [readout_range](repeating: readout_range(), count: rows)
    var fusedRanges = apartRanges
    var scratch = [Float](repeating: 0, count: READOUT_BLOCK * columns)
    restricted(to: isa) {
      readout_product8(x, k, ranges, rows, k, packed, columns, &y, columns)
      readout_gelu(&y, y.count)
      readout_quantize(y, columns, rows, columns, &apart, stride, &apartRanges)
      readout_product8_gelu(x, k, ranges, rows, k, packed, columns, &scratch, &fused, stride, &fusedRanges)
    }
    #expect(apart == fused)
    #expect(zip(apartRanges, fusedRanges).allSatisfy { $0.scale == $1.scale && $0.middle == $1.middle })
  }

  @Test(arguments: sets, [true, false]) func `rows are added and normed`(isa: UInt32, residual: Bool) {
    let (rows, width, stride) = (7, 48, 53)
    let x = values(rows * stride, seed: 18)
    let y = values(rows * stride, seed: 19)
    let gain = values(width, seed: 20)
    let bias = values(width, seed: 21)
    var out = x
    var (q, apart) = ([UInt8](repeating: 0, count: rows * width), [UInt8](repeating: 0, count: rows * width))
    var ranges = [readout_range](repeating: readout_range(), count: rows)
    var apartRanges = ranges
    restricted(to: isa) {
      readout_norm(
        &out, stride, residual ? y : nil, stride, gain, bias, 1e-12, rows, width, &q, width, &ranges)
      readout_quantize(out, stride, rows, width, &apart, width, &apartRanges)
    }
    #expect(q == apart)
    #expect(zip(ranges, apartRanges).allSatisfy { $0.scale == $1.scale && $0.middle == $1.middle })
    for row in 0..<rows {
      var sums: [Double] = x[(row * stride)...].prefix(width).map { Double($0) }
      if residual { for i in 0..<width { sums[i] += Double(y[row * stride + i]) } }
      let mean: Double = sums.reduce(0, +) / Double(width)
      let variance: Double = sums.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / Double(width)
      let factor: Double = 1 / (variance + 1e-12).squareRoot()
      for i in 0..<width {
        let expected: Double = Double(gain[i]) * (sums[i] - mean) * factor + Double(bias[i])
        #expect(abs(Double(out[row * stride + i]) - expected) < 1e-5)
      }
      #expect(
        Array(out[row * stride + width..<(row + 1) * stride]) == Array(x[row * stride + width..<(row + 1) * stride]))
    }
  }

  @Test(arguments: sets) func `a word, its place and its features are added up`(isa: UInt32) {
    let (rows, width, vocabulary) = (6, 32, 9)
    let words = weights(vocabulary * width, seed: 22)
    let scales = values(vocabulary, seed: 23)
    let positions = values(rows * width, seed: 24)
    let tables = [values(4 * width, seed: 25), values(3 * width, seed: 26)]
    let ids: [Int32] = [8, 0, 3, 3, 1, 7]
    let features: [Int32] = [0, 2, 3, 1, 1, 1, 2, 0, 0, 0, 3, 2]
    var x = [Float](repeating: 0, count: rows * width)
    tables[0].withUnsafeBufferPointer { first in
      tables[1].withUnsafeBufferPointer { second in
        restricted(to: isa) {
          readout_embed(
            ids, features, rows, words, scales, positions, [first.baseAddress, second.baseAddress], 2, width, &x, width)
        }
      }
    }
    for row in 0..<rows {
      for i in 0..<width {
        let word = Int(ids[row])
        var expected = Float(words[word * width + i]) * scales[word] + positions[row * width + i]
        for table in 0..<2 { expected += tables[table][Int(features[row * 2 + table]) * width + i] }
        #expect(abs(x[row * width + i] - expected) < 1e-4)
      }
    }
  }

  /// Rows of queries, keys and values of all heads, `stride` numbers apart.
  private func attention(_ qkv: [Double], stride: Int, rows: Int, heads: Int) -> [Double] {
    let step = heads * 32
    var result = [Double](repeating: 0, count: rows * step)
    for head in 0..<heads {
      for row in 0..<rows {
        let query = row * stride + head * 32
        var weights = [Double](repeating: 0, count: rows)
        for other in 0..<rows {
          let key = other * stride + step + head * 32
          for i in 0..<32 { weights[other] += qkv[query + i] * qkv[key + i] }
          weights[other] = exp(weights[other] / 32.0.squareRoot())
        }
        let total: Double = weights.reduce(0, +)
        for other in 0..<rows {
          let value = other * stride + 2 * step + head * 32
          for i in 0..<32 { result[row * step + head * 32 + i] += weights[other] / total * qkv[value + i] }
        }
      }
    }
    return result
  }

  @Test(arguments: [(1, 2), (2, 3), (5, 2), (49, 2), (100, 1), (300, 1)])
  func `attention is that of the definition, and nearly so in 8 bits`(rows: Int, heads: Int) {
    let (step, stride) = (heads * 32, 3 * heads * 32 + 5)
    let qkv = values(rows * stride, seed: 27).map { $0 * 4 }
    let expected = attention(qkv.map { Double($0) }, stride: stride, rows: rows, heads: heads)
    let size: Double = expected.reduce(0) { $0 + $1 * $1 }
    for isa in Self.sets {
      var exact = [Float](repeating: 0, count: rows * step)
      var near = exact
      var scratch = [UInt8](repeating: 0, count: readout_attention_scratch(rows))
      restricted(to: isa) {
        readout_attention(qkv, stride, rows, heads, &scratch, &exact, step)
        readout_attention8(qkv, stride, rows, heads, &scratch, &near, step)
      }
      var (worst, squares) = (0.0, 0.0)
      for i in 0..<rows * step {
        worst = max(worst, abs(Double(exact[i]) - expected[i]))
        squares += (Double(near[i]) - expected[i]) * (Double(near[i]) - expected[i])
      }
      #expect(worst < 1e-4)
      #expect((squares / size).squareRoot() < 0.03)
    }
  }
}
