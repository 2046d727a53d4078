-- 0007: benefits: what a person claimed and had, and what the roster cannot know of
-- a working life.

-- A period is known by its person, kind, days and child; who tells of it again
-- tells of the same one. The dossier is named, not linked: a period stays with its
-- person, whatever becomes of the dossier.
CREATE TABLE benefits (
  seq        INTEGER PRIMARY KEY,
  person     INTEGER NOT NULL REFERENCES people (seq),
  che_do     TEXT NOT NULL CHECK (che_do <> ''),
  tu_ngay    INTEGER NOT NULL CHECK (tu_ngay > 0),
  den_ngay   INTEGER NOT NULL CHECK (den_ngay >= tu_ngay),
  nua_ngay   INTEGER NOT NULL CHECK (nua_ngay > 0),      -- days, in halves
  sinh_con   INTEGER NOT NULL,                           -- birthday of the child, 0 = for no child
  truong_hop TEXT NOT NULL,
  state      TEXT NOT NULL CHECK (state IN ('deNghi', 'daDuyet', 'biTuChoi')),
  nguon      TEXT NOT NULL CHECK (nguon IN ('hoSo', 'nhapTay', 'tep', 'coQuan')),
  dossier    TEXT NOT NULL,                              -- 'HS000001', '' = no dossier of ours
  form       TEXT NOT NULL,
  dong       INTEGER NOT NULL,                           -- of the form, counted from 1; 0 = none
  at         INTEGER NOT NULL,
  UNIQUE (person, che_do, tu_ngay, den_ngay, sinh_con)
) STRICT;
CREATE INDEX benefits_dossier ON benefits (dossier) WHERE dossier <> '';

-- NULL means that nobody has said.
CREATE TABLE careers (
  person     INTEGER PRIMARY KEY REFERENCES people (seq),
  thang_dong INTEGER CHECK (thang_dong BETWEEN 0 AND 720),  -- paid before the roster's first month
  nang_nhoc  INTEGER CHECK (nang_nhoc IN (0, 1)),           -- heavy work, or an area of special hardship
  at         INTEGER NOT NULL
) STRICT;
