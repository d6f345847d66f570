extension Schema {
  /// Which events of different articles are one. An account is an event in the terms in which it is held against others; those with
  /// the same `happening` tell of one. Accounts that can belong together are sought by `accountKeys`.
  static let accounts = """
    CREATE TABLE accounts (
      event INTEGER PRIMARY KEY REFERENCES events ON DELETE CASCADE,
      article INTEGER NOT NULL,
      happening INTEGER NOT NULL,
      account BLOB NOT NULL
    ) STRICT;
    CREATE INDEX accountsByHappening ON accounts (happening, article);

    CREATE TABLE accountKeys (
      key INTEGER NOT NULL,
      event INTEGER NOT NULL REFERENCES accounts ON DELETE CASCADE,
      PRIMARY KEY (key, event)
    ) STRICT, WITHOUT ROWID;
    CREATE INDEX accountKeysByEvent ON accountKeys (event);
    """
}
