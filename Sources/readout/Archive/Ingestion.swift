import Archive
import Coding
import Newswire
import Record

/// Takes articles into an archive: what is known already is passed over, all else coded and stored.
struct Ingestion: Sendable {
  let archive: Archive
  let reader: ArticleReader
  let coder: Coder
  /// The day of publication that the user gives, above what the inputs say.
  var published: String?

  /// What became of an article before it is stored.
  enum Prepared: Sendable {
    case known
    case coded(Readout, Arrival)
  }

  /// How many articles went which way.
  struct Tally: Sendable, Equatable {
    var new = 0
    var newVersions = 0
    var known = 0
    var failed = 0

    var description: String {
      "\(new) new, \(newVersions) new \(newVersions == 1 ? "version" : "versions"), \(known) known, \(failed) failed"
    }
  }

  /// Reads an article and codes it, unless the archive has it. Called from several threads.
  func prepare(_ item: InputItem) throws -> Prepared { try prepare(try item.load(), origin: item.source) }

  /// Codes an article unless the archive has it; one that was taken back is marked there, and never coded.
  ///
  /// - Parameter origin: the feed, file or mailbox that it came through.
  func prepare(_ item: NewsItem, origin: String) throws -> Prepared {
    let arrival = Arrival(item, origin: origin)
    guard try !isKnown(item, arrival), arrival.status != .canceled else { return .known }
    var metadata = item.metadata
    metadata.publishedByOption = published
    return .coded(coder.code(reader.read(item.text, metadata: metadata)), arrival)
  }

  /// Whether the archive has an article with this text already.
  func isKnown(_ item: NewsItem, origin: String) throws(ArchiveError) -> Bool {
    try isKnown(item, Arrival(item, origin: origin))
  }

  private func isKnown(_ item: NewsItem, _ arrival: Arrival) throws(ArchiveError) -> Bool {
    guard
      case .known = try archive.receive(
        ref: item.metadata.ref, uri: item.metadata.uri, text: item.text, arrival: arrival)
    else { return false }
    return true
  }

  /// Stores what was prepared, in a transaction of its own.
  func store(_ prepared: Prepared, _ tally: inout Tally) throws(ArchiveError) {
    guard case .coded(let readout, let arrival) = prepared else {
      tally.known += 1
      return
    }
    switch try archive.store(readout, arrival: arrival).standing {
    case .new: tally.new += 1
    case .newVersion: tally.newVersions += 1
    case .known: tally.known += 1
    }
  }
}

extension Arrival {
  /// How an item came, as it says itself.
  fileprivate init(_ item: NewsItem, origin: String) {
    let status: Status =
      switch item.metadata.status {
      case .usable: .usable
      case .withheld: .withheld
      case .canceled: .canceled
      }
    self.init(
      origin: origin, status: status, isSummary: item.metadata.isSummary,
      edition: item.metadata.version.flatMap { Int($0) })
  }
}
