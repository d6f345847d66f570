/// Why a part of an input was passed over: there is nothing wrong with it, but it is no article.
public enum Skipped: Sendable, Hashable, CaseIterable {
  /// A crawl's note that a page has not changed since an earlier visit.
  case revisit
  /// What a server answered instead of a page.
  case errorPage
  /// Pictures, packages, scripts, style sheets, files of other kinds.
  case notText

  /// In words, for `count` of them.
  public func description(_ count: Int) -> String {
    switch self {
    case .revisit: "\(count) visits to unchanged pages"
    case .errorPage: "\(count) redirections and error pages"
    case .notText: "\(count) pictures, packages and other files that are no news text"
    }
  }
}
