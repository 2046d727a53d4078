-- Outbox: how a submission is tried again; what was sent before a restore; events
-- chained by hash.

-- What must be known of a submission's attempts after a restart. No decision
-- hangs on the clock going forward: see app/office, pause.
CREATE TABLE retries (
  submission INTEGER PRIMARY KEY REFERENCES submissions (seq),
  road       TEXT NOT NULL,              -- where it was handed to last, '' = where the employer's go
  failures   INTEGER NOT NULL,           -- in a row; a person sets them back to 0
  pause      INTEGER NOT NULL,           -- milliseconds to be left alone, from at on
  at         INTEGER NOT NULL
) STRICT;
INSERT INTO retries (submission, road, failures, pause, at)
  SELECT s.seq, json_extract(x.value, '$'), 0, 0, s.created_at
  FROM settings x JOIN submissions s ON x.key = 'duong:' || s.id;
DELETE FROM settings WHERE key LIKE 'duong:%';

-- The submissions of which the data that a restored backup replaced knew that
-- they had arrived.
CREATE TABLE sent_carried (
  key      TEXT PRIMARY KEY,
  at       INTEGER NOT NULL,
  so_ho_so TEXT NOT NULL
) STRICT, WITHOUT ROWID;
CREATE TRIGGER sent_carried_upd BEFORE UPDATE ON sent_carried BEGIN SELECT RAISE (ABORT, 'the ledger stays'); END;
CREATE TRIGGER sent_carried_del BEFORE DELETE ON sent_carried BEGIN SELECT RAISE (ABORT, 'the ledger stays'); END;

-- Of this event and all before it. Events of 0.1.0 have none of their own: the
-- first one that is written after them covers them.
ALTER TABLE events ADD COLUMN hash BLOB CHECK (hash IS NULL OR length(hash) = 32);
