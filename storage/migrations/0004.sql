-- 0004: proof of sending: what the data that a restored backup replaced knew of
-- submissions that had reached a gateway. The backup itself may have them as
-- signed only, as drafts, or not at all.

CREATE TABLE proofs (
  seq        INTEGER PRIMARY KEY AUTOINCREMENT,
  key        TEXT NOT NULL CHECK (key <> ''),  -- of the submission
  submission TEXT NOT NULL,
  dossier    TEXT NOT NULL,
  mst        TEXT NOT NULL,
  sha256     TEXT NOT NULL,                    -- of the signed bytes
  state      TEXT NOT NULL,
  sent_at    INTEGER,                          -- NULL where the ledger had nothing to tell it
  so_ho_so   TEXT NOT NULL,
  receipt    BLOB
) STRICT;
CREATE INDEX proofs_key ON proofs (key, seq);
CREATE TRIGGER proofs_upd BEFORE UPDATE ON proofs BEGIN SELECT RAISE (ABORT, 'proofs stay'); END;
CREATE TRIGGER proofs_del BEFORE DELETE ON proofs BEGIN SELECT RAISE (ABORT, 'proofs stay'); END;
