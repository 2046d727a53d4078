-- 0013: what the board of all employers counts without reckoning it anew, who signed a
-- draft off, and drafts that are out to be signed elsewhere.

-- The last check of a draft as it stands; an edit takes it away.
CREATE TABLE dossier_checks (
  dossier INTEGER PRIMARY KEY REFERENCES dossiers (seq),
  loi     INTEGER NOT NULL CHECK (loi >= 0),
  nhac    INTEGER NOT NULL CHECK (nhac >= 0),
  at      INTEGER NOT NULL
) STRICT;

-- The last time the statement of a month was held against our figures.
CREATE TABLE c12_checks (
  mst   TEXT NOT NULL REFERENCES employers (mst),
  month INTEGER NOT NULL,
  lech  INTEGER NOT NULL CHECK (lech >= 0),             -- places that differ
  at    INTEGER NOT NULL,
  PRIMARY KEY (mst, month)
) STRICT;

-- Who prepared, checked, approved or refused a draft, and what it was then: the hash
-- of its contents. The journal carries the hash of each line, so that a line which
-- was changed from outside no longer matches.
CREATE TABLE sign_offs (
  seq     INTEGER PRIMARY KEY AUTOINCREMENT,
  dossier INTEGER NOT NULL REFERENCES dossiers (seq),
  buoc    TEXT NOT NULL CHECK (buoc IN ('trinh', 'kiem', 'duyet', 'tuChoi')),
  ai      TEXT NOT NULL CHECK (ai <> ''),               -- the person's name, as it was then
  nguoi   TEXT NOT NULL,                                -- the person's id on this machine
  xac_thuc INTEGER NOT NULL CHECK (xac_thuc IN (0, 1)), -- whether a passphrase proved it
  sha256  TEXT NOT NULL CHECK (length(sha256) = 64),
  note    TEXT NOT NULL,
  who     TEXT NOT NULL,                                -- the account of the machine
  at      INTEGER NOT NULL
) STRICT;
CREATE INDEX sign_offs_dossier ON sign_offs (dossier);
CREATE TRIGGER sign_offs_upd BEFORE UPDATE ON sign_offs BEGIN SELECT RAISE (ABORT, 'sign-offs do not change'); END;
CREATE TRIGGER sign_offs_del BEFORE DELETE ON sign_offs BEGIN SELECT RAISE (ABORT, 'sign-offs do not change'); END;

-- A draft that is out to be signed elsewhere. It stays as it was handed out until it
-- comes back signed or is called back.
CREATE TABLE handovers (
  seq      INTEGER PRIMARY KEY AUTOINCREMENT,
  ma       TEXT NOT NULL CHECK (length(ma) = 32),
  dossier  INTEGER NOT NULL REFERENCES dossiers (seq),
  sha256   TEXT NOT NULL CHECK (length(sha256) = 64),
  cho      TEXT NOT NULL,                               -- for whom, as the person wrote it
  at       INTEGER NOT NULL,
  ended_at INTEGER,
  ket_thuc TEXT CHECK (ket_thuc IN ('daKy', 'goiLai')),
  CHECK ((ended_at IS NULL) = (ket_thuc IS NULL)),
  UNIQUE (ma, dossier)
) STRICT;
CREATE UNIQUE INDEX handovers_out ON handovers (dossier) WHERE ended_at IS NULL;
CREATE TRIGGER handovers_upd BEFORE UPDATE ON handovers
  WHEN OLD.ended_at IS NOT NULL OR NEW.ended_at IS NULL
    OR (NEW.seq, NEW.ma, NEW.dossier, NEW.sha256, NEW.cho, NEW.at) IS NOT (OLD.seq, OLD.ma, OLD.dossier, OLD.sha256, OLD.cho, OLD.at)
  BEGIN SELECT RAISE (ABORT, 'a hand-over ends once'); END;
CREATE TRIGGER handovers_del BEFORE DELETE ON handovers BEGIN SELECT RAISE (ABORT, 'hand-overs stay'); END;
CREATE TRIGGER handovers_ins BEFORE INSERT ON handovers
  WHEN (SELECT state FROM dossiers WHERE seq = NEW.dossier) <> 'daKiem'
  BEGIN SELECT RAISE (ABORT, 'only a checked draft goes out'); END;

CREATE TRIGGER dossiers_out BEFORE UPDATE OF state ON dossiers
  WHEN NEW.state <> OLD.state AND EXISTS (SELECT 1 FROM handovers WHERE dossier = OLD.seq AND ended_at IS NULL)
  BEGIN SELECT RAISE (ABORT, 'dossier is out to be signed'); END;
CREATE TRIGGER docs_ins_out BEFORE INSERT ON docs
  WHEN EXISTS (SELECT 1 FROM handovers WHERE dossier = NEW.dossier AND ended_at IS NULL)
  BEGIN SELECT RAISE (ABORT, 'dossier is out to be signed'); END;
CREATE TRIGGER docs_upd_out BEFORE UPDATE ON docs
  WHEN EXISTS (SELECT 1 FROM handovers WHERE dossier = OLD.dossier AND ended_at IS NULL)
  BEGIN SELECT RAISE (ABORT, 'dossier is out to be signed'); END;
CREATE TRIGGER docs_del_out BEFORE DELETE ON docs
  WHEN EXISTS (SELECT 1 FROM handovers WHERE dossier = OLD.dossier AND ended_at IS NULL)
  BEGIN SELECT RAISE (ABORT, 'dossier is out to be signed'); END;
CREATE TRIGGER attachments_ins_out BEFORE INSERT ON attachments
  WHEN EXISTS (SELECT 1 FROM handovers WHERE dossier = NEW.dossier AND ended_at IS NULL)
  BEGIN SELECT RAISE (ABORT, 'dossier is out to be signed'); END;
CREATE TRIGGER attachments_del_out BEFORE DELETE ON attachments
  WHEN EXISTS (SELECT 1 FROM handovers WHERE dossier = OLD.dossier AND ended_at IS NULL)
  BEGIN SELECT RAISE (ABORT, 'dossier is out to be signed'); END;
