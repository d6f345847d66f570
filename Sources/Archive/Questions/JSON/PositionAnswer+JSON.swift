public import Record

extension PositionAnswer: JSONAnswer {
  public func write(into writer: inout JSONWriter) {
    writer.object { writer in
      writer.field("question", "positions")
      writer.key("sides")
      writer.array(sides) { writer, tracks in writer.array(tracks) { $1.write(into: &$0) } }
    }
  }
}

extension PositionAnswer.Track {
  func write(into writer: inout JSONWriter) {
    writer.object { writer in
      writer.field("holder", holder)
      writer.field("issue", issue)
      writer.field("label", label)
      writer.field("positions", count)
      writer.field("stands", stands) { $1.write(into: &$0) }
    }
  }
}

extension PositionAnswer.Stand {
  func write(into writer: inout JSONWriter) {
    writer.object { writer in
      writer.days(day, lastDay)
      writer.field("stances", stances)
      writer.field("positions", count)
      if isChange {
        writer.key("change")
        writer.object { writer in
          // The record's word where the text claims it, the stances before where comparison shows it.
          writer.field("claimed", claimed)
          writer.field("from", changedFrom ?? [])
          writer.field("previous", previous)
        }
      }
      writer.field("citation", citation)
    }
  }
}
