/// A calendar date as a dateline or a date line writes it, perhaps without a year.
struct WrittenDate: Sendable, Equatable {
  var year: Int?
  var month: Int
  var day: Int
  /// The pieces that it is made of.
  var pieces: Range<Int>

  /// `2018-09-11`, where the year is known.
  var iso: String? {
    guard let year else { return nil }
    func digits(_ number: Int, _ count: Int) -> String {
      let text = String(number)
      return String(repeating: "0", count: max(0, count - text.count)) + text
    }
    return "\(digits(year, 4))-\(digits(month, 2))-\(digits(day, 2))"
  }

  /// Reads the date that begins at `start`: "Sept. 11, 2018", "Tuesday, 11 September", "2018-09-11", "11.09.2018".
  init?(_ pieces: [Piece], at start: Int) {
    var scanner = Scanner(pieces: pieces, at: start)
    if scanner.weekday() { _ = scanner.mark(",") || scanner.mark(".") }
    guard scanner.named() || scanner.numeric(), scanner.isReal else { return nil }
    year = scanner.year
    month = scanner.month
    day = scanner.day
    self.pieces = start..<scanner.at
  }

  /// The month that an English word, whole or cut to three or four letters, names; 1 to 12.
  static func month(_ word: String) -> Int? {
    let lower = word.lowercased()
    if lower == "sept" { return 9 }
    return months.firstIndex { $0 == lower || (lower.count == 3 && $0.hasPrefix(lower)) }.map { $0 + 1 }
  }

  static func isWeekday(_ word: String) -> Bool {
    let lower = word.lowercased()
    return weekdays.contains { $0 == lower || ((3...5).contains(lower.count) && $0.hasPrefix(lower)) }
  }

  private static let months = [
    "january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november",
    "december",
  ]
  private static let weekdays = ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"]

  private struct Scanner {
    let pieces: [Piece]
    var at: Int
    var year: Int?
    var month = 0
    var day = 0

    init(pieces: [Piece], at: Int) {
      self.pieces = pieces
      self.at = at
    }

    var isReal: Bool {
      let lengths = [31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]
      return (1...12).contains(month) && day >= 1 && day <= lengths[month - 1]
    }

    mutating func mark(_ text: String) -> Bool {
      guard at < pieces.count, pieces[at].text == text else { return false }
      at += 1
      return true
    }

    mutating func weekday() -> Bool {
      guard at < pieces.count, pieces[at].kind == .word, WrittenDate.isWeekday(pieces[at].text) else { return false }
      at += 1
      return true
    }

    private func number(_ index: Int, digits: ClosedRange<Int>) -> Int? {
      guard index < pieces.count, pieces[index].kind == .number, digits.contains(pieces[index].text.count) else {
        return nil
      }
      return Int(pieces[index].text)
    }

    private func ordinalLength(_ index: Int) -> Int {
      guard index < pieces.count, !pieces[index].isSpaced else { return 0 }
      return ["st", "nd", "rd", "th"].contains(pieces[index].text) ? 1 : 0
    }

    /// A date with the month's name, day or month first.
    mutating func named() -> Bool {
      let start = at
      if at < pieces.count, pieces[at].kind == .word, let month = WrittenDate.month(pieces[at].text) {
        at += 1
        _ = mark(".")
        if let day = number(at, digits: 1...2) {
          at += 1 + ordinalLength(at + 1)
          (self.month, self.day) = (month, day)
          readYear()
          return true
        }
      } else if let day = number(at, digits: 1...2) {
        at += 1 + ordinalLength(at + 1)
        if at < pieces.count, pieces[at].text == "of" || pieces[at].text == "-" { at += 1 }
        if at < pieces.count, pieces[at].kind == .word, let month = WrittenDate.month(pieces[at].text) {
          at += 1
          if at + 1 < pieces.count, pieces[at].text == ".", number(at + 1, digits: 4...4) != nil { at += 1 }
          (self.month, self.day) = (month, day)
          readYear()
          return true
        }
      }
      at = start
      return false
    }

    /// A year of four digits, perhaps after a comma or a hyphen.
    private mutating func readYear() {
      var next = at
      if next < pieces.count, [",", "-", "."].contains(pieces[next].text) { next += 1 }
      if let year = number(next, digits: 4...4), (1800...2199).contains(year) {
        self.year = year
        at = next + 1
      }
    }

    /// A date in numbers: year first, or day first where full stops part it or where the day cannot be a month.
    mutating func numeric() -> Bool {
      guard at + 4 < pieces.count, pieces[at + 1].text == pieces[at + 3].text,
        ["-", "/", "."].contains(pieces[at + 1].text), !pieces[at + 1].isSpaced
      else { return false }
      if let year = number(at, digits: 4...4), let month = number(at + 2, digits: 1...2),
        let day = number(at + 4, digits: 1...2), (1800...2199).contains(year)
      {
        (self.year, self.month, self.day) = (year, month, day)
      } else if let first = number(at, digits: 1...2), let second = number(at + 2, digits: 1...2),
        let year = number(at + 4, digits: 4...4), (1800...2199).contains(year)
      {
        if first > 12 || pieces[at + 1].text == "." {
          (self.year, self.month, self.day) = (year, second, first)
        } else if second > 12 {
          (self.year, self.month, self.day) = (year, first, second)
        } else {
          return false
        }
      } else {
        return false
      }
      at += 5
      return true
    }
  }
}
