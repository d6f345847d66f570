import Record

extension EffectiveReadout {
  /// Puts the first part of an excerpt into the record, in the place of `item` or as one more. A person stands behind it: its
  /// confidence is 1.
  ///
  /// What the part names is sought in the record, by the same words, and added where it is not there.
  ///
  /// - Returns: The part as it is called in this record.
  mutating func put(_ excerpt: Readout, of kind: Correction.Kind, in item: Item?) -> Item {
    var names = Names(excerpt, in: self)
    defer { readout = names.readout }
    switch kind {
    case .statement:
      var statement = excerpt.statements[0]
      statement.confidence = 1
      statement.speaker = statement.speaker.map { Readout.Party(entity: names.entity($0.entity), span: $0.span) }
      statement.addressees = statement.addressees.compactMap { names.entity($0) }
      statement.about = statement.about.compactMap { names.entity($0) }
      for index in statement.relays.indices {
        statement.relays[index].entity = names.entity(statement.relays[index].entity)
      }
      statement.time = names.time(statement.time)
      statement.place = names.place(statement.place)
      statement.within = names.statement(statement.within)
      statement.echoes = names.statement(statement.echoes)
      statement.occasion = names.event(statement.occasion)
      guard case .statement(let id)? = item, let index = names.readout.statements.firstIndex(where: { $0.id == id })
      else {
        statement.id = Self.free("s", names.readout.statements.map(\.id))
        names.readout.statements.append(statement)
        return .statement(statement.id)
      }
      statement.id = id
      names.readout.statements[index] = statement
      return .statement(id)
    case .event:
      var event = excerpt.events[0]
      event.confidence = 1
      event.actors = event.actors.compactMap { names.participant($0) }
      event.recipients = event.recipients.compactMap { names.participant($0) }
      event.time = names.time(event.time)
      event.place = names.place(event.place)
      event.within = names.statement(event.within)
      event.occasion = names.event(event.occasion)
      guard case .event(let id)? = item, let index = names.readout.events.firstIndex(where: { $0.id == id }) else {
        event.id = Self.free("v", names.readout.events.map(\.id))
        names.readout.events.append(event)
        return .event(event.id)
      }
      event.id = id
      names.readout.events[index] = event
      return .event(id)
    case .position:
      var position = excerpt.positions[0]
      position.holder = names.entity(position.holder) ?? position.holder
      position.statement = names.statement(position.statement)
      if case .position(let number)? = item {
        names.readout.positions[number] = position
        return .position(number)
      }
      names.readout.positions.append(position)
      return .position(names.readout.positions.count - 1)
    case .commitment:
      var commitment = excerpt.commitments[0]
      commitment.by = names.entity(commitment.by) ?? commitment.by
      commitment.to = names.entity(commitment.to)
      commitment.time = names.time(commitment.time)
      commitment.statement = names.statement(commitment.statement)
      if case .commitment(let number)? = item {
        names.readout.commitments[number] = commitment
        return .commitment(number)
      }
      names.readout.commitments.append(commitment)
      return .commitment(names.readout.commitments.count - 1)
    case .agenda:
      var plan = excerpt.agenda[0]
      plan.time = names.time(plan.time)
      plan.event = names.event(plan.event)
      if case .agenda(let number)? = item {
        names.readout.agenda[number] = plan
        return .agenda(number)
      }
      names.readout.agenda.append(plan)
      return .agenda(names.readout.agenda.count - 1)
    }
  }

  /// The first id of this letter that nothing has.
  static func free(_ letter: String, _ taken: [String]) -> String {
    letter + String((taken.compactMap { Int($0.dropFirst()) }.max() ?? 0) + 1)
  }
}
