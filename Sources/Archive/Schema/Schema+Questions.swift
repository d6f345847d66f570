extension Schema {
  /// What questions need to be fast: the sentence that statements and events are read from, the day that an event is listed
  /// under (its own, else that of the report), and the pairs of states that events are between.
  ///
  /// A row of `dyads` names the two states in alphabetical order; a meeting of three states has three. What questions of pairs
  /// count stands in the row itself, so that they read nothing else.
  static let questions = """
    ALTER TABLE statements ADD COLUMN sentenceStart INTEGER NOT NULL DEFAULT 0;
    ALTER TABLE statements ADD COLUMN sentenceEnd INTEGER NOT NULL DEFAULT 0;
    ALTER TABLE events ADD COLUMN sentenceStart INTEGER NOT NULL DEFAULT 0;
    ALTER TABLE events ADD COLUMN sentenceEnd INTEGER NOT NULL DEFAULT 0;
    ALTER TABLE events ADD COLUMN dated TEXT GENERATED ALWAYS AS (coalesce(day, reported)) VIRTUAL;
    DROP INDEX eventsByDay;
    DROP INDEX eventsByType;
    DROP INDEX eventsByPlace;
    CREATE INDEX eventsByDated ON events (dated);
    CREATE INDEX eventsByTypeDated ON events (type, dated);
    CREATE INDEX eventsByPlaceDated ON events (place COLLATE NOCASE, dated) WHERE place IS NOT NULL;

    CREATE TABLE dyads (
      a TEXT NOT NULL,
      b TEXT NOT NULL,
      dated TEXT NOT NULL,
      event INTEGER NOT NULL REFERENCES events ON DELETE CASCADE,
      type TEXT NOT NULL,
      status TEXT NOT NULL,
      quad TEXT,
      score REAL,
      PRIMARY KEY (a, b, dated, event)
    ) STRICT, WITHOUT ROWID;
    CREATE INDEX dyadsByEvent ON dyads (event);
    CREATE INDEX dyadsByB ON dyads (b, dated, status, quad, score);
    INSERT OR IGNORE INTO dyads (a, b, dated, event, type, status, quad, score)
      SELECT p.country, q.country, coalesce(e.dated, ''), e.id, e.type, e.status, e.quad, e.score
      FROM participants p JOIN participants q ON q.event = p.event AND q.country > p.country JOIN events e ON e.id = p.event
      WHERE p.role <> q.role OR e.type = 'CONSULT' OR NOT EXISTS (
        SELECT 1 FROM participants r WHERE r.event = e.id AND r.role = 'recipient' AND r.country NOT IN (
          SELECT s.country FROM participants s WHERE s.event = e.id AND s.role = 'actor' AND s.country IS NOT NULL));
    """
}
