-- 0010: what a person decided about lines of a payroll that no number settles, and which
-- records of the roster are one person, or are not.

-- For a month's payroll; which of them hold for later months as well is not known here.
CREATE TABLE decisions (
  seq    INTEGER PRIMARY KEY AUTOINCREMENT,
  mst    TEXT NOT NULL REFERENCES employers (mst),
  month  INTEGER NOT NULL,
  viec   TEXT NOT NULL CHECK (viec <> ''),               -- what was decided
  loai   TEXT NOT NULL,                                  -- the kind of the question
  dong   TEXT NOT NULL CHECK (json_valid(dong)),         -- how the line is known again
  nhan   INTEGER NOT NULL CHECK (nhan IN (0, 1)),        -- the line is right, and the roster is not
  o      TEXT NOT NULL,                                  -- sheet and cell
  sha256 TEXT NOT NULL,                                  -- of the workbook
  who    TEXT NOT NULL,
  at     INTEGER NOT NULL
) STRICT;
CREATE INDEX decisions_mst ON decisions (mst, seq);
CREATE TABLE decision_people (
  decision INTEGER NOT NULL REFERENCES decisions (seq) ON DELETE CASCADE,
  person   INTEGER NOT NULL REFERENCES people (seq),
  la       INTEGER NOT NULL CHECK (la IN (0, 1)),        -- 1 the line is theirs, 0 it is not
  PRIMARY KEY (decision, person)
) STRICT, WITHOUT ROWID;
CREATE INDEX decision_people_person ON decision_people (person);

-- Two records that were one person's: who stays, and both as they stood before.
CREATE TABLE people_merges (
  seq    INTEGER PRIMARY KEY AUTOINCREMENT,
  person INTEGER NOT NULL REFERENCES people (seq),
  gone   TEXT NOT NULL,                                  -- the number of the record that went
  data   TEXT NOT NULL CHECK (json_valid(data)),
  who    TEXT NOT NULL,
  at     INTEGER NOT NULL
) STRICT;
CREATE INDEX people_merges_person ON people_merges (person, seq);

-- Two records that look like one person and are two.
CREATE TABLE people_apart (
  a   INTEGER NOT NULL REFERENCES people (seq),
  b   INTEGER NOT NULL REFERENCES people (seq),
  who TEXT NOT NULL,
  at  INTEGER NOT NULL,
  PRIMARY KEY (a, b)
) STRICT, WITHOUT ROWID;
CREATE INDEX people_apart_b ON people_apart (b);
