/// The whole record, searchable: actors of the archive, what they said and did, and where; and
/// corrections that know what was judged. Meaning of each table: docs/archive.md.
///
/// The tables beside `items` are made from it and from `corrections` (`RecordIndex`), a version at
/// a time; none refers to an item by its id, for items are made anew by later rules.
enum Migration2 {
  static let sql = """
    ALTER TABLE items ADD COLUMN number INTEGER NOT NULL DEFAULT 0 CHECK (number >= 0);
    UPDATE items SET number = (
      SELECT count(*) FROM items other
      WHERE other.version = items.version AND other.kind = items.kind
        AND (other.start, other.id) < (items.start, items.id));
    DROP INDEX items_by_version;
    CREATE UNIQUE INDEX items_by_version ON items (version, kind, number);

    ALTER TABLE corrections ADD COLUMN judged TEXT;
    ALTER TABLE corrections ADD COLUMN withdrawn INTEGER;

    CREATE TABLE actors (
      id INTEGER PRIMARY KEY,
      kind TEXT NOT NULL,
      name TEXT NOT NULL,
      folded TEXT NOT NULL,
      country TEXT,
      sector TEXT,
      joined INTEGER REFERENCES actors (id)
    ) STRICT;
    CREATE INDEX actors_by_name ON actors (folded, kind);
    CREATE INDEX actors_by_country ON actors (country, kind);
    CREATE INDEX actors_by_joined ON actors (joined) WHERE joined IS NOT NULL;

    CREATE TABLE actor_decisions (
      id INTEGER PRIMARY KEY,
      decision TEXT NOT NULL CHECK (decision IN ('joined', 'split', 'apart')),
      actor INTEGER NOT NULL REFERENCES actors (id),
      other INTEGER NOT NULL REFERENCES actors (id),
      report INTEGER REFERENCES reports (id),
      made INTEGER NOT NULL,
      undone INTEGER
    ) STRICT;
    CREATE INDEX actor_decisions_by_actor ON actor_decisions (actor);
    CREATE INDEX actor_decisions_by_other ON actor_decisions (other);

    CREATE TABLE appearances (
      version INTEGER NOT NULL REFERENCES versions (id),
      number INTEGER NOT NULL,
      actor INTEGER NOT NULL REFERENCES actors (id),
      mentions INTEGER NOT NULL,
      PRIMARY KEY (version, number)
    ) STRICT, WITHOUT ROWID;
    CREATE INDEX appearances_by_actor ON appearances (actor, version, number);

    CREATE TABLE offices (
      version INTEGER NOT NULL REFERENCES versions (id),
      number INTEGER NOT NULL,
      role INTEGER NOT NULL,
      actor INTEGER NOT NULL REFERENCES actors (id),
      title TEXT NOT NULL,
      country TEXT,
      organization TEXT,
      standing TEXT,
      since TEXT,
      until TEXT,
      start INTEGER,
      "end" INTEGER,
      rule TEXT NOT NULL,
      PRIMARY KEY (version, number, role)
    ) STRICT, WITHOUT ROWID;
    CREATE INDEX offices_by_actor ON offices (actor, title);

    CREATE TABLE statements (
      version INTEGER NOT NULL REFERENCES versions (id),
      number INTEGER NOT NULL,
      speaker INTEGER,
      kind TEXT NOT NULL,
      act TEXT NOT NULL,
      PRIMARY KEY (version, number)
    ) STRICT, WITHOUT ROWID;
    CREATE INDEX statements_by_speaker ON statements (version, speaker);

    CREATE TABLE events (
      version INTEGER NOT NULL REFERENCES versions (id),
      number INTEGER NOT NULL,
      type TEXT NOT NULL,
      mode TEXT,
      status TEXT,
      statement INTEGER,
      place INTEGER,
      first_day INTEGER,
      last_day INTEGER,
      guessed INTEGER NOT NULL,
      PRIMARY KEY (version, number)
    ) STRICT, WITHOUT ROWID;
    CREATE INDEX events_by_type ON events (type, first_day);
    CREATE INDEX events_by_day ON events (first_day);

    CREATE TABLE parties (
      version INTEGER NOT NULL REFERENCES versions (id),
      event INTEGER NOT NULL,
      side TEXT NOT NULL CHECK (side IN ('source', 'target')),
      ordinal INTEGER NOT NULL,
      number INTEGER,
      country TEXT,
      sector TEXT,
      PRIMARY KEY (version, event, side, ordinal)
    ) STRICT, WITHOUT ROWID;
    CREATE INDEX parties_by_country ON parties (country, version);
    CREATE INDEX parties_by_actor ON parties (version, number);

    CREATE TABLE places (
      version INTEGER NOT NULL REFERENCES versions (id),
      number INTEGER NOT NULL,
      name TEXT NOT NULL,
      folded TEXT NOT NULL,
      country TEXT,
      latitude REAL,
      longitude REAL,
      precision TEXT,
      geoname INTEGER,
      PRIMARY KEY (version, number)
    ) STRICT, WITHOUT ROWID;
    CREATE INDEX places_by_name ON places (folded);
    """
}
