-- 0012: the inbox: what the agency told an employer through a gateway, with its files.

-- A notice never changes and never goes; its files go with the signed bytes of the
-- dossier that it is about.
CREATE TABLE notices (
  seq          INTEGER PRIMARY KEY AUTOINCREMENT,
  mst          TEXT NOT NULL REFERENCES employers (mst),
  ma           TEXT NOT NULL CHECK (length(ma) = 36),   -- the gateway's UUID
  loai         TEXT NOT NULL CHECK (loai <> ''),
  tieu_de      TEXT NOT NULL,
  luc          INTEGER NOT NULL,                        -- when the agency made it
  ma_don_vi    TEXT NOT NULL,
  month        INTEGER NOT NULL,                        -- 0 = of no month
  ma_giao_dich TEXT NOT NULL,                           -- '' = about no dossier
  luu_y        TEXT NOT NULL,                           -- what the gateway says of its answers
  cong         TEXT NOT NULL,                           -- its address
  at           INTEGER NOT NULL,
  UNIQUE (mst, ma)
) STRICT;
CREATE TABLE notice_files (
  notice INTEGER NOT NULL REFERENCES notices (seq),
  n      INTEGER NOT NULL,
  ma     TEXT NOT NULL,
  name   TEXT NOT NULL CHECK (name <> ''),
  sha256 TEXT NOT NULL CHECK (length(sha256) = 64),
  bytes  BLOB NOT NULL,
  chu_ky TEXT NOT NULL CHECK (json_valid(chu_ky)),      -- its signatures, as judged when it came
  PRIMARY KEY (notice, n)
) STRICT;

-- The dossier that a notice is about, known by the receipt.
CREATE TABLE notice_dossiers (
  notice  INTEGER PRIMARY KEY REFERENCES notices (seq),
  dossier INTEGER NOT NULL REFERENCES dossiers (seq),
  at      INTEGER NOT NULL
) STRICT;
CREATE INDEX notice_dossiers_dossier ON notice_dossiers (dossier);

-- Somebody has read it.
CREATE TABLE notice_reads (
  notice INTEGER PRIMARY KEY REFERENCES notices (seq),
  who    TEXT NOT NULL,
  at     INTEGER NOT NULL
) STRICT;

-- Up to which notice everything of a gateway is kept.
CREATE TABLE notice_cursors (
  mst  TEXT NOT NULL REFERENCES employers (mst),
  cong TEXT NOT NULL,
  sau  TEXT NOT NULL,
  at   INTEGER NOT NULL,
  PRIMARY KEY (mst, cong)
) STRICT;

-- The words of a title may name a person: they go with the files.
CREATE TRIGGER notices_upd BEFORE UPDATE ON notices
  WHEN NEW.tieu_de <> '' OR (NEW.seq, NEW.mst, NEW.ma, NEW.loai, NEW.luc, NEW.ma_don_vi, NEW.month, NEW.ma_giao_dich, NEW.luu_y, NEW.cong, NEW.at)
    IS NOT (OLD.seq, OLD.mst, OLD.ma, OLD.loai, OLD.luc, OLD.ma_don_vi, OLD.month, OLD.ma_giao_dich, OLD.luu_y, OLD.cong, OLD.at)
    OR NOT EXISTS (SELECT 1 FROM notice_dossiers t JOIN submissions s ON s.dossier = t.dossier WHERE t.notice = OLD.seq AND s.erased_at IS NOT NULL)
  BEGIN SELECT RAISE (ABORT, 'notices do not change'); END;
CREATE TRIGGER notices_del BEFORE DELETE ON notices BEGIN SELECT RAISE (ABORT, 'notices do not change'); END;
CREATE TRIGGER notice_files_upd BEFORE UPDATE ON notice_files BEGIN SELECT RAISE (ABORT, 'files of notices do not change'); END;
CREATE TRIGGER notice_files_del BEFORE DELETE ON notice_files
  WHEN NOT EXISTS (SELECT 1 FROM notice_dossiers t JOIN submissions s ON s.dossier = t.dossier WHERE t.notice = OLD.notice AND s.erased_at IS NOT NULL)
  BEGIN SELECT RAISE (ABORT, 'files of notices do not change'); END;
CREATE TRIGGER notice_dossiers_upd BEFORE UPDATE ON notice_dossiers BEGIN SELECT RAISE (ABORT, 'a notice is about one dossier'); END;
CREATE TRIGGER notice_dossiers_del BEFORE DELETE ON notice_dossiers BEGIN SELECT RAISE (ABORT, 'a notice is about one dossier'); END;
