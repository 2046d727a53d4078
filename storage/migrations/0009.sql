-- 0009: the agency's monthly statements (mẫu C12-TS), as they were read and as they
-- came.

CREATE TABLE statements (
  mst     TEXT NOT NULL REFERENCES employers (mst),
  month   INTEGER NOT NULL,                             -- of the statement
  mau     TEXT NOT NULL CHECK (mau <> ''),              -- the layout
  data    TEXT NOT NULL CHECK (json_valid(data)),       -- the rows
  ten_tep TEXT NOT NULL,                                -- the file's name
  sha256  TEXT NOT NULL CHECK (length(sha256) = 64),    -- of the file
  tep     BLOB NOT NULL,                                -- the file, byte by byte
  at      INTEGER NOT NULL,
  PRIMARY KEY (mst, month)
) STRICT;
