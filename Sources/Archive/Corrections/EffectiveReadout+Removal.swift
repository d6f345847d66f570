import Record

extension EffectiveReadout {
  /// Takes a part out of the record, with what rests on it alone.
  mutating func remove(_ item: Item) {
    corrections[item] = nil
    switch item {
    case .statement(let id):
      let outer = readout.statements.first { $0.id == id }?.within
      readout.statements.removeAll { $0.id == id }
      for index in readout.statements.indices {
        if readout.statements[index].within == id { readout.statements[index].within = outer }
        if readout.statements[index].echoes == id { readout.statements[index].echoes = nil }
      }
      for index in readout.events.indices where readout.events[index].within == id {
        readout.events[index].within = outer
      }
      for index in readout.positions.indices.reversed() where readout.positions[index].statement == id {
        remove(.position(index))
      }
      for index in readout.commitments.indices.reversed() where readout.commitments[index].statement == id {
        remove(.commitment(index))
      }
    case .event(let id):
      readout.events.removeAll { $0.id == id }
      for index in readout.events.indices where readout.events[index].occasion == id {
        readout.events[index].occasion = nil
      }
      for index in readout.statements.indices where readout.statements[index].occasion == id {
        readout.statements[index].occasion = nil
      }
      for index in readout.agenda.indices.reversed() where readout.agenda[index].event == id {
        remove(.agenda(index))
      }
    case .position(let number):
      readout.positions.remove(at: number)
      closeGap(after: number) {
        if case .position(let other) = $0 { other } else { nil }
      } make: {
        .position($0)
      }
    case .commitment(let number):
      readout.commitments.remove(at: number)
      closeGap(after: number) {
        if case .commitment(let other) = $0 { other } else { nil }
      } make: {
        .commitment($0)
      }
    case .agenda(let number):
      readout.agenda.remove(at: number)
      closeGap(after: number) {
        if case .agenda(let other) = $0 { other } else { nil }
      } make: {
        .agenda($0)
      }
    }
  }

  /// Counts down the parts without ids that come after one that was removed.
  private mutating func closeGap(after removed: Int, number: (Item) -> Int?, make: (Int) -> Item) {
    corrections = Dictionary(
      uniqueKeysWithValues: corrections.map { item, correction in
        guard let other = number(item), other > removed else { return (item, correction) }
        return (make(other - 1), correction)
      })
  }
}
