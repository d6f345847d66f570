/// A table of floats in NumPy's `.npy` format (NEP 1), as a package stores static vectors.
struct NumPyArray {
  let shape: [Int]
  let floats: [Float]

  init(_ bytes: [UInt8], file: String) throws(ModelError) {
    func damaged(_ what: String) -> ModelError {
      ModelError(file: file, message: "is no table of 32-bit floats (\(what)); fetch the package again")
    }
    guard bytes.count > 12, bytes[0] == 0x93, bytes[1..<6].elementsEqual("NUMPY".utf8) else {
      throw damaged("its head")
    }
    let wide = bytes[6] >= 2
    let length = wide ? (8..<12).reversed().reduce(0) { $0 << 8 | Int(bytes[$1]) } : Int(bytes[8]) | Int(bytes[9]) << 8
    let start = (wide ? 12 : 10) + length
    guard start <= bytes.count else { throw damaged("its head") }
    let header = String(decoding: bytes[(wide ? 12 : 10)..<start], as: UTF8.self)
    guard header.contains("'<f4'"), header.contains("'fortran_order': False"),
      let open = header.firstIndex(of: "("), let close = header[open...].firstIndex(of: ")")
    else { throw damaged("its type") }
    let shape = header[header.index(after: open)..<close].split(separator: ",").compactMap { part in
      Int(part.filter { $0 != " " })
    }
    var count = 1
    for size in shape {
      let (product, overflow) = count.multipliedReportingOverflow(by: size)
      guard size >= 0, !overflow else { throw damaged("its shape") }
      count = product
    }
    guard (bytes.count - start) % 4 == 0, (bytes.count - start) / 4 == count else { throw damaged("its size") }
    self.shape = shape
    floats = bytes.withUnsafeBytes { raw in
      (0..<count).map {
        Float(bitPattern: UInt32(littleEndian: raw.loadUnaligned(fromByteOffset: start + $0 * 4, as: UInt32.self)))
      }
    }
  }
}
