-- 0001: employers, people, payrolls, dossiers, submissions, ledger, journal.
-- Times are milliseconds since 1970 UTC, months yyyymm, days yyyymmdd, money đồng.

CREATE TABLE settings (
  key   TEXT PRIMARY KEY,
  value TEXT NOT NULL CHECK (json_valid(value))
) STRICT, WITHOUT ROWID;

CREATE TABLE counters (
  name TEXT PRIMARY KEY,
  n    INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE employers (
  mst        TEXT PRIMARY KEY CHECK (mst <> ''),
  data       TEXT NOT NULL CHECK (json_valid(data)),
  updated_at INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

-- Identity is current; what a month changes is in history.
CREATE TABLE people (
  seq        INTEGER PRIMARY KEY,
  id         TEXT NOT NULL UNIQUE,
  mst        TEXT NOT NULL REFERENCES employers (mst),
  ma_nv      TEXT NOT NULL,
  ho_ten     TEXT NOT NULL,
  ma_so_bhxh TEXT NOT NULL,
  so_cccd    TEXT NOT NULL,
  ngay_sinh  INTEGER NOT NULL,
  gioi_tinh  TEXT NOT NULL,
  quoc_tich  TEXT NOT NULL,
  dan_toc    TEXT NOT NULL,
  dien_thoai TEXT NOT NULL,
  email      TEXT NOT NULL,
  dia_chi    TEXT NOT NULL,
  ma_xa      TEXT NOT NULL,
  ma_tinh    TEXT NOT NULL,
  ma_kcb     TEXT NOT NULL
) STRICT;
CREATE INDEX people_mst ON people (mst);

CREATE TABLE history (
  person       INTEGER NOT NULL REFERENCES people (seq),
  tu_thang     INTEGER NOT NULL,
  trang_thai   TEXT NOT NULL,
  phong_ban    TEXT NOT NULL,
  chuc_danh    TEXT NOT NULL,
  noi_lam_viec TEXT NOT NULL,
  vung         TEXT NOT NULL,
  hop_dong     TEXT NOT NULL,            -- so|loai|ngayKy|tu|den as a JSON array, '' = nothing known
  luong_biet   INTEGER NOT NULL,
  muc_luong    INTEGER NOT NULL,
  phu_cap      INTEGER NOT NULL,
  bo_sung      INTEGER NOT NULL,
  he_so        TEXT NOT NULL,            -- coefficients as a JSON array, '' = none
  nguon        TEXT NOT NULL,
  ghi_luc      INTEGER NOT NULL,
  PRIMARY KEY (person, tu_thang)
) STRICT, WITHOUT ROWID;

CREATE TABLE payrolls (
  mst      TEXT NOT NULL REFERENCES employers (mst),
  month    INTEGER NOT NULL,
  ten_tep  TEXT NOT NULL,
  sha256   TEXT NOT NULL,
  layout   TEXT NOT NULL,
  problems TEXT NOT NULL CHECK (json_valid(problems)),
  at       INTEGER NOT NULL,
  PRIMARY KEY (mst, month)
) STRICT, WITHOUT ROWID;

CREATE TABLE payroll_rows (
  mst   TEXT NOT NULL,
  month INTEGER NOT NULL,
  n     INTEGER NOT NULL,
  data  TEXT NOT NULL,
  PRIMARY KEY (mst, month, n),
  FOREIGN KEY (mst, month) REFERENCES payrolls (mst, month) ON DELETE CASCADE
) STRICT, WITHOUT ROWID;

CREATE TABLE mappings (
  mst  TEXT NOT NULL REFERENCES employers (mst),
  key  TEXT NOT NULL,
  data TEXT NOT NULL CHECK (json_valid(data)),
  at   INTEGER NOT NULL,
  PRIMARY KEY (mst, key)
) STRICT, WITHOUT ROWID;

-- The moves that a state may make, for dossiers and submissions alike.
CREATE TABLE moves (
  tu  TEXT NOT NULL,
  den TEXT NOT NULL,
  PRIMARY KEY (tu, den)
) STRICT, WITHOUT ROWID;
INSERT INTO moves (tu, den) VALUES
  ('nhap', 'daKiem'), ('nhap', 'huy'),
  ('daKiem', 'nhap'), ('daKiem', 'daKy'), ('daKiem', 'huy'),
  ('daKy', 'choGui'), ('daKy', 'huy'),
  ('choGui', 'dangGui'), ('choGui', 'huy'),
  ('dangGui', 'daGui'), ('dangGui', 'choGui'), ('dangGui', 'nghiVan'), ('dangGui', 'traLai'),
  ('nghiVan', 'daGui'), ('nghiVan', 'choGui'),
  ('daGui', 'tiepNhan'), ('daGui', 'dangGiaiQuyet'), ('daGui', 'coKetQua'), ('daGui', 'traLai'),
  ('tiepNhan', 'dangGiaiQuyet'), ('tiepNhan', 'coKetQua'), ('tiepNhan', 'traLai'),
  ('dangGiaiQuyet', 'coKetQua'), ('dangGiaiQuyet', 'traLai');
CREATE TRIGGER moves_ins BEFORE INSERT ON moves BEGIN SELECT RAISE (ABORT, 'moves are fixed'); END;
CREATE TRIGGER moves_upd BEFORE UPDATE ON moves BEGIN SELECT RAISE (ABORT, 'moves are fixed'); END;
CREATE TRIGGER moves_del BEFORE DELETE ON moves BEGIN SELECT RAISE (ABORT, 'moves are fixed'); END;

CREATE TABLE dossiers (
  seq        INTEGER PRIMARY KEY AUTOINCREMENT,
  id         TEXT NOT NULL UNIQUE,
  mst        TEXT NOT NULL REFERENCES employers (mst),
  procedure  TEXT NOT NULL,
  month      INTEGER NOT NULL,
  dot        INTEGER NOT NULL,
  state      TEXT NOT NULL,
  parent     TEXT REFERENCES dossiers (id),
  note       TEXT NOT NULL,
  created_at INTEGER NOT NULL,
  updated_at INTEGER NOT NULL
) STRICT;
-- A cancelled dossier gives its đợt free.
CREATE UNIQUE INDEX dossiers_dot ON dossiers (mst, procedure, month, dot) WHERE state <> 'huy';
CREATE TRIGGER dossiers_move BEFORE UPDATE OF state ON dossiers
  WHEN NEW.state <> OLD.state AND NOT EXISTS (SELECT 1 FROM moves WHERE tu = OLD.state AND den = NEW.state)
  BEGIN SELECT RAISE (ABORT, 'illegal move of a dossier'); END;
CREATE TRIGGER dossiers_fixed BEFORE UPDATE ON dossiers
  WHEN NEW.seq <> OLD.seq OR NEW.id <> OLD.id OR NEW.mst <> OLD.mst OR NEW.procedure <> OLD.procedure
    OR NEW.month <> OLD.month OR NEW.dot <> OLD.dot OR NEW.parent IS NOT OLD.parent
    OR NEW.created_at <> OLD.created_at
  BEGIN SELECT RAISE (ABORT, 'a dossier keeps its identity'); END;
CREATE TRIGGER dossiers_del BEFORE DELETE ON dossiers
  BEGIN SELECT RAISE (ABORT, 'dossiers stay'); END;

CREATE TABLE docs (
  id         INTEGER PRIMARY KEY,
  dossier    INTEGER NOT NULL REFERENCES dossiers (seq),
  form       TEXT NOT NULL,
  since      INTEGER NOT NULL,           -- the day from which the form's version is in force
  updated_at INTEGER NOT NULL,
  UNIQUE (dossier, form)
) STRICT;
CREATE TABLE doc_rows (
  doc  INTEGER NOT NULL REFERENCES docs (id) ON DELETE CASCADE,
  tab  TEXT NOT NULL,                    -- '' rows, 'head', or a sub-table's tag
  ord  INTEGER NOT NULL,                 -- order with gaps, so that a new row moves no other
  data TEXT NOT NULL,                    -- JSON by tag
  PRIMARY KEY (doc, tab, ord)
) STRICT, WITHOUT ROWID;
CREATE TABLE edits (
  seq    INTEGER PRIMARY KEY AUTOINCREMENT,
  doc    INTEGER NOT NULL REFERENCES docs (id) ON DELETE CASCADE,
  at     INTEGER NOT NULL,
  what   TEXT NOT NULL CHECK (json_valid(what)),
  status TEXT NOT NULL CHECK (status IN ('done', 'undone', 'past'))
) STRICT;
CREATE INDEX edits_doc ON edits (doc, status, seq);

-- Every write to a form touches its docs row first, so one guard is enough.
CREATE TRIGGER docs_ins BEFORE INSERT ON docs
  WHEN (SELECT state FROM dossiers WHERE seq = NEW.dossier) NOT IN ('nhap', 'daKiem')
  BEGIN SELECT RAISE (ABORT, 'frozen dossier'); END;
CREATE TRIGGER docs_upd BEFORE UPDATE ON docs
  WHEN (SELECT state FROM dossiers WHERE seq = OLD.dossier) NOT IN ('nhap', 'daKiem')
  BEGIN SELECT RAISE (ABORT, 'frozen dossier'); END;
CREATE TRIGGER docs_del BEFORE DELETE ON docs
  WHEN (SELECT state FROM dossiers WHERE seq = OLD.dossier) NOT IN ('nhap', 'daKiem')
  BEGIN SELECT RAISE (ABORT, 'frozen dossier'); END;

CREATE TABLE attachments (
  id      INTEGER PRIMARY KEY AUTOINCREMENT,
  dossier INTEGER NOT NULL REFERENCES dossiers (seq),
  name    TEXT NOT NULL,
  mime    TEXT NOT NULL,
  sha256  TEXT NOT NULL,
  size    INTEGER NOT NULL,
  at      INTEGER NOT NULL,
  bytes   BLOB NOT NULL
) STRICT;
CREATE INDEX attachments_dossier ON attachments (dossier);
CREATE TRIGGER attachments_ins BEFORE INSERT ON attachments
  WHEN (SELECT state FROM dossiers WHERE seq = NEW.dossier) NOT IN ('nhap', 'daKiem')
  BEGIN SELECT RAISE (ABORT, 'frozen dossier'); END;
CREATE TRIGGER attachments_upd BEFORE UPDATE ON attachments
  BEGIN SELECT RAISE (ABORT, 'attachments do not change'); END;
CREATE TRIGGER attachments_del BEFORE DELETE ON attachments
  WHEN (SELECT state FROM dossiers WHERE seq = OLD.dossier) NOT IN ('nhap', 'daKiem')
  BEGIN SELECT RAISE (ABORT, 'frozen dossier'); END;

CREATE TABLE dismissals (
  dossier INTEGER NOT NULL REFERENCES dossiers (seq),
  code    TEXT NOT NULL,
  row     INTEGER NOT NULL,
  reason  TEXT NOT NULL,
  at      INTEGER NOT NULL,
  PRIMARY KEY (dossier, code, row)
) STRICT, WITHOUT ROWID;

CREATE TABLE submissions (
  seq         INTEGER PRIMARY KEY AUTOINCREMENT,
  id          TEXT NOT NULL UNIQUE,
  dossier     INTEGER NOT NULL UNIQUE REFERENCES dossiers (seq),
  key         TEXT NOT NULL UNIQUE CHECK (key <> ''),
  envelope    BLOB NOT NULL,
  sha256      TEXT NOT NULL,
  files       INTEGER NOT NULL,          -- how many submission_files belong to it
  signer      TEXT NOT NULL,
  cert_serial TEXT NOT NULL,
  signed_at   INTEGER NOT NULL,
  created_at  INTEGER NOT NULL,
  state       TEXT NOT NULL CHECK (state NOT IN ('nhap', 'daKiem')),
  receipt     BLOB,
  so_ho_so    TEXT NOT NULL DEFAULT ''
) STRICT;
CREATE INDEX submissions_state ON submissions (state, seq);
CREATE TRIGGER submissions_ins BEFORE INSERT ON submissions WHEN NEW.state <> 'daKy'
  BEGIN SELECT RAISE (ABORT, 'a submission begins signed'); END;
CREATE TRIGGER submissions_move BEFORE UPDATE OF state ON submissions
  WHEN NEW.state <> OLD.state AND NOT EXISTS (SELECT 1 FROM moves WHERE tu = OLD.state AND den = NEW.state)
  BEGIN SELECT RAISE (ABORT, 'illegal move of a submission'); END;
CREATE TRIGGER submissions_fixed BEFORE UPDATE ON submissions
  WHEN NEW.seq <> OLD.seq OR NEW.id <> OLD.id OR NEW.dossier <> OLD.dossier OR NEW.key <> OLD.key
    OR NEW.envelope <> OLD.envelope OR NEW.sha256 <> OLD.sha256 OR NEW.files <> OLD.files
    OR NEW.signer <> OLD.signer OR NEW.cert_serial <> OLD.cert_serial
    OR NEW.signed_at <> OLD.signed_at OR NEW.created_at <> OLD.created_at
  BEGIN SELECT RAISE (ABORT, 'signed bytes do not change'); END;
CREATE TRIGGER submissions_receipt BEFORE UPDATE ON submissions
  WHEN (OLD.receipt IS NOT NULL AND NEW.receipt IS NOT OLD.receipt)
    OR (OLD.so_ho_so <> '' AND NEW.so_ho_so <> OLD.so_ho_so)
  BEGIN SELECT RAISE (ABORT, 'a receipt does not change'); END;
CREATE TRIGGER submissions_del BEFORE DELETE ON submissions
  BEGIN SELECT RAISE (ABORT, 'submissions stay'); END;

CREATE TABLE submission_files (
  submission INTEGER NOT NULL REFERENCES submissions (seq),
  n          INTEGER NOT NULL,
  name       TEXT NOT NULL,
  sha256     TEXT NOT NULL,
  bytes      BLOB NOT NULL,
  PRIMARY KEY (submission, n)
) STRICT;
CREATE TRIGGER submission_files_ins BEFORE INSERT ON submission_files
  WHEN NEW.n < 0 OR NEW.n >= (SELECT files FROM submissions WHERE seq = NEW.submission)
  BEGIN SELECT RAISE (ABORT, 'signed files do not change'); END;
CREATE TRIGGER submission_files_upd BEFORE UPDATE ON submission_files
  BEGIN SELECT RAISE (ABORT, 'signed files do not change'); END;
CREATE TRIGGER submission_files_del BEFORE DELETE ON submission_files
  BEGIN SELECT RAISE (ABORT, 'signed files do not change'); END;

CREATE TABLE events (
  seq        INTEGER PRIMARY KEY AUTOINCREMENT,
  submission INTEGER NOT NULL REFERENCES submissions (seq),
  at         INTEGER NOT NULL,
  tu         TEXT NOT NULL,
  den        TEXT NOT NULL,
  kind       TEXT NOT NULL,
  note       TEXT NOT NULL,
  raw        BLOB
) STRICT;
CREATE INDEX events_submission ON events (submission, seq);
CREATE TRIGGER events_upd BEFORE UPDATE ON events BEGIN SELECT RAISE (ABORT, 'events stay'); END;
CREATE TRIGGER events_del BEFORE DELETE ON events BEGIN SELECT RAISE (ABORT, 'events stay'); END;

CREATE TABLE ledger (
  seq        INTEGER PRIMARY KEY AUTOINCREMENT,
  submission INTEGER NOT NULL REFERENCES submissions (seq),
  mst        TEXT NOT NULL,
  ma_so_bhxh TEXT NOT NULL,
  so_cccd    TEXT NOT NULL,
  month      INTEGER NOT NULL,
  phuong_an  TEXT NOT NULL,
  sent_at    INTEGER                     -- NULL until a receipt proves it
) STRICT;
CREATE INDEX ledger_bhxh ON ledger (mst, ma_so_bhxh, month, phuong_an) WHERE ma_so_bhxh <> '';
CREATE INDEX ledger_cccd ON ledger (mst, so_cccd, month, phuong_an) WHERE so_cccd <> '';
CREATE INDEX ledger_submission ON ledger (submission);
CREATE TRIGGER ledger_upd BEFORE UPDATE ON ledger
  WHEN OLD.sent_at IS NOT NULL OR NEW.seq <> OLD.seq OR NEW.submission <> OLD.submission OR NEW.mst <> OLD.mst
    OR NEW.ma_so_bhxh <> OLD.ma_so_bhxh OR NEW.so_cccd <> OLD.so_cccd OR NEW.month <> OLD.month
    OR NEW.phuong_an <> OLD.phuong_an
  BEGIN SELECT RAISE (ABORT, 'the ledger stays'); END;
CREATE TRIGGER ledger_del BEFORE DELETE ON ledger BEGIN SELECT RAISE (ABORT, 'the ledger stays'); END;

-- What a restored backup does not know but the data it replaced did.
CREATE TABLE ledger_carried (
  seq        INTEGER PRIMARY KEY AUTOINCREMENT,
  key        TEXT NOT NULL,              -- of the submission
  submission TEXT NOT NULL,
  dossier    TEXT NOT NULL,
  state      TEXT NOT NULL,
  mst        TEXT NOT NULL,
  ma_so_bhxh TEXT NOT NULL,
  so_cccd    TEXT NOT NULL,
  month      INTEGER NOT NULL,
  phuong_an  TEXT NOT NULL,
  sent_at    INTEGER
) STRICT;
CREATE INDEX ledger_carried_bhxh ON ledger_carried (mst, ma_so_bhxh, month, phuong_an) WHERE ma_so_bhxh <> '';
CREATE INDEX ledger_carried_cccd ON ledger_carried (mst, so_cccd, month, phuong_an) WHERE so_cccd <> '';
CREATE TRIGGER ledger_carried_upd BEFORE UPDATE ON ledger_carried BEGIN SELECT RAISE (ABORT, 'the ledger stays'); END;
CREATE TRIGGER ledger_carried_del BEFORE DELETE ON ledger_carried BEGIN SELECT RAISE (ABORT, 'the ledger stays'); END;

CREATE VIEW ledger_all AS
  SELECT l.seq, 0 AS carried, s.key, s.id AS submission, d.id AS dossier, s.state, l.mst, l.ma_so_bhxh, l.so_cccd,
    l.month, l.phuong_an, l.sent_at
  FROM ledger l JOIN submissions s ON s.seq = l.submission JOIN dossiers d ON d.seq = s.dossier
  UNION ALL
  SELECT seq, 1, key, submission, dossier, state, mst, ma_so_bhxh, so_cccd, month, phuong_an, sent_at FROM ledger_carried;

CREATE TABLE journal (
  seq  INTEGER PRIMARY KEY AUTOINCREMENT,
  at   INTEGER NOT NULL,
  who  TEXT NOT NULL,
  what TEXT NOT NULL,
  ref  TEXT NOT NULL,
  hash BLOB NOT NULL CHECK (length(hash) = 32)
) STRICT;
CREATE TRIGGER journal_upd BEFORE UPDATE ON journal BEGIN SELECT RAISE (ABORT, 'the journal stays'); END;
CREATE TRIGGER journal_del BEFORE DELETE ON journal BEGIN SELECT RAISE (ABORT, 'the journal stays'); END;
