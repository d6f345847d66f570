/// Fetches files and web addresses, each by its fetcher.
public struct AddressFetcher<Web: Fetcher>: Fetcher {
  private let files: FileFetcher
  private let web: Web

  public init(web: Web, files: FileFetcher = FileFetcher()) {
    self.web = web
    self.files = files
  }

  public func fetch(_ request: FetchRequest) async throws(FetchError) -> FetchResponse {
    if request.url.hasPrefix("file://") { return try await files.fetch(request) }
    guard request.url.hasPrefix("http://") || request.url.hasPrefix("https://") else {
      throw FetchError(.refused, "\(request.url) is no address of a feed; it begins with http://, https:// or file://")
    }
    return try await web.fetch(request)
  }
}
