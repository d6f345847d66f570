import Record

/// A line of an archive's export: an article with its records, or a correction.
enum ArchiveLine {
  /// The version of this format, which the first line names.
  static let version = 1

  /// The first line.
  static var head: [UInt8] {
    var writer = JSONWriter()
    writer.object { $0.field("readoutArchive", version) }
    return writer.bytes
  }

  /// A record of an article, by one coder.
  struct Coding {
    var codedAt: String
    var isCurrent: Bool
    var readout: Readout
  }

  /// A text column of `articles`, in the order of the export.
  static let fields: [StaticString] = [
    "document", "identity", "refKey", "uriKey", "status", "ref", "uri", "title", "byline", "agency", "publisher",
    "origin", "published", "day", "dayEnd", "dayBasis", "language", "ingestedAt", "text",
  ]
}
