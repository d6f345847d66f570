extension Schema {
  /// What is remembered of each feed that is followed: moments are seconds since 1970.
  static let feeds = """
    CREATE TABLE feeds (
      url TEXT PRIMARY KEY,
      movedTo TEXT,
      etag TEXT,
      lastModified TEXT,
      nextPoll INTEGER NOT NULL,
      failures INTEGER NOT NULL,
      isGone INTEGER NOT NULL CHECK (isGone IN (0, 1))
    ) STRICT;
    """
}
