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
  func prepare(_ item: InputItem) throws -> Prepared {
    var (text, metadata) = try item.load()
    metadata.publishedByOption = published
    let arrival = Arrival(origin: item.source)
    guard case .known = try archive.receive(ref: metadata.ref, uri: metadata.uri, text: text, arrival: arrival) else {
      return .coded(coder.code(reader.read(text, metadata: metadata)), arrival)
    }
    return .known
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
