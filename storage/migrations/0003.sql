-- 0003: outbox: how a submission is tried again; its signed bytes apart; what had arrived
-- before a restore; events chained by hash.

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

-- The signed bytes lie apart: a state that moves does not write them again.
CREATE TABLE envelopes (
  submission INTEGER PRIMARY KEY REFERENCES submissions (seq),
  bytes      BLOB NOT NULL
) STRICT;
INSERT INTO envelopes (submission, bytes) SELECT seq, envelope FROM submissions;
DROP TRIGGER submissions_fixed;
ALTER TABLE submissions DROP COLUMN envelope;
CREATE TRIGGER submissions_fixed BEFORE UPDATE ON submissions
  WHEN NEW.seq <> OLD.seq OR NEW.id <> OLD.id OR NEW.dossier <> OLD.dossier OR NEW.key <> OLD.key
    OR NEW.sha256 <> OLD.sha256 OR NEW.files <> OLD.files
    OR NEW.signer <> OLD.signer OR NEW.cert_serial <> OLD.cert_serial
    OR NEW.signed_at <> OLD.signed_at OR NEW.created_at <> OLD.created_at
  BEGIN SELECT RAISE (ABORT, 'signed bytes do not change'); END;
CREATE TRIGGER envelopes_upd BEFORE UPDATE ON envelopes BEGIN SELECT RAISE (ABORT, 'signed bytes do not change'); END;
CREATE TRIGGER envelopes_del BEFORE DELETE ON envelopes BEGIN SELECT RAISE (ABORT, 'signed bytes do not change'); END;

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
