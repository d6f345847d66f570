/// What an archive knows of an article beyond its readout.
public struct ExportContext: Sendable, Equatable {
  /// The article's identifier in the archive; where there is none, the readout's own stands for it.
  public var article: String?
  /// When it was taken in, UTC, `YYYY-MM-DDTHH:MM:SSZ`.
  public var ingested: String?
  /// How often the article's story was printed, this article included.
  public var copies = 1
  /// How many of those tell it independently of each other.
  public var origins = 1
  /// How often the article has been corrected.
  public var revision = 0

  public init() {}

  /// - Parameter ingested: when the article was taken in; `nil` where that is no time of UTC, `YYYY-MM-DDTHH:MM:SSZ`.
  public init?(ingested: String) {
    let pattern = Array("dddd-dd-ddTdd:dd:ddZ".utf8)
    let fits = zip(ingested.utf8, pattern).allSatisfy { byte, sign in
      sign == UInt8(ascii: "d") ? 0x30...0x39 ~= byte : byte == sign
    }
    guard ingested.utf8.count == pattern.count, fits, Day(ingested.prefix(10)) != nil else { return nil }
    self.ingested = ingested
  }
}
