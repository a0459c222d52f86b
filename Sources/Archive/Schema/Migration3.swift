/// Happenings: mentions of many reports merged, with the user's word on which are one. Meaning of
/// each table: docs/archive.md.
///
/// `event_words`, `sketches`, `happenings` and what hangs on them are made from the record
/// (`HappeningRefresh`); the decisions are the user's and stay.
enum Migration3 {
  static let sql = """
    CREATE TABLE event_words (
      version INTEGER NOT NULL REFERENCES versions (id),
      event INTEGER NOT NULL,
      part TEXT NOT NULL CHECK (part IN ('event', 'sentence', 'source', 'target')),
      ordinal INTEGER NOT NULL,
      words TEXT NOT NULL,
      start INTEGER NOT NULL,
      "end" INTEGER NOT NULL,
      PRIMARY KEY (version, event, part, ordinal)
    ) STRICT, WITHOUT ROWID;

    CREATE TABLE sketches (
      version INTEGER PRIMARY KEY REFERENCES versions (id),
      hashes BLOB NOT NULL,
      copy INTEGER REFERENCES reports (id)
    ) STRICT;

    CREATE TABLE happenings (
      id INTEGER PRIMARY KEY AUTOINCREMENT,
      type TEXT NOT NULL,
      mode TEXT,
      status TEXT,
      first_day INTEGER,
      last_day INTEGER,
      guessed INTEGER NOT NULL,
      reported INTEGER NOT NULL,
      place TEXT,
      country TEXT,
      latitude REAL,
      longitude REAL,
      precision TEXT,
      geoname INTEGER,
      mentions INTEGER NOT NULL,
      reports INTEGER NOT NULL,
      outlets INTEGER NOT NULL,
      claims INTEGER NOT NULL,
      score REAL NOT NULL,
      outcome TEXT CHECK (outcome IN ('held', 'postponed', 'cancelled')),
      answer INTEGER REFERENCES happenings (id) DEFERRABLE INITIALLY DEFERRED,
      outcome_reason TEXT
    ) STRICT;
    CREATE INDEX happenings_by_day ON happenings (first_day, id);
    CREATE INDEX happenings_by_type ON happenings (type, first_day);
    CREATE INDEX happenings_by_answer ON happenings (answer) WHERE answer IS NOT NULL;

    CREATE TABLE happening_mentions (
      version INTEGER NOT NULL REFERENCES versions (id),
      event INTEGER NOT NULL,
      happening INTEGER NOT NULL REFERENCES happenings (id),
      ordinal INTEGER NOT NULL,
      reason TEXT,
      joined INTEGER NOT NULL,
      words TEXT NOT NULL,
      PRIMARY KEY (version, event)
    ) STRICT, WITHOUT ROWID;
    CREATE INDEX happening_mentions_by_happening ON happening_mentions (happening, ordinal);

    CREATE TABLE happening_parties (
      happening INTEGER NOT NULL REFERENCES happenings (id),
      side TEXT NOT NULL CHECK (side IN ('source', 'target')),
      ordinal INTEGER NOT NULL,
      name TEXT NOT NULL,
      actor INTEGER,
      country TEXT,
      sector TEXT,
      PRIMARY KEY (happening, side, ordinal)
    ) STRICT, WITHOUT ROWID;
    CREATE INDEX happening_parties_by_country ON happening_parties (country, happening);
    CREATE INDEX happening_parties_by_actor ON happening_parties (actor, happening);

    CREATE TABLE happening_decisions (
      id INTEGER PRIMARY KEY,
      decision TEXT NOT NULL CHECK (decision IN ('joined', 'apart')),
      made INTEGER NOT NULL,
      undone INTEGER
    ) STRICT;
    CREATE TABLE decided_mentions (
      decision INTEGER NOT NULL REFERENCES happening_decisions (id),
      ordinal INTEGER NOT NULL,
      report INTEGER NOT NULL REFERENCES reports (id),
      type TEXT NOT NULL,
      start INTEGER NOT NULL CHECK (start >= 0),
      "end" INTEGER NOT NULL CHECK ("end" > start),
      text_sha256 BLOB NOT NULL CHECK (length(text_sha256) = 32),
      exact TEXT NOT NULL,
      prefix TEXT NOT NULL,
      suffix TEXT NOT NULL,
      PRIMARY KEY (decision, ordinal)
    ) STRICT, WITHOUT ROWID;

    CREATE TABLE happening_state (
      id INTEGER PRIMARY KEY CHECK (id = 1),
      stale INTEGER NOT NULL
    ) STRICT;
    INSERT INTO happening_state (id, stale) VALUES (1, 1);
    """
}
