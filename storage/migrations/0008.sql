-- 0008: what filled the cells of a form when it was drafted; the household of a person.

-- By table and tag of the form, "*" for all: a code of where it came from, never a value.
CREATE TABLE doc_sources (
  doc  INTEGER PRIMARY KEY REFERENCES docs (id) ON DELETE CASCADE,
  data TEXT NOT NULL CHECK (json_valid(data))
) STRICT;

-- As it was last declared, in which dossier.
CREATE TABLE households (
  person INTEGER PRIMARY KEY REFERENCES people (seq),
  data   TEXT NOT NULL CHECK (json_valid(data)),  -- facts.HoGiaDinh
  nguon  TEXT NOT NULL,
  at     INTEGER NOT NULL
) STRICT;
