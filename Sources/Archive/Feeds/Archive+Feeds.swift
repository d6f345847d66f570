import GRDB

extension Archive {
  /// What is kept of a feed; `nil` where it was never asked.
  public func feed(_ url: String) throws(ArchiveError) -> StoredFeed? {
    try read { database in
      guard let row = try Row.fetchOne(database, sql: "SELECT * FROM feeds WHERE url = ?", arguments: [url]) else {
        return nil
      }
      var feed = StoredFeed(url: url)
      feed.movedTo = row["movedTo"]
      feed.etag = row["etag"]
      feed.lastModified = row["lastModified"]
      feed.nextPoll = row["nextPoll"]
      feed.failures = row["failures"]
      feed.isGone = row["isGone"]
      return feed
    }
  }

  /// Keeps what is known of a feed, once what it sent is stored: who is stopped before asks for the same again.
  public func keep(_ feed: StoredFeed) throws(ArchiveError) {
    try write { database in
      try database.execute(
        sql: """
          INSERT OR REPLACE INTO feeds (url, movedTo, etag, lastModified, nextPoll, failures, isGone)
          VALUES (?, ?, ?, ?, ?, ?, ?)
          """,
        arguments: [
          feed.url, feed.movedTo, feed.etag, feed.lastModified, feed.nextPoll, feed.failures, feed.isGone,
        ])
    }
  }
}
