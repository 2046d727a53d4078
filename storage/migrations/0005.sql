-- 0005: personal data: how long it is kept, what was corrected, whose papers are
-- whose, and erasure with proof. What is signed stays as it is until its employer's
-- term is over; then its bytes may go, and nothing else of it.

-- NULL means that nobody has said, which is no term at all.
CREATE TABLE retention (
  mst            TEXT PRIMARY KEY REFERENCES employers (mst),
  person_months  INTEGER CHECK (person_months BETWEEN 1 AND 1200),   -- after a person has left
  dossier_months INTEGER CHECK (dossier_months BETWEEN 1 AND 1200),  -- after a dossier was signed
  keep_sensitive INTEGER CHECK (keep_sensitive IN (0, 1)),           -- with the person, once the dossier is finished
  updated_at     INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

-- A person's identity as it stood before a correction.
CREATE TABLE people_past (
  seq    INTEGER PRIMARY KEY,
  person INTEGER NOT NULL REFERENCES people (seq),
  at     INTEGER NOT NULL,
  who    TEXT NOT NULL,
  nguon  TEXT NOT NULL,
  data   TEXT NOT NULL CHECK (json_valid(data))
) STRICT;
CREATE INDEX people_past_person ON people_past (person);

-- What is known of a paper: whom alone it concerns, and whether it is sensitive.
CREATE TABLE attachment_marks (
  attachment INTEGER PRIMARY KEY REFERENCES attachments (id) ON DELETE CASCADE,
  person     INTEGER REFERENCES people (seq) ON DELETE SET NULL,
  sensitive  INTEGER NOT NULL CHECK (sensitive IN (0, 1))
) STRICT;
CREATE INDEX attachment_marks_person ON attachment_marks (person);

CREATE TABLE erasures (
  seq    INTEGER PRIMARY KEY AUTOINCREMENT,
  at     INTEGER NOT NULL,
  who    TEXT NOT NULL,
  kind   TEXT NOT NULL CHECK (kind IN ('nguoi', 'hoSo')),
  ref    TEXT NOT NULL,                  -- of the person or the dossier, never a name or a number of theirs
  reason TEXT NOT NULL,                  -- a code
  counts TEXT NOT NULL CHECK (json_valid(counts)),
  report TEXT NOT NULL                   -- SHA-256 of the report
) STRICT;
CREATE TRIGGER erasures_upd BEFORE UPDATE ON erasures BEGIN SELECT RAISE (ABORT, 'erasures stay'); END;
CREATE TRIGGER erasures_del BEFORE DELETE ON erasures BEGIN SELECT RAISE (ABORT, 'erasures stay'); END;

-- A submission whose erased_at is set is a tombstone: hash, dates, signer, số hồ sơ
-- and states stay, its bytes are empty.
ALTER TABLE submissions ADD COLUMN erased_at INTEGER;
ALTER TABLE ledger_carried ADD COLUMN erased_at INTEGER;

DROP TRIGGER submissions_fixed;
CREATE TRIGGER submissions_fixed BEFORE UPDATE ON submissions
  WHEN NEW.seq <> OLD.seq OR NEW.id <> OLD.id OR NEW.dossier <> OLD.dossier OR NEW.key <> OLD.key
    OR NEW.sha256 <> OLD.sha256 OR NEW.files <> OLD.files
    OR NEW.signer <> OLD.signer OR NEW.cert_serial <> OLD.cert_serial
    OR NEW.signed_at <> OLD.signed_at OR NEW.created_at <> OLD.created_at
    OR (OLD.erased_at IS NOT NULL AND (NEW.erased_at IS NOT OLD.erased_at
      OR NEW.state <> OLD.state OR NEW.receipt IS NOT OLD.receipt OR NEW.so_ho_so <> OLD.so_ho_so))
  BEGIN SELECT RAISE (ABORT, 'signed bytes do not change'); END;
CREATE TRIGGER submissions_erase BEFORE UPDATE ON submissions
  WHEN OLD.erased_at IS NULL AND NEW.erased_at IS NOT NULL AND (NEW.receipt IS NOT NULL
    OR NEW.state <> OLD.state OR NEW.so_ho_so <> OLD.so_ho_so OR NEW.state NOT IN ('huy', 'traLai', 'coKetQua')
    OR NOT EXISTS (SELECT 1 FROM retention r JOIN dossiers d ON d.mst = r.mst
      WHERE d.seq = NEW.dossier AND r.dossier_months IS NOT NULL
        AND unixepoch(OLD.signed_at / 1000, 'unixepoch', '+' || r.dossier_months || ' months') * 1000 <= NEW.erased_at))
  BEGIN SELECT RAISE (ABORT, 'the term of a signed dossier is not over'); END;
CREATE TRIGGER submissions_ins_whole BEFORE INSERT ON submissions WHEN NEW.erased_at IS NOT NULL
  BEGIN SELECT RAISE (ABORT, 'a submission begins whole'); END;
DROP TRIGGER submissions_receipt;
CREATE TRIGGER submissions_receipt BEFORE UPDATE ON submissions
  WHEN (OLD.receipt IS NOT NULL AND NEW.receipt IS NOT OLD.receipt AND NEW.erased_at IS NULL)
    OR (OLD.so_ho_so <> '' AND NEW.so_ho_so <> OLD.so_ho_so)
  BEGIN SELECT RAISE (ABORT, 'a receipt does not change'); END;

DROP TRIGGER envelopes_upd;
CREATE TRIGGER envelopes_upd BEFORE UPDATE ON envelopes
  WHEN NEW.submission <> OLD.submission OR length(NEW.bytes) > 0
    OR (SELECT erased_at FROM submissions WHERE seq = OLD.submission) IS NULL
  BEGIN SELECT RAISE (ABORT, 'signed bytes do not change'); END;

DROP TRIGGER submission_files_upd;
CREATE TRIGGER submission_files_upd BEFORE UPDATE ON submission_files
  WHEN NEW.submission <> OLD.submission OR NEW.n <> OLD.n OR NEW.sha256 <> OLD.sha256
    OR NEW.name NOT IN (OLD.name, '') OR length(NEW.bytes) > 0
    OR (SELECT erased_at FROM submissions WHERE seq = OLD.submission) IS NULL
  BEGIN SELECT RAISE (ABORT, 'signed files do not change'); END;

-- Of the words and the answer of an event that went with their dossier: the chain
-- of events still holds.
ALTER TABLE events ADD COLUMN said TEXT;
DROP TRIGGER events_upd;
CREATE TRIGGER events_upd BEFORE UPDATE ON events
  WHEN NEW.seq <> OLD.seq OR NEW.submission <> OLD.submission OR NEW.at <> OLD.at OR NEW.tu <> OLD.tu
    OR NEW.den <> OLD.den OR NEW.kind <> OLD.kind OR NEW.note <> '' OR NEW.raw IS NOT NULL
    OR NEW.hash IS NOT OLD.hash OR NEW.said IS NULL OR OLD.said IS NOT NULL
    OR (SELECT erased_at FROM submissions WHERE seq = OLD.submission) IS NULL
  BEGIN SELECT RAISE (ABORT, 'events stay'); END;

DROP TRIGGER ledger_upd;
CREATE TRIGGER ledger_upd BEFORE UPDATE ON ledger
  WHEN NEW.seq <> OLD.seq OR NEW.submission <> OLD.submission OR NEW.mst <> OLD.mst OR NEW.month <> OLD.month
    OR NEW.phuong_an <> OLD.phuong_an OR (OLD.sent_at IS NOT NULL AND NEW.sent_at IS NOT OLD.sent_at)
    OR ((NEW.ma_so_bhxh <> OLD.ma_so_bhxh OR NEW.so_cccd <> OLD.so_cccd) AND (NEW.ma_so_bhxh <> '' OR NEW.so_cccd <> ''
      OR (SELECT erased_at FROM submissions WHERE seq = OLD.submission) IS NULL))
  BEGIN SELECT RAISE (ABORT, 'the ledger stays'); END;
DROP TRIGGER ledger_carried_upd;
CREATE TRIGGER ledger_carried_upd BEFORE UPDATE ON ledger_carried
  WHEN NEW.seq <> OLD.seq OR NEW.key <> OLD.key OR NEW.submission <> OLD.submission OR NEW.dossier <> OLD.dossier
    OR NEW.state <> OLD.state OR NEW.mst <> OLD.mst OR NEW.month <> OLD.month OR NEW.phuong_an <> OLD.phuong_an
    OR NEW.sent_at IS NOT OLD.sent_at OR NEW.ma_so_bhxh <> '' OR NEW.so_cccd <> ''
    OR OLD.erased_at IS NOT NULL OR NEW.erased_at IS NULL OR OLD.sent_at IS NULL
    OR NOT EXISTS (SELECT 1 FROM retention r WHERE r.mst = OLD.mst AND r.dossier_months IS NOT NULL
      AND unixepoch(OLD.sent_at / 1000, 'unixepoch', '+' || r.dossier_months || ' months') * 1000 <= NEW.erased_at)
  BEGIN SELECT RAISE (ABORT, 'the ledger stays'); END;

-- The forms and papers of a dossier are fixed by its signed bytes, and go with
-- them. A paper that is sensitive may go once the dossier is closed: the signed
-- files carry it.
DROP TRIGGER docs_del;
CREATE TRIGGER docs_del BEFORE DELETE ON docs
  WHEN EXISTS (SELECT 1 FROM submissions WHERE dossier = OLD.dossier AND erased_at IS NULL)
  BEGIN SELECT RAISE (ABORT, 'frozen dossier'); END;
DROP TRIGGER attachments_del;
CREATE TRIGGER attachments_del BEFORE DELETE ON attachments
  WHEN EXISTS (SELECT 1 FROM submissions WHERE dossier = OLD.dossier AND erased_at IS NULL)
    AND NOT ((SELECT state FROM dossiers WHERE seq = OLD.dossier) IN ('huy', 'traLai', 'coKetQua')
      AND coalesce((SELECT sensitive FROM attachment_marks WHERE attachment = OLD.id), 0) = 1)
  BEGIN SELECT RAISE (ABORT, 'frozen dossier'); END;
