/// Everything that newswire comes in, one item after the other.
///
/// Plain text, HTML pages, RSS, Atom and JSON Feed, NewsML-G2, NITF, ninjs, JSON Lines, mails and mailboxes, WARC and ARC, each
/// also packed with gzip, in ZIP archives and in folders, told apart by what is in them rather than by their names. What cannot
/// be read is an error that names it, and the rest goes on. Memory holds one document at a time.
///
/// ```swift
/// for item in NewsSource(path: "feeds/") {
///   print(try item.get().metadata.title ?? "")
/// }
/// ```
public struct NewsSource: Sendable, Sequence {
  private let input: Input
  private let limits: Limits

  private enum Input: Sendable {
    case paths([String])
    case bytes([UInt8], name: String, charset: String?)
  }

  /// The file or folder at `path`, `-` for the standard input.
  public init(path: String, limits: Limits = Limits()) { self.init(paths: [path], limits: limits) }

  /// Files and folders in this order, `-` for the standard input; folders are searched in alphabetical order.
  public init(paths: [String], limits: Limits = Limits()) {
    input = .paths(paths)
    self.limits = limits
  }

  /// Bytes that are already here, as a server gave them.
  ///
  /// - Parameters:
  ///   - name: the address or path at which they were found: for errors, and for items without an address of their own.
  ///   - charset: the encoding that the server names.
  public init(bytes: [UInt8], name: String, charset: String? = nil, limits: Limits = Limits()) {
    input = .bytes(bytes, name: name, charset: charset)
    self.limits = limits
  }

  public func makeIterator() -> Iterator { Iterator(pending()) }

  /// The items as they are found, to be read by whoever takes them.
  public func pending() -> PendingItems {
    switch input {
    case .paths(let paths): return PendingItems(FileList(paths, limits: limits))
    case .bytes(let bytes, let name, let charset):
      let origin = Origin(source: name, uri: name == "-" ? nil : name, charset: charset, limits: limits)
      return PendingItems(ByteReader(bytes, name: name), origin: origin)
    }
  }

  public struct Iterator: IteratorProtocol {
    private var pending: PendingItems

    init(_ pending: PendingItems) { self.pending = pending }

    /// What was passed over so far.
    public var skipped: [Skipped: Int] { pending.skipped }

    public mutating func next() -> Result<NewsItem, NewswireError>? {
      pending.next().map { item in Result { () throws(NewswireError) in try item.load() } }
    }
  }
}
