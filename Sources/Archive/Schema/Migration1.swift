/// The first schema. Meaning and guarantees of each table: docs/archive.md.
enum Migration1 {
  static let sql = """
    CREATE TABLE outlets (
      id INTEGER PRIMARY KEY,
      host TEXT UNIQUE,
      name TEXT,
      CHECK (host IS NOT NULL OR name IS NOT NULL)
    ) STRICT;
    CREATE UNIQUE INDEX outlets_by_name ON outlets (name) WHERE host IS NULL;

    CREATE TABLE pages (
      id INTEGER PRIMARY KEY,
      sha256 BLOB NOT NULL UNIQUE CHECK (length(sha256) = 32),
      size INTEGER NOT NULL,
      bytes BLOB NOT NULL
    ) STRICT;

    CREATE TABLE reports (
      id INTEGER PRIMARY KEY,
      key TEXT NOT NULL UNIQUE,
      address TEXT,
      name TEXT NOT NULL,
      outlet INTEGER REFERENCES outlets (id),
      latest INTEGER REFERENCES versions (id) DEFERRABLE INITIALLY DEFERRED,
      dated INTEGER NOT NULL
    ) STRICT;
    CREATE INDEX reports_by_date ON reports (dated, id);
    CREATE INDEX reports_by_outlet ON reports (outlet, dated, id);

    CREATE TABLE versions (
      id INTEGER PRIMARY KEY,
      report INTEGER NOT NULL REFERENCES reports (id),
      number INTEGER NOT NULL CHECK (number > 0),
      page INTEGER NOT NULL REFERENCES pages (id),
      fetched INTEGER NOT NULL,
      source TEXT NOT NULL,
      identified TEXT NOT NULL CHECK (identified IN ('given', 'canonical', 'name')),
      encoding TEXT,
      reader TEXT NOT NULL,
      UNIQUE (report, number),
      UNIQUE (report, page)
    ) STRICT;
    CREATE INDEX versions_by_page ON versions (page);

    CREATE TABLE articles (
      version INTEGER PRIMARY KEY REFERENCES versions (id),
      kind TEXT NOT NULL,
      title TEXT,
      published TEXT,
      language TEXT,
      words INTEGER NOT NULL,
      text_sha256 BLOB NOT NULL CHECK (length(text_sha256) = 32),
      text TEXT NOT NULL,
      json TEXT NOT NULL
    ) STRICT;

    CREATE TABLE search_texts (
      version INTEGER PRIMARY KEY REFERENCES articles (version),
      title TEXT NOT NULL,
      lead TEXT NOT NULL,
      body TEXT NOT NULL,
      captions TEXT NOT NULL,
      authors TEXT NOT NULL,
      topics TEXT NOT NULL
    ) STRICT;
    CREATE VIRTUAL TABLE search_index USING fts5 (
      title, lead, body, captions, authors, topics,
      content = 'search_texts', content_rowid = 'version',
      tokenize = 'unicode61 remove_diacritics 2'
    );

    CREATE TABLE items (
      id INTEGER PRIMARY KEY,
      version INTEGER NOT NULL REFERENCES versions (id),
      kind TEXT NOT NULL,
      json TEXT NOT NULL,
      start INTEGER NOT NULL CHECK (start >= 0),
      "end" INTEGER NOT NULL CHECK ("end" > start),
      exact TEXT NOT NULL,
      prefix TEXT NOT NULL,
      suffix TEXT NOT NULL,
      text_sha256 BLOB NOT NULL CHECK (length(text_sha256) = 32),
      rule TEXT NOT NULL,
      rulebook TEXT NOT NULL
    ) STRICT;
    CREATE INDEX items_by_version ON items (version, kind, start);
    CREATE INDEX items_by_kind ON items (kind);

    CREATE TABLE corrections (
      id INTEGER PRIMARY KEY,
      report INTEGER NOT NULL REFERENCES reports (id),
      kind TEXT NOT NULL,
      verdict TEXT NOT NULL CHECK (verdict IN ('confirmed', 'rejected', 'corrected')),
      json TEXT,
      start INTEGER NOT NULL CHECK (start >= 0),
      "end" INTEGER NOT NULL CHECK ("end" > start),
      exact TEXT NOT NULL,
      prefix TEXT NOT NULL,
      suffix TEXT NOT NULL,
      text_sha256 BLOB NOT NULL CHECK (length(text_sha256) = 32),
      rule TEXT,
      rulebook TEXT,
      made INTEGER NOT NULL
    ) STRICT;
    CREATE INDEX corrections_by_report ON corrections (report);
    """
}
