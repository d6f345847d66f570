import CZlib
import Foundation
import Newswire

/// What newswire comes in, made for tests.
enum Wire {
  typealias Outcome = Result<NewsItem, NewswireError>

  static func read(_ bytes: [UInt8], name: String = "input", limits: Limits = Limits()) -> [Outcome] {
    Array(NewsSource(bytes: bytes, name: name, limits: limits))
  }

  static func read(_ text: String, name: String = "input", limits: Limits = Limits()) -> [Outcome] {
    read(Array(text.utf8), name: name, limits: limits)
  }

  /// The items that could be read.
  static func items(_ text: String, name: String = "input") -> [NewsItem] {
    read(text, name: name).compactMap { try? $0.get() }
  }

  static func items(_ bytes: [UInt8], name: String = "input") -> [NewsItem] {
    read(bytes, name: name).compactMap { try? $0.get() }
  }

  /// One gzip member.
  static func gzip(_ bytes: [UInt8]) -> [UInt8] { deflated(bytes, window: 31) }

  static func deflated(_ bytes: [UInt8], window: Int32) -> [UInt8] {
    var stream = z_stream()
    guard
      deflateInit2_(
        &stream, 9, Z_DEFLATED, window, 8, Z_DEFAULT_STRATEGY, ZLIB_VERSION, Int32(MemoryLayout<z_stream>.size)) == Z_OK
    else { return [] }
    defer { deflateEnd(&stream) }
    var output = [UInt8](repeating: 0, count: Int(deflateBound(&stream, UInt(bytes.count))) + 64)
    var input = bytes
    let count = input.withUnsafeMutableBufferPointer { input in
      output.withUnsafeMutableBufferPointer { output in
        stream.next_in = input.baseAddress
        stream.avail_in = UInt32(input.count)
        stream.next_out = output.baseAddress
        stream.avail_out = UInt32(output.count)
        _ = deflate(&stream, Z_FINISH)
        return Int(stream.total_out)
      }
    }
    return Array(output.prefix(count))
  }

  /// A ZIP archive of deflated files; `claimed` overrides the size that the directory gives.
  static func zip(_ files: [(name: String, bytes: [UInt8])], claimed: Int? = nil) -> [UInt8] {
    var archive: [UInt8] = []
    var directory: [UInt8] = []
    for (name, bytes) in files {
      let packed = deflated(bytes, window: -15)
      let sum = UInt32(crc32(0, bytes, UInt32(bytes.count)))
      let offset = archive.count
      let common: [UInt8] =
        number(0, 2) + number(8, 2) + number(0, 4) + number(Int(sum), 4) + number(packed.count, 4)
        + number(claimed ?? bytes.count, 4) + number(name.utf8.count, 2) + number(0, 2)
      archive += number(0x0403_4B50, 4) + number(20, 2) + common + Array(name.utf8) + packed
      directory += number(0x0201_4B50, 4) + number(20, 2) + number(20, 2) + common
      directory += [UInt8](repeating: 0, count: 10) + number(offset, 4) + Array(name.utf8)
    }
    let start = archive.count
    return archive + directory + number(0x0605_4B50, 4) + number(0, 4) + number(files.count, 2) + number(files.count, 2)
      + number(directory.count, 4) + number(start, 4) + number(0, 2)
  }

  private static func number(_ value: Int, _ width: Int) -> [UInt8] {
    (0..<width).map { UInt8(truncatingIfNeeded: value >> ($0 * 8)) }
  }

  /// A record of a WARC file with a server's answer.
  static func record(
    _ body: [UInt8], uri: String = "https://post.example/a", kind: String = "response", status: Int = 200,
    fields: [String] = ["Content-Type: text/html; charset=utf-8"]
  ) -> [UInt8] {
    let head = "HTTP/1.1 \(status) X\r\n" + fields.map { $0 + "\r\n" }.joined() + "\r\n"
    let content = (kind == "response" ? Array(head.utf8) : []) + body
    let type = kind == "response" ? "application/http; msgtype=response" : "text/plain"
    let record = """
      WARC/1.0\r
      WARC-Type: \(kind)\r
      WARC-Target-URI: \(uri)\r
      WARC-Date: 2019-05-06T07:08:09Z\r
      WARC-Record-ID: <urn:uuid:1>\r
      Content-Type: \(type)\r
      Content-Length: \(content.count)\r
      \r

      """
    return Array(record.utf8) + content + [0x0D, 0x0A, 0x0D, 0x0A]
  }

  /// A page with a story of three paragraphs.
  static func page(_ title: String = "Envoys meet in Oslo") -> [UInt8] {
    let paragraphs = (1...3).map {
      "<p>The envoys of both countries met for the \($0). time on Monday, and agreed to meet again before the summer.</p>"
    }
    return Array(
      "<!DOCTYPE html><html lang=en><head><title>\(title)</title></head><body><article><h1>\(title)</h1>\(paragraphs.joined())</article></body></html>"
        .utf8)
  }
}

/// A folder that goes when the test ends.
final class NewsFolder {
  let path: String

  init() throws {
    path = NSTemporaryDirectory() + "newswire-" + UUID().uuidString
    try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
  }

  deinit { try? FileManager.default.removeItem(atPath: path) }

  @discardableResult func file(_ name: String, _ bytes: [UInt8]) throws -> String {
    let file = path + "/" + name
    let folder = file.split(separator: "/").dropLast().reduce("") { $0 + "/" + $1 }
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    try Data(bytes).write(to: URL(fileURLWithPath: file))
    return file
  }
}
