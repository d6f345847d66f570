/// The items of inputs, found one after the other by opening what lies in what.
public struct PendingItems: IteratorProtocol {
  /// Whether there may be more than one.
  public private(set) var isMany: Bool
  /// The bytes of all files; 0 where some are not known.
  public let totalBytes: Int
  /// What was passed over so far.
  public private(set) var skipped: [Skipped: Int] = [:]

  private let files: FileList?
  /// The containers that are open, each in the one before it.
  private var open: [any Container] = []
  /// What was read to find out whether there are many.
  private var first: PendingItem?
  private var reported = 0

  init(_ files: FileList) {
    self.files = files
    totalBytes = files.totalBytes
    isMany = files.isMany
    open = [files]
    if !isMany { first = find() }
  }

  init(_ reader: ByteReader, origin: Origin) {
    files = nil
    totalBytes = 0
    isMany = false
    first = enter(reader, origin) ?? find()
  }

  public mutating func next() -> PendingItem? {
    if let first {
      self.first = nil
      return first
    }
    return find()
  }

  private mutating func find() -> PendingItem? {
    while let container = open.last {
      do throws(NewswireError) {
        switch try container.next() {
        case nil: open.removeLast()
        case .bytes(let reader, let origin):
          if let item = enter(reader, origin) { return item }
        case .document(let document): return item(.document(document), document.origin)
        case .item(let result, let origin): return item(.result(result), origin)
        case .failure(let error): return item(error)
        case .skipped(let reason, let count): skipped[reason, default: 0] += count
        }
      } catch {
        open.removeLast()
        return item(error)
      }
    }
    return nil
  }

  /// Opens a container, or makes an item of what is none; `nil` where it was opened or passed over.
  private mutating func enter(_ reader: ByteReader, _ origin: Origin) -> PendingItem? {
    do throws(NewswireError) {
      let format = Format(reader.peek(Format.head), name: origin.source)
      var inner = origin
      inner.depth += 1
      if origin.depth >= origin.limits.nesting, [.gzip, .zip].contains(format) {
        throw origin.error("lies in more than \(origin.limits.nesting) archives; unpack it first")
      }
      switch format {
      case .gzip:
        inner.source = Self.withoutEnding(origin.source)
        return enter(ByteReader(GzipBytes(reader, limits: origin.limits), name: origin.source), inner)
      case .zip:
        let store: any ByteStore =
          if let store = reader.store { store } else { MemoryBytes(try rest(of: reader, origin)) }
        add(try ZipArchive(store, origin: inner))
      case .warc: add(WARC(reader, origin: inner))
      case .arc: add(ARC(reader, origin: inner))
      case .mailbox: add(Mailbox(reader, origin: inner))
      case .jsonLines where !JSONLines.isOneDocument(reader, limit: origin.limits.document):
        add(JSONLines(reader, origin: inner))
      case .jsonLines, .json:
        let items = try JSONDocument.items(try rest(of: reader, origin), origin: origin)
        return add(items, origin: origin)
      case .xml:
        let (items, skipped) = try XMLNews.items(try rest(of: reader, origin), origin: origin)
        return add(items, skipped: skipped, origin: origin)
      case .foreign(let message):
        if origin.isFound { return skip(.notText) }
        throw origin.error(message)
      case .plainText:
        if origin.isFound, !Self.isText(reader, name: origin.source) { return skip(.notText) }
        return item(.document(Document(format: format, bytes: try rest(of: reader, origin), origin: origin)), origin)
      case .html, .mail:
        return item(.document(Document(format: format, bytes: try rest(of: reader, origin), origin: origin)), origin)
      }
    } catch {
      return item(error)
    }
    return nil
  }

  private mutating func add(_ container: any Container) {
    isMany = true
    open.append(container)
  }

  /// One item is given at once; several are a container.
  private mutating func add(
    _ items: [Result<NewsItem, NewswireError>], skipped: Int = 0, origin: Origin
  ) -> PendingItem? {
    if items.count == 1, skipped == 0 { return item(.result(items[0]), origin) }
    add(ItemList(items, skipped: skipped, origin: origin))
    return nil
  }

  private mutating func skip(_ reason: Skipped) -> PendingItem? {
    skipped[reason, default: 0] += 1
    return nil
  }

  private func rest(of reader: ByteReader, _ origin: Origin) throws(NewswireError) -> [UInt8] {
    guard let bytes = try reader.rest(limit: origin.limits.document) else {
      throw origin.error(
        "is one document of more than \(origin.limits.document >> 20) MiB, which no news is; split it into files or lines"
      )
    }
    return bytes
  }

  private mutating func item(_ content: PendingItem.Content, _ origin: Origin) -> PendingItem {
    let position = files?.position ?? 0
    defer { reported = position }
    return PendingItem(source: origin.source, line: origin.line, size: position - reported, content: content)
  }

  private mutating func item(_ error: NewswireError) -> PendingItem {
    item(.result(.failure(error)), Origin(source: error.source, line: error.line))
  }

  /// The name of what gzip packed.
  private static func withoutEnding(_ name: String) -> String {
    name.hasSuffix(".gz") ? String(name.dropLast(3)) : name
  }

  /// Whether a file that was found by searching is a plain text: by its name, and no data of other programs.
  private static func isText(_ reader: ByteReader, name: String) -> Bool {
    // Pages in crawls have addresses for names, and say themselves what they are.
    if name.contains("://") { return true }
    let file = name.split(separator: "/").last ?? ""
    return file.hasSuffix(".txt") || file.hasSuffix(".text")
  }
}
