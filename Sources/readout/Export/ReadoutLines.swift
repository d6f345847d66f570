import Record

/// The readouts of files, one after the other: JSON Lines, or a file that is one JSON value, a readout or a list of them.
struct ReadoutLines {
  /// A readout, or why there is none, and where.
  struct Item {
    var source: String
    var readout: Result<Readout, RecordError>
  }

  private let file: InputFile
  private var line = 0
  private var values: [JSONValue] = []

  /// - Throws: ``Failure`` where the file cannot be opened.
  init(_ path: String) throws(Failure) {
    file = try InputFile(path)
  }

  /// The next one, or `nil` at the end.
  ///
  /// - Throws: ``Failure`` where the file cannot be read.
  mutating func next() throws(Failure) -> Item? {
    if let value = values.popLast() {
      line += 1
      return item { () throws(RecordError) in try Readout(value) }
    }
    while let bytes = try file.line() {
      line += 1
      if bytes.allSatisfy({ $0 == 0x20 || $0 == 0x0D }) { continue }
      // No line of JSON Lines is a bracket alone: this is JSON over several lines.
      guard line == 1, bytes.count == 1, bytes[0] == UInt8(ascii: "{") || bytes[0] == UInt8(ascii: "[") else {
        return item { () throws(RecordError) in try Readout(json: bytes) }
      }
      let rest = try file.rest()
      do throws(RecordError) {
        let value = try JSONValue(bytes + [0x0A] + rest)
        values = (value.array ?? [value]).reversed()
      } catch {
        return Item(source: file.path, readout: .failure(error))
      }
      line = 0
      return try next()
    }
    return nil
  }

  private func item(_ readout: () throws(RecordError) -> Readout) -> Item {
    Item(source: "\(file.path):\(line)", readout: Result(catching: readout))
  }
}
