extension Schema {
  /// What standing questions have looked at, what they found, and what of it has still to be delivered.
  ///
  /// `watches.examined` is the last article that a watch has looked at; those up to it that did not stand then are in
  /// `watchSkips`, and are looked at when they come to stand. A finding keeps its line as it was found, whatever becomes of its
  /// article.
  static let watches = """
    CREATE TABLE watches (
      id INTEGER PRIMARY KEY,
      name TEXT NOT NULL UNIQUE,
      examined INTEGER NOT NULL
    ) STRICT;

    CREATE TABLE watchSkips (
      watch INTEGER NOT NULL REFERENCES watches ON DELETE CASCADE,
      article INTEGER NOT NULL REFERENCES articles ON DELETE CASCADE,
      PRIMARY KEY (watch, article)
    ) STRICT;
    CREATE INDEX watchSkipsByArticle ON watchSkips (article);

    CREATE TABLE findings (
      id INTEGER PRIMARY KEY,
      watch INTEGER NOT NULL REFERENCES watches ON DELETE CASCADE,
      key TEXT NOT NULL,
      foundAt TEXT NOT NULL,
      line BLOB NOT NULL,
      UNIQUE (watch, key)
    ) STRICT;

    CREATE TABLE deliveries (
      target TEXT NOT NULL,
      finding INTEGER NOT NULL REFERENCES findings ON DELETE CASCADE,
      PRIMARY KEY (target, finding)
    ) STRICT;
    CREATE INDEX deliveriesByFinding ON deliveries (finding);

    CREATE TABLE deliveryPauses (
      target TEXT PRIMARY KEY,
      failures INTEGER NOT NULL,
      until INTEGER NOT NULL
    ) STRICT;
    """
}
