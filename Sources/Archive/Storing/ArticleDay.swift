import Record

/// The days on which an article may have been published, for questions that ask for days.
struct ArticleDay: Sendable, Equatable {
  var first: CalendarDay?
  /// The same as `first`, but where only a window is known.
  var last: CalendarDay?
  /// `option`, `metadata`, `dateline` or `window`, as the record has it.
  var basis: String?

  init(_ document: Readout.Document) {
    if let published = document.published, let range = DayRange(timex: published) {
      (first, last, basis) = (range.first, range.last, document.publishedBasis)
    } else if let window = document.publishedWindow, let from = CalendarDay(window.from) {
      (first, last, basis) = (from, window.to.flatMap { CalendarDay($0) }, "window")
    }
  }
}
