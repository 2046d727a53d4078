-- 0011: the rules that an employer keeps from dossiers that came back, and the files
-- that came back about a dossier: receipts, notices, results.

-- The dossier is named, not linked: a rule stays, whatever becomes of the dossier. A
-- rule holds no person: neither names nor numbers.
CREATE TABLE local_rules (
  seq     INTEGER PRIMARY KEY AUTOINCREMENT,
  mst     TEXT NOT NULL REFERENCES employers (mst),
  data    TEXT NOT NULL CHECK (json_valid(data)),
  dossier TEXT NOT NULL,                                -- whose rejection it comes from, '' = nobody's
  bat     INTEGER NOT NULL CHECK (bat IN (0, 1)),       -- whether it speaks
  at      INTEGER NOT NULL
) STRICT;
CREATE INDEX local_rules_mst ON local_rules (mst);

CREATE TABLE received (
  seq     INTEGER PRIMARY KEY AUTOINCREMENT,
  dossier INTEGER NOT NULL REFERENCES dossiers (seq),
  name    TEXT NOT NULL CHECK (name <> ''),
  how     TEXT NOT NULL CHECK (how IN ('tep', 'cong', 'tay')),  -- from a file, from the gateway, by hand
  sha256  TEXT NOT NULL CHECK (length(sha256) = 64),
  bytes   BLOB NOT NULL,
  doc     TEXT NOT NULL CHECK (json_valid(doc)),        -- what was read of it
  chu_ky  TEXT NOT NULL CHECK (json_valid(chu_ky)),     -- its signatures, as judged when it came
  at      INTEGER NOT NULL,
  UNIQUE (dossier, sha256)
) STRICT;
CREATE TRIGGER received_upd BEFORE UPDATE ON received BEGIN SELECT RAISE (ABORT, 'received files do not change'); END;
CREATE TRIGGER received_del BEFORE DELETE ON received
  WHEN EXISTS (SELECT 1 FROM submissions WHERE dossier = OLD.dossier AND erased_at IS NULL)
  BEGIN SELECT RAISE (ABORT, 'received files do not change'); END;
