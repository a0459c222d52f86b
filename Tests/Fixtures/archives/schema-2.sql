-- An archive of schema 2, written out as SQL: that of schema 1, brought up to date, with an actor, an
-- event and its party. Frozen: later programs must read it. Never edit it.
PRAGMA application_id = 1145859685; PRAGMA user_version = 2;
PRAGMA foreign_keys=OFF;
BEGIN TRANSACTION;
CREATE TABLE outlets (
  id INTEGER PRIMARY KEY,
  host TEXT UNIQUE,
  name TEXT,
  CHECK (host IS NOT NULL OR name IS NOT NULL)
) STRICT;
INSERT INTO outlets VALUES(1,'quay.example',NULL);
CREATE TABLE pages (
  id INTEGER PRIMARY KEY,
  sha256 BLOB NOT NULL UNIQUE CHECK (length(sha256) = 32),
  size INTEGER NOT NULL,
  bytes BLOB NOT NULL
) STRICT;
INSERT INTO pages VALUES(1,X'863fd12c3369639f3d53104c0f51035c7f4312eb64c665650a8939cecd7a1a83',391,X'28b52ffd608700dd07000612331f506bd306e869b1f7b2a76bc9d38a3db9dc9a0daeb71402de7940a36a303a0c2d0027002a00caf156e248d32f2d9c33800040bcd95ab20e2e10708e2522bc8ce04dc1398cd5e6ef35aaf3b12ac97751c596416f2e4d10d23716736e605238b2878d5fea3374d1f9b236b932fd5ced5ba55753969a78ea8d8b795f6d8a7138b873d18439e3bb52dfb27ef42ea9315568c2e11cc42e255bc7cf3bc5b9d295cbaca460e71207f942f39688ce7b0d68087fd899d52ff10f863b263135324fac453dafa1d73ee39145625ec36171100048938155894965ea4e0b131404fb398933964fe878b5ac204690993385e7ee0d87c8307b0f8eff4186a1');
INSERT INTO pages VALUES(2,X'8a127a370781df4be1782252f80243c53e85c4f3442d65e517174d7ab43139ff',398,X'28b52ffd608e002508005612341f606bd206d0acd7dacbbebe254f5bbac5dd070028e0299045ede7c720c728252e0029002b00671c6f258e34fd12c339030800c49bad250be10201e75862c2cb08de149cd3586dfe5ea33ae739f4f6bba862eb206f2ce6ecc0b4f0640f1dbfd46fe8a2f365ad7265fab9dab74aafa60cd7e0a94fac45dd2ecfa1e7620208772eaa30677c57ea5bd691de2535a60a55389c93d82565ebf879a738573ae3322b31b0737973a982900627f942f39688ce7b0f348447ecccea97f848c31d93981a19ed333e5924e63d2e356158fcd5a61a87120048938155894965ea4e0b090a407f2eb5b54f6e5882399c597f42f3ab15643182cc9c293c778738043fcc0f08193603');
INSERT INTO pages VALUES(3,X'65dfb5a750f7b650575fae74b2ff124cf0140b41bcbe73aad41a437d0cab94a5',234,X'28b52ffd20eaa50500324b26298027ea04ec7e1919c2460912068974845bc44a3b122262bf98487647ae6cd92e2332222332a2900e0185db3f7ee2430073f1072034c987fcc627d8faa2edb917ab82ccc93f90596d9597cf10b149beb20abe610cd3a0bff8702ffd07a63a6bbafd7337fcc83ff08f6c26f8b1814aff4a36b77f7ce8cef8938fd050a780260e95dec36c52be80c32c8a185013b1425f5a94f21730ad32a0010800c7284b1db91b6b800ae8534cbf4c0b4935fc19593d01');
CREATE TABLE reports (
  id INTEGER PRIMARY KEY,
  key TEXT NOT NULL UNIQUE,
  address TEXT,
  name TEXT NOT NULL,
  outlet INTEGER REFERENCES outlets (id),
  latest INTEGER REFERENCES versions (id) DEFERRABLE INITIALLY DEFERRED,
  dated INTEGER NOT NULL
) STRICT;
INSERT INTO reports VALUES(1,'//quay.example/storm','https://www.quay.example/storm','/pages/one.txt',1,2,1736726400);
INSERT INTO reports VALUES(2,'name:/pages/three.txt',NULL,'/pages/three.txt',NULL,3,1795557381);
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
INSERT INTO versions VALUES(1,1,1,1,1750000000,'/pages/1.txt','given','UTF-8','dateline 0.1.0');
INSERT INTO versions VALUES(2,1,2,2,1750000000,'/pages/2.txt','given','UTF-8','dateline 0.1.0');
INSERT INTO versions VALUES(3,2,1,3,1750000000,'/pages/3.txt','name','UTF-8','dateline 0.1.0');
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
INSERT INTO articles VALUES(1,'article','Harbour closes after storm','2025-01-13','en',66,X'f207420936fc1e6bfe02c6cd179b74796ba5bec7b35c7cedd4016ba52553d038',replace('Harbour closes after storm\nThe harbour of Marsel was closed on Monday after a storm had torn two cranes from the pier. Ships wait off the coast until the channel has been searched.\n"Nobody was hurt, and that is what counts," the mayor said on Monday evening. The harbour is to open again within the week, she added, if the divers find nothing in the channel.','\n',char(10)),'{"kind":"article","title":"Harbour closes after storm","published":"2025-01-13","lead":"The harbour of Marsel was closed on Monday after a storm had torn two cranes from the pier. Ships wait off the coast until the channel has been searched.","body":[{"type":"text","text":"\"Nobody was hurt, and that is what counts,\" the mayor said on Monday evening. The harbour is to open again within the week, she added, if the divers find nothing in the channel."}],"language":"en","from":{"language":"text","lead":"line 7","published":"line 5","title":"line 1"}}');
INSERT INTO articles VALUES(2,'article','Harbour reopens after storm','2025-01-13','en',67,X'f85e7e1a81612d75c24a7ba0acdaf908ecef32e007b5a42c9aef628b2b2d88cd',replace('Harbour reopens after storm\nThe harbour of Marsel was opened again on Friday after a storm had torn two cranes from the pier. Ships wait off the coast until the channel has been searched.\n"Nobody was hurt, and that is what counts," the mayor said on Monday evening. The harbour is to open again within the week, she added, if the divers find nothing in the channel.','\n',char(10)),'{"kind":"article","title":"Harbour reopens after storm","published":"2025-01-13","lead":"The harbour of Marsel was opened again on Friday after a storm had torn two cranes from the pier. Ships wait off the coast until the channel has been searched.","body":[{"type":"text","text":"\"Nobody was hurt, and that is what counts,\" the mayor said on Monday evening. The harbour is to open again within the week, she added, if the divers find nothing in the channel."}],"language":"en","from":{"language":"text","lead":"line 7","published":"line 5","title":"line 1"}}');
INSERT INTO articles VALUES(3,'article','東京の港が閉鎖',NULL,'ja',70,X'98d295e29363320015696f35da7ee2bd1b3e4b84b32bbe7e942e9c062ad17a02',replace('東京の港が閉鎖\n嵐の後、東京の港は月曜日に閉鎖された。船は沖で待っている。市長は「けが人はいない」と述べた。港は週内に再開される見通しだと市長は付け加えた。','\n',char(10)),'{"kind":"article","title":"東京の港が閉鎖","body":[{"type":"text","text":"嵐の後、東京の港は月曜日に閉鎖された。船は沖で待っている。市長は「けが人はいない」と述べた。港は週内に再開される見通しだと市長は付け加えた。"}],"language":"ja","from":{"language":"text","title":"line 1"}}');
CREATE TABLE search_texts (
  version INTEGER PRIMARY KEY REFERENCES articles (version),
  title TEXT NOT NULL,
  lead TEXT NOT NULL,
  body TEXT NOT NULL,
  captions TEXT NOT NULL,
  authors TEXT NOT NULL,
  topics TEXT NOT NULL
) STRICT;
INSERT INTO search_texts VALUES(1,'Harbour closes after storm','The harbour of Marsel was closed on Monday after a storm had torn two cranes from the pier. Ships wait off the coast until the channel has been searched.','"Nobody was hurt, and that is what counts," the mayor said on Monday evening. The harbour is to open again within the week, she added, if the divers find nothing in the channel.','','','');
INSERT INTO search_texts VALUES(2,'Harbour reopens after storm','The harbour of Marsel was opened again on Friday after a storm had torn two cranes from the pier. Ships wait off the coast until the channel has been searched.','"Nobody was hurt, and that is what counts," the mayor said on Monday evening. The harbour is to open again within the week, she added, if the divers find nothing in the channel.','','','');
INSERT INTO search_texts VALUES(3,'東​京​の​港​が​閉​鎖','','嵐​の​後​、​東​京​の​港​は​月​曜​日​に​閉​鎖​さ​れ​た​。​船​は​沖​で​待​っ​て​い​る​。​市​長​は​「​け​が​人​は​い​な​い​」​と​述​べ​た​。​港​は​週​内​に​再​開​さ​れ​る​見​通​し​だ​と​市​長​は​付​け​加​え​た​。','','','');
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
INSERT INTO items VALUES(1,1,'actor','{"name":"Marsel"}',42,48,'Marsel',replace('oses after storm\nThe harbour of ','\n',char(10)),' was closed on Monday after a st',X'f207420936fc1e6bfe02c6cd179b74796ba5bec7b35c7cedd4016ba52553d038','made-up','0');
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
INSERT INTO corrections VALUES(1,1,'actor','rejected',NULL,42,48,'Marsel',replace('oses after storm\nThe harbour of ','\n',char(10)),' was closed on Monday after a st',X'f207420936fc1e6bfe02c6cd179b74796ba5bec7b35c7cedd4016ba52553d038','made-up','0',1750000000);
CREATE UNIQUE INDEX outlets_by_name ON outlets (name) WHERE host IS NULL;
CREATE INDEX reports_by_date ON reports (dated, id);
CREATE INDEX reports_by_outlet ON reports (outlet, dated, id);
CREATE INDEX versions_by_page ON versions (page);
CREATE INDEX items_by_version ON items (version, kind, start);
CREATE INDEX items_by_kind ON items (kind);
CREATE INDEX corrections_by_report ON corrections (report);
INSERT INTO search_index (search_index) VALUES ('rebuild');
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
INSERT INTO items VALUES(2,2,'event','{"type":"COERCE","mode":"restrict","source":null,"target":{"span":[43,49]},"time":"2025-01-13","span":[0,7],"sentence":0,"rule":"made-up"}',0,7,'Harbour','',' reopens after storm'||char(10)||'The harbour',(SELECT text_sha256 FROM articles WHERE version = 2),'made-up','0',0);
INSERT INTO actors VALUES(1,'country','Marsel','marsel','NRD',NULL,NULL);
INSERT INTO appearances VALUES(1,0,1,1);
INSERT INTO events VALUES(2,0,'COERCE','restrict',NULL,NULL,NULL,20101,20101,0);
INSERT INTO parties VALUES(2,0,'target',0,NULL,'NRD',NULL);
COMMIT;
