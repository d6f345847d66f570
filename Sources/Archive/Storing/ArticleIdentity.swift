import Glibc
import Record

/// By what an article is recognized when it comes again, corrected or not.
struct ArticleIdentity: Sendable, Equatable {
  /// The identifier that the input gave, with the host of the address beside it where it is not one for all the world.
  var refKey: String?
  /// The address or path in one form.
  var uriKey: String?
  /// `sha256:…` of the text.
  var document: String

  init(ref: String?, uri: String?, document: String) {
    self.document = document
    let uriKey = uri.flatMap(Self.canonical)
    self.uriKey = uriKey
    guard let ref, !ref.isEmpty else { return }
    // `urn:…`, `tag:…`, `https://…` name one thing everywhere; `4711` names one in its own house.
    let house = ref.contains(":") ? nil : uriKey.flatMap(Self.host)
    refKey = house.map { "\($0)/\(ref)" } ?? (ref.contains("://") ? Self.canonical(ref) : nil) ?? ref
  }

  /// What a first version is filed under.
  var key: String { refKey ?? uriKey ?? document }

  /// Whether it is known by more than its words and a path on this machine.
  var isPublic: Bool { refKey != nil || uriKey.flatMap(Self.host) != nil }

  /// An address with its scheme and host in small letters, `https` for `http`, without fragment, default port, tracking
  /// parameters and a slash at the end; a path from the root.
  static func canonical(_ uri: String) -> String? {
    let uri = uri.filter { !$0.isWhitespace }
    guard !uri.isEmpty else { return nil }
    guard let scheme = uri.firstRange(of: "://").map({ uri[..<$0.lowerBound].lowercased() }) else {
      // `urn:…` and `mid:…` stay; what has no scheme is a path.
      if let colon = uri.firstIndex(of: ":"), !uri[..<colon].contains("/") { return uri }
      return path(uri)
    }
    let rest = uri[uri.index(uri.startIndex, offsetBy: scheme.count + 3)...]
    if scheme == "file" { return path(String(rest)) }
    guard scheme == "http" || scheme == "https" else { return uri }
    let whole = rest.prefix { $0 != "#" }
    var host = whole.prefix { $0 != "/" && $0 != "?" }.lowercased()
    for port in [":80", ":443"] where host.hasSuffix(port) { host.removeLast(port.count) }
    if host.hasPrefix("www.") { host.removeFirst(4) }
    guard !host.isEmpty else { return nil }
    let tail = whole.dropFirst(whole.prefix { $0 != "/" && $0 != "?" }.count)
    var path = String(tail.prefix { $0 != "?" })
    while path.hasSuffix("/") { path.removeLast() }
    let query = tail.drop { $0 != "?" }.dropFirst().split(separator: "&").filter { !isTracking($0) }
    return "https://\(host)\(path)" + (query.isEmpty ? "" : "?" + query.joined(separator: "&"))
  }

  /// Parameters that say how a reader came, not what he reads.
  private static func isTracking(_ parameter: Substring) -> Bool {
    let name = parameter.prefix { $0 != "=" }.lowercased()
    return name.hasPrefix("utm_") || ["fbclid", "gclid", "mc_cid", "mc_eid"].contains(name)
  }

  private static func host(_ uri: String) -> String? {
    guard uri.hasPrefix("https://") else { return nil }
    return String(uri.dropFirst(8).prefix { $0 != "/" && $0 != "?" })
  }

  /// A path from the root, without `.` and `..`.
  private static func path(_ path: String) -> String {
    var whole = path
    if !path.hasPrefix("/"), let folder = getcwd(nil, 0) {
      whole = String(cString: folder) + "/" + path
      free(folder)
    }
    var parts: [Substring] = []
    for part in whole.split(separator: "/") where part != "." {
      if part == ".." { _ = parts.popLast() } else { parts.append(part) }
    }
    return "file:///" + parts.joined(separator: "/")
  }
}
