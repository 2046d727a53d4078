-- 0004: proof of sending: what the data that a restored backup replaced knew of submissions
-- that had reached a gateway. The backup may have them as signed only, as drafts, or not at all.

ALTER TABLE sent_carried ADD COLUMN submission TEXT NOT NULL DEFAULT '';
ALTER TABLE sent_carried ADD COLUMN dossier    TEXT NOT NULL DEFAULT '';
ALTER TABLE sent_carried ADD COLUMN mst        TEXT NOT NULL DEFAULT '';
ALTER TABLE sent_carried ADD COLUMN sha256     TEXT NOT NULL DEFAULT '';  -- of the signed bytes
ALTER TABLE sent_carried ADD COLUMN state      TEXT NOT NULL DEFAULT 'daGui';
ALTER TABLE sent_carried ADD COLUMN receipt    BLOB;

-- A later restore may know more: what was empty is filled, nothing is taken back.
DROP TRIGGER sent_carried_upd;
CREATE TRIGGER sent_carried_upd BEFORE UPDATE ON sent_carried
  WHEN NEW.key <> OLD.key OR NEW.at <> OLD.at
    OR (OLD.so_ho_so <> '' AND NEW.so_ho_so <> OLD.so_ho_so) OR (OLD.sha256 <> '' AND NEW.sha256 <> OLD.sha256)
    OR (OLD.receipt IS NOT NULL AND NEW.receipt IS NOT OLD.receipt)
  BEGIN SELECT RAISE (ABORT, 'the ledger stays'); END;
