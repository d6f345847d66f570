internal import Knowledge
internal import Record

/// Narrows down when a text without a date was written by the terms of those whose titles it gives.
struct HoldingWindow {
  let words: Words
  let knowledge: Knowledge
  let names: [Name]
  let phrases: [NominalPhrase]

  /// A day as the number `YYYYMMDD`; this one is later than any.
  private static let open = 9999_12_31

  /// The days, as numbers `YYYYMMDD`, and the names that bound them; `nil` where no title tells.
  func find() -> (days: ClosedRange<Int>, names: [Int])? {
    var window: [ClosedRange<Int>] = []
    var because: [Int] = []
    for phrase in phrases.prefix(400) where phrase.isTitle && !phrase.isPast {
      guard let name = phrase.attached, let office = phrase.sense.role?.office, !because.contains(name) else {
        continue
      }
      let terms = terms(of: name, office, country: phrase.modifiers.compactMap { names[$0].state }.first)
      guard !terms.isEmpty else { continue }
      if window.isEmpty {
        window = terms
        because = [name]
        continue
      }
      let narrowed = window.flatMap { a in terms.compactMap { b in Self.overlap(a, b) } }
      // Somebody whose term fits nobody else's is a namesake, or held the office long ago.
      guard !narrowed.isEmpty else { continue }
      if narrowed != window { because.append(name) }
      window = narrowed
    }
    guard let from = window.map(\.lowerBound).min(), let to = window.map(\.upperBound).max() else { return nil }
    return (from...to, because)
  }

  private func terms(of name: Int, _ office: OfficeKind, country: String?) -> [ClosedRange<Int>] {
    let text = words.phrase(names[name].tokens)
    return knowledge.offices.holders(named: text).filter { holder in
      holder.offices.contains(office) && (country == nil || holder.country == nil || holder.country == country)
    }.compactMap { holder in
      let from = holder.from.earliest
      let to = holder.to?.latest ?? Self.open
      return from <= to ? from...to : nil
    }
  }

  private static func overlap(_ a: ClosedRange<Int>, _ b: ClosedRange<Int>) -> ClosedRange<Int>? {
    let from = max(a.lowerBound, b.lowerBound)
    let to = min(a.upperBound, b.upperBound)
    return from <= to ? from...to : nil
  }

  /// The day of a number, `nil` where it stands for no end.
  static func date(_ day: Int) -> CalendarDate? {
    day >= open ? nil : CalendarDate(year: day / 10_000, month: day / 100 % 100, day: day % 100)
  }
}
