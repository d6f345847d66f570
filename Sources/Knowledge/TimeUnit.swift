/// A unit of time, with a factor where it is a multiple of TIMEX3's (a decade is ten years).
public struct TimeUnit: Sendable, Hashable {
  /// TIMEX3's units.
  public enum Letter: String, Sendable {
    case second = "TS"
    case minute = "TM"
    case hour = "TH"
    case day = "D"
    case week = "W"
    case weekend = "WE"
    case month = "M"
    case quarter = "Q"
    case year = "Y"
  }
  public var letter: Letter
  public var factor: Int

  public init(_ letter: Letter, factor: Int = 1) {
    self.letter = letter
    self.factor = factor
  }

  /// Reads `10Y`; the factor may be left out.
  init?(_ text: String) {
    let digits = text.prefix { $0.isNumber }
    guard let letter = Letter(rawValue: String(text.dropFirst(digits.count))) else { return nil }
    self.init(letter, factor: Int(digits) ?? 1)
  }
}
