import FoundationEssentials
import Following

/// The feeds that a user names: addresses, and files that list them.
enum FeedArguments {
  /// Their addresses, each once.
  ///
  /// - Throws: ``Failure`` where a file is not there, or holds something that is no address.
  static func addresses(_ arguments: [String]) throws(Failure) -> [String] {
    var addresses: [String] = []
    for argument in arguments {
      if isAddress(argument) {
        addresses.append(argument)
        continue
      }
      guard let bytes = FileManager.default.contents(atPath: argument) else {
        throw Failure(
          .noInput, "\(argument): there is no such list of feeds; an address begins with http://, https:// or file://")
      }
      let listed = FeedList.addresses(in: String(decoding: bytes, as: UTF8.self))
      guard !listed.isEmpty else { throw Failure(.data, "\(argument): the file lists no feeds") }
      if let other = listed.first(where: { !isAddress($0) }) {
        throw Failure(
          .data, "\(argument): “\(other)” is no address of a feed; it begins with http://, https:// or file://")
      }
      addresses += listed
    }
    var seen: Set<String> = []
    return addresses.filter { seen.insert($0).inserted }
  }

  private static func isAddress(_ text: String) -> Bool {
    ["http://", "https://", "file://"].contains { text.hasPrefix($0) }
  }
}
