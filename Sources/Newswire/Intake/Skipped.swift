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
    switch (self, count) {
    case (.revisit, 1): "1 visit to an unchanged page"
    case (.revisit, _): "\(count) visits to unchanged pages"
    case (.errorPage, 1): "1 redirection or error page"
    case (.errorPage, _): "\(count) redirections and error pages"
    case (.notText, 1): "1 picture, package or other file that is no news text"
    case (.notText, _): "\(count) pictures, packages and other files that are no news text"
    }
  }
}
