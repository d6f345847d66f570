extension Schema {
  /// Articles with their versions and records; what their records hold, as rows to be asked; corrections; full text.
  ///
  /// The rows of records (entities, statements, events, …) are those of the articles that *stand*: the current version of
  /// each, where it is neither withheld nor cancelled. They can all be made again from `articles`, `readouts` and
  /// `corrections`. `entity` columns name a row of `entities` of the same article; they carry no foreign key, since the
  /// index that it wants would take more room than it is worth.
  static let version1 = """
    CREATE TABLE coders (
      id INTEGER PRIMARY KEY,
      name TEXT NOT NULL,
      release TEXT NOT NULL,
      model TEXT NOT NULL,
      attribution TEXT NOT NULL,
      knowledge TEXT NOT NULL,
      UNIQUE (name, release, model, attribution, knowledge)
    ) STRICT;

    CREATE TABLE articles (
      id INTEGER PRIMARY KEY,
      document TEXT NOT NULL,
      identity TEXT NOT NULL,
      refKey TEXT,
      uriKey TEXT,
      version INTEGER NOT NULL,
      supersedes INTEGER UNIQUE REFERENCES articles,
      edition INTEGER,
      isCurrent INTEGER NOT NULL CHECK (isCurrent IN (0, 1)),
      status TEXT NOT NULL CHECK (status IN ('usable', 'withheld', 'canceled')),
      stands INTEGER NOT NULL GENERATED ALWAYS AS (isCurrent AND status = 'usable') VIRTUAL,
      ref TEXT,
      uri TEXT,
      title TEXT,
      byline TEXT,
      agency TEXT,
      publisher TEXT,
      origin TEXT,
      published TEXT,
      day TEXT,
      dayEnd TEXT,
      dayBasis TEXT,
      language TEXT,
      isSummary INTEGER NOT NULL CHECK (isSummary IN (0, 1)),
      ingestedAt TEXT NOT NULL,
      text TEXT NOT NULL,
      UNIQUE (identity, document)
    ) STRICT;
    CREATE UNIQUE INDEX articlesByIdentity ON articles (identity) WHERE isCurrent;
    CREATE INDEX articlesByRef ON articles (refKey) WHERE refKey IS NOT NULL;
    CREATE INDEX articlesByURI ON articles (uriKey) WHERE uriKey IS NOT NULL;
    CREATE INDEX articlesByDocument ON articles (document);
    CREATE INDEX articlesByDay ON articles (day);

    CREATE TABLE readouts (
      article INTEGER NOT NULL REFERENCES articles ON DELETE CASCADE,
      coder INTEGER NOT NULL REFERENCES coders,
      isCurrent INTEGER NOT NULL CHECK (isCurrent IN (0, 1)),
      codedAt TEXT NOT NULL,
      record BLOB NOT NULL,
      PRIMARY KEY (article, coder)
    ) STRICT;
    CREATE UNIQUE INDEX readoutsByArticle ON readouts (article) WHERE isCurrent;
    CREATE INDEX readoutsByCoder ON readouts (coder) WHERE isCurrent;

    CREATE TABLE corrections (
      id INTEGER PRIMARY KEY,
      document TEXT NOT NULL,
      kind TEXT NOT NULL CHECK (kind IN ('statement', 'event', 'position', 'commitment', 'agenda')),
      action TEXT NOT NULL CHECK (action IN ('accept', 'reject', 'edit', 'add')),
      anchor TEXT NOT NULL,
      value TEXT NOT NULL,
      who TEXT NOT NULL,
      at TEXT NOT NULL,
      why TEXT
    ) STRICT;
    CREATE INDEX correctionsByDocument ON corrections (document);

    CREATE TABLE actors (
      id INTEGER PRIMARY KEY,
      key TEXT NOT NULL UNIQUE,
      name TEXT NOT NULL,
      type TEXT NOT NULL,
      country TEXT,
      code TEXT
    ) STRICT;
    CREATE INDEX actorsByCountry ON actors (country);

    CREATE TABLE actorNames (
      id INTEGER PRIMARY KEY,
      actor INTEGER NOT NULL REFERENCES actors ON DELETE CASCADE,
      name TEXT NOT NULL,
      UNIQUE (actor, name)
    ) STRICT;

    CREATE TABLE entities (
      id INTEGER PRIMARY KEY,
      article INTEGER NOT NULL REFERENCES articles ON DELETE CASCADE,
      local TEXT NOT NULL,
      actor INTEGER REFERENCES actors,
      name TEXT NOT NULL,
      type TEXT NOT NULL,
      country TEXT,
      sector TEXT,
      office TEXT,
      title TEXT,
      mentions INTEGER NOT NULL,
      start INTEGER NOT NULL,
      "end" INTEGER NOT NULL,
      UNIQUE (article, local)
    ) STRICT;
    CREATE INDEX entitiesByActor ON entities (actor, article);

    CREATE TABLE offices (
      entity INTEGER NOT NULL REFERENCES entities ON DELETE CASCADE,
      number INTEGER NOT NULL,
      office TEXT NOT NULL,
      title TEXT NOT NULL,
      sector TEXT,
      country TEXT,
      organization TEXT,
      "from" TEXT,
      "to" TEXT,
      basis TEXT NOT NULL,
      PRIMARY KEY (entity, number)
    ) STRICT, WITHOUT ROWID;

    CREATE TABLE places (
      id INTEGER PRIMARY KEY,
      article INTEGER NOT NULL REFERENCES articles ON DELETE CASCADE,
      local TEXT NOT NULL,
      name TEXT NOT NULL,
      country TEXT,
      latitude REAL,
      longitude REAL,
      geonames INTEGER,
      start INTEGER NOT NULL,
      "end" INTEGER NOT NULL,
      UNIQUE (article, local)
    ) STRICT;
    CREATE INDEX placesByName ON places (name COLLATE NOCASE);

    CREATE TABLE statements (
      id INTEGER PRIMARY KEY,
      article INTEGER NOT NULL REFERENCES articles ON DELETE CASCADE,
      local TEXT NOT NULL,
      sentence INTEGER NOT NULL,
      speaker INTEGER REFERENCES actors,
      speakerEntity INTEGER,
      speakerCountry TEXT,
      quotation TEXT NOT NULL,
      act TEXT NOT NULL,
      polarity TEXT NOT NULL,
      cue TEXT NOT NULL,
      content TEXT NOT NULL,
      start INTEGER NOT NULL,
      "end" INTEGER NOT NULL,
      isRelayed INTEGER NOT NULL CHECK (isRelayed IN (0, 1)),
      within TEXT,
      day TEXT,
      reported TEXT,
      confidence REAL NOT NULL,
      correction INTEGER REFERENCES corrections ON DELETE SET NULL,
      UNIQUE (article, local)
    ) STRICT;
    CREATE INDEX statementsByDay ON statements (day);
    CREATE INDEX statementsBySpeaker ON statements (speaker, day);
    CREATE INDEX statementsBySpeakerCountry ON statements (speakerCountry, day);
    CREATE INDEX statementsByAct ON statements (act, day);
    CREATE INDEX statementsByCorrection ON statements (correction) WHERE correction IS NOT NULL;

    CREATE TABLE statementActors (
      statement INTEGER NOT NULL REFERENCES statements ON DELETE CASCADE,
      role TEXT NOT NULL CHECK (role IN ('addressee', 'about', 'relay')),
      number INTEGER NOT NULL,
      entity INTEGER,
      actor INTEGER REFERENCES actors,
      country TEXT,
      PRIMARY KEY (statement, role, number)
    ) STRICT, WITHOUT ROWID;
    CREATE INDEX statementActorsByActor ON statementActors (actor, role, statement);
    CREATE INDEX statementActorsByCountry ON statementActors (country, role, statement);

    CREATE TABLE statementIssues (
      statement INTEGER NOT NULL REFERENCES statements ON DELETE CASCADE,
      issue TEXT NOT NULL,
      keyword TEXT NOT NULL,
      PRIMARY KEY (statement, issue)
    ) STRICT, WITHOUT ROWID;
    CREATE INDEX statementIssuesByIssue ON statementIssues (issue, statement);
    CREATE INDEX statementIssuesByKeyword ON statementIssues (keyword, statement);

    CREATE TABLE events (
      id INTEGER PRIMARY KEY,
      article INTEGER NOT NULL REFERENCES articles ON DELETE CASCADE,
      local TEXT NOT NULL,
      sentence INTEGER NOT NULL,
      type TEXT NOT NULL,
      mode TEXT,
      cameo TEXT,
      quad TEXT,
      score REAL,
      status TEXT NOT NULL,
      start INTEGER NOT NULL,
      "end" INTEGER NOT NULL,
      day TEXT,
      dayEnd TEXT,
      precision TEXT,
      reported TEXT,
      place TEXT,
      placeCountry TEXT,
      latitude REAL,
      longitude REAL,
      within INTEGER REFERENCES statements ON DELETE SET NULL,
      confidence REAL NOT NULL,
      correction INTEGER REFERENCES corrections ON DELETE SET NULL,
      UNIQUE (article, local)
    ) STRICT;
    CREATE INDEX eventsByDay ON events (day);
    CREATE INDEX eventsByType ON events (type, day);
    CREATE INDEX eventsByPlace ON events (place COLLATE NOCASE) WHERE place IS NOT NULL;
    CREATE INDEX eventsByStatement ON events (within) WHERE within IS NOT NULL;
    CREATE INDEX eventsByCorrection ON events (correction) WHERE correction IS NOT NULL;

    CREATE TABLE participants (
      event INTEGER NOT NULL REFERENCES events ON DELETE CASCADE,
      role TEXT NOT NULL CHECK (role IN ('actor', 'recipient')),
      number INTEGER NOT NULL,
      entity INTEGER,
      actor INTEGER REFERENCES actors,
      country TEXT,
      sector TEXT,
      PRIMARY KEY (event, role, number)
    ) STRICT, WITHOUT ROWID;
    CREATE INDEX participantsByActor ON participants (actor, role, event);
    CREATE INDEX participantsByCountry ON participants (country, role, event);

    CREATE TABLE positions (
      id INTEGER PRIMARY KEY,
      article INTEGER NOT NULL REFERENCES articles ON DELETE CASCADE,
      number INTEGER NOT NULL,
      holder INTEGER REFERENCES actors,
      holderEntity INTEGER,
      country TEXT,
      issue TEXT NOT NULL,
      keyword TEXT NOT NULL,
      label TEXT NOT NULL,
      stance TEXT NOT NULL,
      change TEXT,
      statement INTEGER REFERENCES statements ON DELETE SET NULL,
      day TEXT,
      reported TEXT,
      correction INTEGER REFERENCES corrections ON DELETE SET NULL,
      UNIQUE (article, number)
    ) STRICT;
    CREATE INDEX positionsByHolder ON positions (holder, day);
    CREATE INDEX positionsByCountry ON positions (country, keyword, day);
    CREATE INDEX positionsByIssue ON positions (issue, day);
    CREATE INDEX positionsByKeyword ON positions (keyword, day);
    CREATE INDEX positionsByStatement ON positions (statement) WHERE statement IS NOT NULL;
    CREATE INDEX positionsByCorrection ON positions (correction) WHERE correction IS NOT NULL;

    CREATE TABLE commitments (
      id INTEGER PRIMARY KEY,
      article INTEGER NOT NULL REFERENCES articles ON DELETE CASCADE,
      number INTEGER NOT NULL,
      "by" INTEGER REFERENCES actors,
      byEntity INTEGER,
      byCountry TEXT,
      "to" INTEGER REFERENCES actors,
      toEntity INTEGER,
      toCountry TEXT,
      kind TEXT NOT NULL,
      content TEXT NOT NULL,
      start INTEGER NOT NULL,
      "end" INTEGER NOT NULL,
      due TEXT,
      dueEnd TEXT,
      precision TEXT,
      statement INTEGER REFERENCES statements ON DELETE SET NULL,
      day TEXT,
      reported TEXT,
      correction INTEGER REFERENCES corrections ON DELETE SET NULL,
      UNIQUE (article, number)
    ) STRICT;
    CREATE INDEX commitmentsByActor ON commitments ("by", day);
    CREATE INDEX commitmentsByCountry ON commitments (byCountry, day);
    CREATE INDEX commitmentsToCountry ON commitments (toCountry, day);
    CREATE INDEX commitmentsToActor ON commitments ("to", day);
    CREATE INDEX commitmentsByDue ON commitments (due);
    CREATE INDEX commitmentsByStatement ON commitments (statement) WHERE statement IS NOT NULL;
    CREATE INDEX commitmentsByCorrection ON commitments (correction) WHERE correction IS NOT NULL;

    CREATE TABLE agenda (
      id INTEGER PRIMARY KEY,
      article INTEGER NOT NULL REFERENCES articles ON DELETE CASCADE,
      number INTEGER NOT NULL,
      event INTEGER REFERENCES events ON DELETE SET NULL,
      content TEXT NOT NULL,
      start INTEGER NOT NULL,
      "end" INTEGER NOT NULL,
      due TEXT,
      dueEnd TEXT,
      precision TEXT,
      basis TEXT NOT NULL,
      reported TEXT,
      correction INTEGER REFERENCES corrections ON DELETE SET NULL,
      UNIQUE (article, number)
    ) STRICT;
    CREATE INDEX agendaByDue ON agenda (due);
    CREATE INDEX agendaByReported ON agenda (reported);
    CREATE INDEX agendaByEvent ON agenda (event) WHERE event IS NOT NULL;
    CREATE INDEX agendaByCorrection ON agenda (correction) WHERE correction IS NOT NULL;

    CREATE VIEW standingArticles AS SELECT * FROM articles WHERE stands;

    CREATE VIRTUAL TABLE articleWords USING fts5 (
      title, text, content = 'standingArticles', content_rowid = 'id', tokenize = 'unicode61 remove_diacritics 2'
    );
    CREATE TRIGGER articleInserted AFTER INSERT ON articles WHEN new.isCurrent AND new.status = 'usable' BEGIN
      INSERT INTO articleWords (rowid, title, text) VALUES (new.id, new.title, new.text);
    END;
    CREATE TRIGGER articleDeleted AFTER DELETE ON articles WHEN old.isCurrent AND old.status = 'usable' BEGIN
      INSERT INTO articleWords (articleWords, rowid, title, text) VALUES ('delete', old.id, old.title, old.text);
    END;
    CREATE TRIGGER articleUpdated AFTER UPDATE OF isCurrent, status, title, text ON articles BEGIN
      INSERT INTO articleWords (articleWords, rowid, title, text)
        SELECT 'delete', old.id, old.title, old.text WHERE old.isCurrent AND old.status = 'usable';
      INSERT INTO articleWords (rowid, title, text)
        SELECT new.id, new.title, new.text WHERE new.isCurrent AND new.status = 'usable';
    END;

    CREATE VIRTUAL TABLE statementWords USING fts5 (
      content, content = 'statements', content_rowid = 'id', tokenize = 'unicode61 remove_diacritics 2'
    );
    CREATE TRIGGER statementInserted AFTER INSERT ON statements BEGIN
      INSERT INTO statementWords (rowid, content) VALUES (new.id, new.content);
    END;
    CREATE TRIGGER statementDeleted AFTER DELETE ON statements BEGIN
      INSERT INTO statementWords (statementWords, rowid, content) VALUES ('delete', old.id, old.content);
    END;
    CREATE TRIGGER statementUpdated AFTER UPDATE OF content ON statements BEGIN
      INSERT INTO statementWords (statementWords, rowid, content) VALUES ('delete', old.id, old.content);
      INSERT INTO statementWords (rowid, content) VALUES (new.id, new.content);
    END;

    CREATE VIRTUAL TABLE nameWords USING fts5 (
      name, content = 'actorNames', content_rowid = 'id', tokenize = 'unicode61 remove_diacritics 2', prefix = '2 3'
    );
    CREATE TRIGGER nameInserted AFTER INSERT ON actorNames BEGIN
      INSERT INTO nameWords (rowid, name) VALUES (new.id, new.name);
    END;
    CREATE TRIGGER nameDeleted AFTER DELETE ON actorNames BEGIN
      INSERT INTO nameWords (nameWords, rowid, name) VALUES ('delete', old.id, old.name);
    END;
    """
}
