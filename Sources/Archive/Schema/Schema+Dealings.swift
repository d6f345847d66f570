extension Schema {
  /// What each pair of states had to do with each other, month by month: questions of whole archives add these up instead of
  /// millions of events. `score` is the sum of their scores in hundredths. Kept in step with `dyads` by triggers; plans, denials and mere possibilities are no dealings.
  static let dealings = """
    CREATE TABLE dealings (
      a TEXT NOT NULL,
      b TEXT NOT NULL,
      month TEXT NOT NULL,
      events INTEGER NOT NULL DEFAULT 0,
      verbalCooperation INTEGER NOT NULL DEFAULT 0,
      materialCooperation INTEGER NOT NULL DEFAULT 0,
      verbalConflict INTEGER NOT NULL DEFAULT 0,
      materialConflict INTEGER NOT NULL DEFAULT 0,
      scored INTEGER NOT NULL DEFAULT 0,
      score INTEGER NOT NULL DEFAULT 0,
      PRIMARY KEY (a, b, month)
    ) STRICT, WITHOUT ROWID;
    INSERT INTO dealings SELECT \(sums) FROM dyads
      WHERE status IN ('actual', 'historical') GROUP BY a, b, substr(dated, 1, 7);

    CREATE TRIGGER dealingsInsert AFTER INSERT ON dyads WHEN new.status IN ('actual', 'historical') BEGIN
      INSERT OR IGNORE INTO dealings (a, b, month) VALUES (new.a, new.b, substr(new.dated, 1, 7));
      \(change("+", of: "new"))
    END;
    CREATE TRIGGER dealingsDelete AFTER DELETE ON dyads WHEN old.status IN ('actual', 'historical') BEGIN
      \(change("-", of: "old"))
      DELETE FROM dealings WHERE a = old.a AND b = old.b AND month = substr(old.dated, 1, 7) AND events = 0;
    END;

    DROP INDEX dyadsByB;
    CREATE INDEX dyadsByDated ON dyads (dated, a, b, status, quad, score);
    CREATE INDEX dealingsByB ON dealings (b);
    CREATE INDEX positionsByCountryDay ON positions (country, day);
    """

  /// The columns of `dealings`, of rows of `dyads`.
  static let sums = """
    a, b, substr(dated, 1, 7) AS month, count(*) AS events,
    count(*) FILTER (WHERE quad = 'verbalCooperation') AS verbalCooperation,
    count(*) FILTER (WHERE quad = 'materialCooperation') AS materialCooperation,
    count(*) FILTER (WHERE quad = 'verbalConflict') AS verbalConflict,
    count(*) FILTER (WHERE quad = 'materialConflict') AS materialConflict,
    count(score) AS scored, coalesce(sum(\(hundredths("score"))), 0) AS score
    """

  /// Whole numbers add up to the same in any order.
  private static func hundredths(_ score: String) -> String { "CAST(round(100 * \(score)) AS INTEGER)" }

  private static func change(_ sign: String, of row: String) -> String {
    let quads = ["verbalCooperation", "materialCooperation", "verbalConflict", "materialConflict"]
      .map { "\($0) = \($0) \(sign) (\(row).quad IS '\($0)')" }.joined(separator: ", ")
    return """
      UPDATE dealings SET events = events \(sign) 1, \(quads), scored = scored \(sign) (\(row).score IS NOT NULL),
        score = score \(sign) coalesce(\(hundredths("\(row).score")), 0)
      WHERE a = \(row).a AND b = \(row).b AND month = substr(\(row).dated, 1, 7);
      """
  }
}
