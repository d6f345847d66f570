internal import Knowledge
internal import Record

extension TimeResolver {
  /// The period that a report of earnings or of the economy is about.
  struct Report {
    /// The last quarter that was over when the report was published.
    private var quarter: (index: Int, period: CalendarPeriod)?
    /// Whether the figures are those of more than the quarter ("in the first nine months").
    private var isLonger = false

    /// The quarter that figures without a period of their own belong to.
    var current: (index: Int, period: CalendarPeriod)? { isLonger ? nil : quarter }
    /// Whether any quarter is reported on.
    var isKnown: Bool { quarter != nil }
    /// The year of the quarter.
    var year: Int? { quarter?.period.day.year }

    mutating func note(
      _ expression: TimeExpression, _ period: CalendarPeriod?, published: CalendarDate?, index: Int
    ) {
      switch expression {
      case .duration("P9M"), .duration("P6M"), .half: isLonger = true
      case .reported: if period?.granularity == .quarter { isLonger = false }
      case .quarter:
        guard let period else { return }
        isLonger = false
        if let published, period.day.adding(months: 3) > published { return }
        if let quarter, quarter.period.day > period.day { return }
        quarter = (index, period)
      default: break
      }
    }
  }

  /// The quarter reported on, of another year perhaps; the year itself where no quarter is.
  func reported(_ year: TimeExpression.Year, _ context: Context) -> Resolution {
    if let (index, quarter) = context.report.current {
      let years =
        switch year {
        case .number(let number): number - quarter.day.year
        case .relative(let step): step
        case .open: 0
        }
      guard let period = quarter.shifted(by: 4 * years, TimeUnit(.quarter)) else { return known(quarter) }
      return known(period, basis: .inferred, anchor: .time(index))
    }
    switch year {
    case .number(let number): return resolve(.year(number), in: context)
    case .relative(0), .open: return calendar(TimeUnit(.quarter), step: -1, context)
    case .relative(let step):
      if let year = context.report.year { return resolve(.year(year + step), in: context) }
      return calendar(TimeUnit(.year), step: step, context)
    }
  }
}
