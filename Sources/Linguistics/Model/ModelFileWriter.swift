import FoundationEssentials

/// Writes the file that ``ModelFile`` maps.
package struct ModelFileWriter {
  private var sections: [(name: String, bytes: [UInt8])] = []

  package init() {}

  /// Whether a section is there already.
  package func has(_ name: String) -> Bool { sections.contains { $0.name == name } }

  package mutating func add(_ name: String, _ bytes: [UInt8]) { sections.append((name, bytes)) }

  package mutating func add(_ name: String, _ floats: [Float]) {
    add(name, floats.withUnsafeBytes { Array($0) })
  }

  package mutating func add(_ name: String, _ numbers: [UInt64]) {
    add(name, numbers.map(\.littleEndian).withUnsafeBytes { Array($0) })
  }

  /// Writes to `path`: beside it first, then in its place, so that no half-written model is ever there.
  package func write(to path: String) throws(ModelError) {
    var offset = ModelFile.headerSize + sections.count * ModelFile.entrySize
    var table: [UInt8] = []
    var offsets: [Int] = []
    for section in sections {
      offset = (offset + ModelFile.alignment - 1) / ModelFile.alignment * ModelFile.alignment
      offsets.append(offset)
      let name = Array(section.name.utf8)
      precondition(name.count < ModelFile.nameSize, "a section's name has at most \(ModelFile.nameSize - 1) bytes")
      table += name + [UInt8](repeating: 0, count: ModelFile.nameSize - name.count)
      append(UInt64(offset), to: &table)
      append(UInt64(section.bytes.count), to: &table)
      append(section.bytes.withUnsafeBytes { ModelFile.checksum($0) }, to: &table)
      offset += section.bytes.count
    }
    var file = ModelFile.magic
    append(ModelFile.version, to: &file)
    append(UInt32(sections.count), to: &file)
    append(UInt64(offset), to: &file)
    append(table.withUnsafeBytes { ModelFile.checksum($0) }, to: &file)
    file += table
    for (section, offset) in zip(sections, offsets) {
      file += [UInt8](repeating: 0, count: offset - file.count)
      file += section.bytes
    }
    do {
      let target = URL(filePath: path)
      try FileManager.default.createDirectory(
        at: target.deletingLastPathComponent(), withIntermediateDirectories: true)
      try Data(file).write(to: target, options: .atomic)
    } catch {
      throw ModelError(file: path, message: "cannot be written; check that its folder may be written and has room")
    }
  }

  private func append(_ value: some FixedWidthInteger, to bytes: inout [UInt8]) {
    withUnsafeBytes(of: value.littleEndian) { bytes.append(contentsOf: $0) }
  }
}
