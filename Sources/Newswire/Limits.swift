/// How much of an input is read before it is refused.
public struct Limits: Sendable, Equatable {
  /// The most bytes of one document: a page, a feed, a message, a line; 64 MiB.
  public var document = 64 << 20
  /// How deep containers may lie in each other: a mailbox in a ZIP file in a gzip file are three.
  public var nesting = 6
  /// How many times its size packed data may unpack to.
  public var expansion = 200
  /// The most bytes that the files of one ZIP archive may unpack to; 16 GiB.
  public var archive = 16 << 30
  /// How deep XML, JSON and MIME parts may nest.
  public var depth = 200
  /// The most elements of an XML document.
  public var elements = 1_000_000

  public init() {}
}
