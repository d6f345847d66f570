import Record

extension EffectiveReadout {
  /// A coder's record with `corrections` laid over it, in their order: the later stands above the earlier.
  init(_ readout: Readout, _ corrections: [Correction]) {
    self.init(readout)
    for correction in corrections { lay(correction) }
  }

  /// The part that `anchor` means in this record.
  ///
  /// - Parameter strictly: Whether it must be of the same type and party too, not only over the same words.
  func find(_ anchor: Anchor, strictly: Bool) -> Item? {
    var best: (item: Item, likeness: Double)?
    for item in items(of: anchor.kind) {
      guard let other = Anchor(item, in: readout) else { continue }
      let likeness = anchor.likeness(to: other, strictly: strictly)
      if likeness > best?.likeness ?? 0 { best = (item, likeness) }
    }
    return best?.item
  }

  private func items(of kind: Correction.Kind) -> [Item] {
    switch kind {
    case .statement: readout.statements.map { .statement($0.id) }
    case .event: readout.events.map { .event($0.id) }
    case .position: readout.positions.indices.map { .position($0) }
    case .commitment: readout.commitments.indices.map { .commitment($0) }
    case .agenda: readout.agenda.indices.map { .agenda($0) }
    }
  }

  private mutating func lay(_ correction: Correction) {
    let anchor = correction.anchor
    if correction.action == .reject {
      // Only what is the same in type too: what else lies over these words is not rejected.
      if let item = find(anchor, strictly: true) { remove(item) }
      return
    }
    guard let part = correction.part, let wanted = Anchor(part, in: correction.value) else { return }
    // A better coder may find the part as it shall be; else it is found as it was.
    let found = find(wanted, strictly: true) ?? find(anchor, strictly: correction.action == .add)
    let item = put(correction.value, of: anchor.kind, in: found)
    corrections[item] = correction.id
  }
}
