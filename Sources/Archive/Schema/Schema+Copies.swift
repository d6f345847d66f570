extension Schema {
  /// Which articles are one report told again. `copies.origin` is the article that stands for all that go back to one text;
  /// copies are sought by the bands of their signatures (MinHash).
  static let copies = """
    CREATE TABLE copies (
      article INTEGER PRIMARY KEY REFERENCES articles ON DELETE CASCADE,
      origin INTEGER NOT NULL,
      kind TEXT,
      signature BLOB NOT NULL
    ) STRICT;
    CREATE INDEX copiesByOrigin ON copies (origin);

    CREATE TABLE copyBands (
      band INTEGER NOT NULL,
      article INTEGER NOT NULL REFERENCES copies ON DELETE CASCADE,
      PRIMARY KEY (band, article)
    ) STRICT, WITHOUT ROWID;
    CREATE INDEX copyBandsByArticle ON copyBands (article);
    """
}
