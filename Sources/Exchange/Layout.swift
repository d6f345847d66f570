public import Record

/// A way of writing readouts down that other programs read.
///
/// Readouts are handed in one after another; what they come to is written as they come, so that memory does not grow with
/// their number. The same readouts with the same contexts give the same bytes.
public protocol Layout {
  /// What was written and what could not be.
  var losses: Losses { get }

  /// Writes one article's readout.
  ///
  /// - Throws: ``ExchangeError`` where the output cannot be written.
  mutating func write(_ readout: Readout, context: ExportContext) throws(ExchangeError)

  /// Writes what stands at the end. To be called once, after the last readout; the output is closed by whoever opened it.
  ///
  /// - Throws: ``ExchangeError`` where the output cannot be written.
  mutating func finish() throws(ExchangeError)
}

extension Layout {
  /// Writes nothing.
  public mutating func finish() throws(ExchangeError) {}
}
