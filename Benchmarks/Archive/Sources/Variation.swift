import Archive
import Record

/// Makes other articles of one: other people, states, days and numbers, in words of the same lengths, so that all spans stay right.
struct Variation {
  let seed: Int

  /// States that deal with each other much; each variation turns the list by some places.
  private static let states = [
    "JPN", "PRK", "KOR", "CHN", "USA", "RUS", "GBR", "FRA", "DEU", "ITA", "TUR", "GRC", "CYP", "ISR", "PSE", "EGY",
    "ETH",
    "SDN", "IRN", "IRQ", "SAU", "YEM", "SYR", "LBN", "IND", "PAK", "AFG", "CUB", "VEN", "COL", "MEX", "CAN", "UKR",
    "POL",
    "BLR", "ARM", "AZE", "GEO", "SRB", "VNM", "PHL", "IDN", "MYS", "AUS", "NGA", "KEN", "SOM", "COD",
  ]
  private static let papers = 25
  private static let firstDay = CalendarDay("2016-01-01")

  func of(_ model: Readout) -> Readout {
    var readout = model
    var words = Array(model.document.text.unicodeScalars)
    for index in words.indices where ("0"..."9").contains(words[index]) {
      words[index] = Unicode.Scalar(UInt8(48 + (Int(words[index].value) - 48 + seed) % 10))
    }
    for index in readout.entities.indices where readout.entities[index].type == .person {
      readout.entities[index].name = String(
        String.UnicodeScalarView(readout.entities[index].name.unicodeScalars.map(other)))
      for mention in readout.entities[index].mentions where mention.kind == .name {
        for at in mention.span.start..<mention.span.end { words[at] = other(words[at]) }
      }
    }
    readout.document.text = String(String.UnicodeScalarView(words))
    readout.document.id = "sha256:" + SHA256.hexDigest(of: Array(readout.document.text.utf8))
    readout.document.ref = "n\(seed)"
    readout.document.uri = nil
    readout.document.publisher = Readout.Words(text: "Paper \(seed % Self.papers)")
    turnStates(&readout)
    moveDays(&readout)
    return readout
  }

  /// A letter of the same kind and case.
  private func other(_ scalar: Unicode.Scalar) -> Unicode.Scalar {
    let isUpper = ("A"..."Z").contains(scalar)
    guard isUpper || ("a"..."z").contains(scalar) else { return scalar }
    let first = UInt32(isUpper ? 65 : 97)
    let letter = UInt8(scalar.value - first)
    let vowels: [UInt8] = [0, 4, 8, 14, 20]
    if let vowel = vowels.firstIndex(of: letter) {
      return Unicode.Scalar(UInt8(first) + vowels[(vowel + seed) % vowels.count])
    }
    let consonants = (0..<26).filter { !vowels.contains($0) }
    guard let place = consonants.firstIndex(of: letter) else { return scalar }
    return Unicode.Scalar(UInt8(first) + consonants[(place + seed / 5 % 8) % consonants.count])
  }

  private func turnStates(_ readout: inout Readout) {
    // Every second article keeps its states: some pairs are in the news more than others.
    let turn = seed.isMultiple(of: 2) ? 0 : seed / 2 % Self.states.count
    func other(_ code: String?) -> String? {
      guard let code, let place = Self.states.firstIndex(of: code) else { return code }
      return Self.states[(place + turn) % Self.states.count]
    }
    func other(issue: String) -> String {
      let parts = issue.split(separator: "/", maxSplits: 1)
      guard parts.count == 2 else { return issue }
      return "\(parts[0])/"
        + parts[1].split(separator: "-").compactMap { other(String($0)) }.sorted().joined(separator: "-")
    }
    for index in readout.entities.indices {
      readout.entities[index].country = other(readout.entities[index].country)
      if readout.entities[index].type == .country, let country = readout.entities[index].country {
        readout.entities[index].name = country
      }
      for office in readout.entities[index].offices.indices {
        readout.entities[index].offices[office].country = other(readout.entities[index].offices[office].country)
      }
    }
    for index in readout.events.indices {
      for party in readout.events[index].actors.indices {
        readout.events[index].actors[party].country = other(readout.events[index].actors[party].country)
      }
      for party in readout.events[index].recipients.indices {
        readout.events[index].recipients[party].country = other(readout.events[index].recipients[party].country)
      }
    }
    for index in readout.statements.indices {
      readout.statements[index].issues = readout.statements[index].issues.map(other(issue:))
    }
    for index in readout.positions.indices {
      readout.positions[index].issue = other(issue: readout.positions[index].issue)
    }
  }

  /// Ten years of news.
  private func moveDays(_ readout: inout Readout) {
    guard let first = Self.firstDay else { return }
    let day = first + seed * 7919 % 3650
    let shift = readout.document.published.flatMap { CalendarDay($0) }.map { day.number - $0.number } ?? 0
    readout.document.published = day.description
    readout.document.publishedBasis = "metadata"
    for index in readout.times.indices where readout.times[index].value.utf8.count == 10 {
      guard let old = CalendarDay(readout.times[index].value) else { continue }
      readout.times[index].value = (old + shift).description
    }
  }
}
