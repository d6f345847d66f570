import Archive
import Following

extension StoredFeed {
  init(_ state: FeedState) {
    self.init(url: state.url)
    movedTo = state.movedTo
    etag = state.etag
    lastModified = state.lastModified
    nextPoll = state.nextPoll
    failures = state.failures
    isGone = state.isGone
  }
}

extension FeedState {
  init(_ stored: StoredFeed) {
    self.init(url: stored.url)
    movedTo = stored.movedTo
    etag = stored.etag
    lastModified = stored.lastModified
    nextPoll = stored.nextPoll
    failures = stored.failures
    isGone = stored.isGone
  }
}
