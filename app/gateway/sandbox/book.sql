-- The gateway's book. What is about somebody lies in sealed columns (BLOB); the
-- rest are keys that say nothing to anybody but the two programs.
CREATE TABLE dossier (
	seq     INTEGER PRIMARY KEY,
	key     TEXT NOT NULL UNIQUE,
	deal    TEXT NOT NULL UNIQUE,
	repeats INTEGER NOT NULL DEFAULT 0,
	facts   BLOB NOT NULL, -- as it was accepted
	state   BLOB NOT NULL  -- where it stands
) STRICT;
CREATE TABLE content (
	sha   TEXT PRIMARY KEY,
	bytes BLOB NOT NULL
) STRICT, WITHOUT ROWID;
CREATE TABLE refusal (
	seq   INTEGER PRIMARY KEY AUTOINCREMENT,
	facts BLOB NOT NULL
) STRICT;
CREATE TABLE upload (
	key   TEXT PRIMARY KEY,
	facts BLOB NOT NULL
) STRICT;
CREATE TABLE part (
	key   TEXT NOT NULL REFERENCES upload (key) ON DELETE CASCADE,
	at    INTEGER NOT NULL,
	bytes BLOB NOT NULL,
	PRIMARY KEY (key, at)
) STRICT;
CREATE TABLE unit (
	id    INTEGER PRIMARY KEY,
	facts BLOB NOT NULL
) STRICT;
CREATE TABLE person (
	id    INTEGER PRIMARY KEY,
	facts BLOB NOT NULL
) STRICT;
CREATE TABLE notice (
	seq   INTEGER PRIMARY KEY,
	id    TEXT NOT NULL UNIQUE,
	facts BLOB NOT NULL,
	task  BLOB NOT NULL -- what its files are made of
) STRICT;
CREATE TABLE notice_file (
	id    TEXT NOT NULL REFERENCES notice (id),
	n     INTEGER NOT NULL,
	facts BLOB NOT NULL,
	bytes BLOB NOT NULL,
	PRIMARY KEY (id, n)
) STRICT;
CREATE TABLE setting (
	name  TEXT PRIMARY KEY,
	facts BLOB NOT NULL
) STRICT;
