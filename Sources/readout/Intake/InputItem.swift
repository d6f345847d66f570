import Newswire

/// One article to be read.
struct InputItem: Sendable {
  /// Its number among the inputs, from 1.
  let number: Int
  private let pending: PendingItem

  init(_ pending: PendingItem, number: Int) {
    self.pending = pending
    self.number = number
  }

  /// As errors name it.
  var source: String { pending.source }
  /// The line in a file of JSON Lines or mails, counted from 1.
  var line: Int? { pending.line }
  /// Bytes of the inputs that were read for it, for the progress bar.
  var size: Int { pending.size }

  /// The line of JSON Lines, or the document, that it is read from; `nil` where it was read with others.
  var bytes: [UInt8]? { pending.bytes }

  /// The text with what is known of it.
  ///
  /// - Throws: ``Failure`` where it cannot be read.
  func load() throws(Failure) -> NewsItem {
    do throws(NewswireError) { return try pending.load() } catch {
      throw Failure(error.kind == .missing ? .noInput : .data, "\(error)")
    }
  }

  /// As ``load()``, where there is something to be coded.
  ///
  /// - Throws: ``Failure`` where it cannot be read, or its publisher took it back.
  func loadUsable() throws(Failure) -> NewsItem {
    let item = try load()
    guard item.metadata.status != .canceled else {
      let name = item.metadata.ref.map { " (\($0))" } ?? ""
      throw Failure(.data, "\(source): the publisher took this item back\(name); it is not coded")
    }
    return item
  }
}
