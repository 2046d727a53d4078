-- 0002: attachments lie outside, sealed, in files called by their tep.

-- The old table gets another name first: dropping a table that others point to
-- would take their rows along.
ALTER TABLE attachments RENAME TO attachments_v1;
CREATE TABLE attachments (
  id      INTEGER PRIMARY KEY AUTOINCREMENT,
  dossier INTEGER NOT NULL REFERENCES dossiers (seq),
  name    TEXT NOT NULL,
  mime    TEXT NOT NULL,
  sha256  TEXT NOT NULL,                 -- of the plain bytes, as is size
  size    INTEGER NOT NULL,
  at      INTEGER NOT NULL,
  tep     TEXT NOT NULL UNIQUE CHECK (length(tep) = 32)
) STRICT;
INSERT INTO attachments (id, dossier, name, mime, sha256, size, at, tep)
  SELECT id, dossier, name, mime, sha256, size, at, lower(hex(randomblob(16))) FROM attachments_v1;
-- A number that was given out does not come again.
DELETE FROM sqlite_sequence WHERE name = 'attachments';
INSERT INTO sqlite_sequence (name, seq) SELECT 'attachments', seq FROM sqlite_sequence WHERE name = 'attachments_v1';

-- The bytes of version 1 wait here until they lie outside; then the table stays empty.
CREATE TABLE attachment_bytes (
  attachment INTEGER PRIMARY KEY REFERENCES attachments (id) ON DELETE CASCADE,
  bytes      BLOB NOT NULL
) STRICT;
INSERT INTO attachment_bytes (attachment, bytes) SELECT id, bytes FROM attachments_v1;
DROP TABLE attachments_v1;

CREATE TRIGGER attachment_bytes_ins BEFORE INSERT ON attachment_bytes
  BEGIN SELECT RAISE (ABORT, 'attachments lie outside'); END;
CREATE TRIGGER attachment_bytes_upd BEFORE UPDATE ON attachment_bytes
  BEGIN SELECT RAISE (ABORT, 'attachments do not change'); END;

CREATE INDEX attachments_dossier ON attachments (dossier);
CREATE TRIGGER attachments_ins BEFORE INSERT ON attachments
  WHEN (SELECT state FROM dossiers WHERE seq = NEW.dossier) NOT IN ('nhap', 'daKiem')
  BEGIN SELECT RAISE (ABORT, 'frozen dossier'); END;
CREATE TRIGGER attachments_upd BEFORE UPDATE ON attachments
  BEGIN SELECT RAISE (ABORT, 'attachments do not change'); END;
CREATE TRIGGER attachments_del BEFORE DELETE ON attachments
  WHEN (SELECT state FROM dossiers WHERE seq = OLD.dossier) NOT IN ('nhap', 'daKiem')
  BEGIN SELECT RAISE (ABORT, 'frozen dossier'); END;
