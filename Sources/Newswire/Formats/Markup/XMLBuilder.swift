internal import CXML

/// Makes a tree of what libxml2 finds, one element after the other.
final class XMLBuilder {
  /// Why the document is not read, and at which line.
  private(set) var refusal: (message: String, line: Int)?
  private var context: xmlParserCtxtPtr?
  private var open: [XMLElement] = []
  private var root: XMLElement?
  private var count = 0
  private let limits: Limits

  init(limits: Limits) { self.limits = limits }

  /// Parses `utf8`, whatever encoding it declares; what is not well-formed, if anything is.
  func parse(_ utf8: [UInt8]) -> (message: String, line: Int)? {
    utf8.withUnsafeBytes { buffer in
      guard let start = buffer.baseAddress, !buffer.isEmpty,
        let context = xmlCreateMemoryParserCtxt(start.assumingMemoryBound(to: CChar.self), Int32(buffer.count))
      else { return ("there is nothing in it", 1) }
      defer {
        if let document = context.pointee.myDoc { xmlFreeDoc(document) }
        xmlFreeParserCtxt(context)
        self.context = nil
      }
      self.context = context
      context.pointee.sax.pointee = Self.handler
      context.pointee.userData = Unmanaged.passUnretained(self).toOpaque()
      xmlCtxtUseOptions(context, Int32(XML_PARSE_NONET.rawValue | XML_PARSE_IGNORE_ENC.rawValue))
      guard xmlParseDocument(context) != 0, let error = xmlCtxtGetLastError(context) else { return nil }
      let message = error.pointee.message.flatMap { String(cString: $0).onOneLine }
      return (message ?? "a fault", Int(error.pointee.line))
    }
  }

  /// The root; elements whose end was not there are part of it, and say so.
  func finish() -> XMLElement? {
    while !open.isEmpty {
      open[open.count - 1].isWhole = false
      end()
    }
    return root
  }

  private func begin(_ element: XMLElement) {
    count += 1
    if open.count >= limits.depth {
      refuse("nests more than \(limits.depth) elements deep, which no news does; it was not read")
    } else if count > limits.elements {
      refuse("has more than \(limits.elements) elements; split it into smaller files")
    } else {
      open.append(element)
    }
  }

  private func text(_ words: String) {
    guard let last = open.indices.last else { return }
    open[last].content.append(.text(words))
  }

  private func end() {
    guard let element = open.popLast() else { return }
    if let last = open.indices.last { open[last].content.append(.element(element)) } else { root = element }
  }

  private func refuse(_ message: String) {
    guard refusal == nil, let context else { return }
    refusal = (message, line)
    xmlStopParser(context)
  }

  private var line: Int { context.map { Int(xmlSAX2GetLineNumber($0)) } ?? 0 }

  /// What libxml2 calls; nothing is loaded, declared or printed.
  private static var handler: xmlSAXHandler {
    var handler = xmlSAXHandler()
    handler.initialized = XML_SAX2_MAGIC
    handler.startElementNs = { builder, name, _, namespace, _, _, count, _, attributes in
      guard let builder = XMLBuilder.at(builder) else { return }
      var element = XMLElement(name: XMLBuilder.string(name), line: builder.line)
      element.namespace = namespace.map { XMLBuilder.string($0) }
      // Five pointers each: local name, prefix, namespace, the value's start and end.
      for index in 0..<Int(count) {
        guard let attributes, let start = attributes[index * 5 + 3], let end = attributes[index * 5 + 4] else { break }
        let isXML = attributes[index * 5 + 1].map { XMLBuilder.string($0) } == "xml"
        let name = (isXML ? "xml:" : "") + XMLBuilder.string(attributes[index * 5])
        let value = String(decoding: UnsafeBufferPointer(start: start, count: max(0, end - start)), as: UTF8.self)
        // So libxml2 hands on an ampersand when it is told to leave entities alone.
        element.attributes[name] = value.replacing("&#38;", with: "&")
      }
      builder.begin(element)
    }
    handler.endElementNs = { builder, _, _, _ in XMLBuilder.at(builder)?.end() }
    let characters: charactersSAXFunc = { builder, start, count in
      guard let start else { return }
      XMLBuilder.at(builder)?.text(
        String(decoding: UnsafeBufferPointer(start: start, count: Int(count)), as: UTF8.self))
    }
    handler.characters = characters
    handler.cdataBlock = characters
    handler.ignorableWhitespace = characters
    handler.entityDecl = { builder, _, _, _, _, _ in
      XMLBuilder.at(builder)?.refuse(
        "declares entities of its own, which can swell or read files; remove its DOCTYPE, if you trust it")
    }
    handler.serror = { _, _ in }
    return handler
  }

  private static func at(_ pointer: UnsafeMutableRawPointer?) -> XMLBuilder? {
    pointer.map { Unmanaged<XMLBuilder>.fromOpaque($0).takeUnretainedValue() }
  }

  private static func string(_ pointer: UnsafePointer<xmlChar>?) -> String {
    pointer.map { String(cString: $0) } ?? ""
  }
}
