import Record

/// What an export wrote, what it left out and why, and what its layout has no place for.
public struct Losses: Sendable, Equatable, CustomStringConvertible {
  /// Readouts that were handed in.
  public private(set) var articles = 0
  /// Records that were written: lines, annotations, appointments.
  public private(set) var written = 0
  /// What could have been records and were left out, by reason.
  public private(set) var leftOut: [Reason: Int] = [:]
  /// Values that were left empty in records that were written, by reason.
  public private(set) var gaps: [Gap: Int] = [:]
  /// What the readouts hold and the layout does not.
  public private(set) var unheld: [RecordPart: Int] = [:]

  public init() {}

  /// Why something was left out.
  public enum Reason: String, Error, Sendable, CaseIterable {
    case negated = "events that are denied: they did not happen"
    case hypothetical = "events that only might happen"
    case planned = "events still ahead of a type that has no code for plans"
    case undated = "records without a day: neither theirs nor that of publication is known"
    case inexact = "events whose day is not known exactly"
    case noActor = "events without an actor"
    case noRecipient = "events without a recipient, which this layout demands"
    case noCode = "events whose actor has neither a state's nor a body's code"
    case noEventCode = "events that CAMEO has no code for"
    case oneState = "pairs of one state's own people who met others together"
    case noMediator = "mediations that do not say who mediates"
    case negatedStatement = "statements that were not made"
    case noSpeaker = "statements whose speaker is not known or has no code"
    case noAddressee = "statements to nobody in particular, for which this layout has no line"
    case noEvent = "agenda items without an event"
    case noPlannedDay = "agenda items without an exact day"
    case noStamp = "agenda items of articles without a date"
    case noStatement = "positions that no statement shows"
    case sameText = "articles whose text was written already"
  }

  /// A value that a record had to leave empty.
  public enum Gap: String, Sendable, CaseIterable {
    case goldstein = "scores of CAMEO codes whose value is not known"
    case recipient = "recipients without a state's or a body's code"
    case placeCountry = "places of no known state"
    case sector = "sectors that this layout has no word for"
  }

  mutating func wrote(_ records: Int = 1) { written += records }

  mutating func leaveOut(_ reason: Reason) { leftOut[reason, default: 0] += 1 }

  mutating func leaveEmpty(_ gap: Gap) { gaps[gap, default: 0] += 1 }

  /// Counts an article, and in it what `parts` of a record the layout holds nothing of.
  mutating func count(_ readout: Readout, unheld parts: [RecordPart]) {
    articles += 1
    for part in parts {
      let count = part.count(in: readout)
      if count > 0 { unheld[part, default: 0] += count }
    }
  }

  /// The report: a line for each figure, always in the same order.
  public var description: String {
    let out = leftOut.values.reduce(0, +)
    var lines = [
      "\(written) \(written == 1 ? "record" : "records") written from "
        + "\(articles) \(articles == 1 ? "article" : "articles"), \(out) left out"
    ]
    for reason in Reason.allCases {
      if let count = leftOut[reason] { lines.append("  left out\t\(count)\t\(reason.rawValue)") }
    }
    for gap in Gap.allCases {
      if let count = gaps[gap] { lines.append("  left empty\t\(count)\t\(gap.rawValue)") }
    }
    for part in RecordPart.allCases {
      if let count = unheld[part] { lines.append("  not held\t\(count)\t\(part.rawValue)") }
    }
    return lines.joined(separator: "\n") + "\n"
  }
}
