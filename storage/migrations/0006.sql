-- 0006: of which public service and case a dossier is, and how each paper that the
-- case asks for is answered: by an attachment, or in words.

CREATE TABLE dossier_cases (
  dossier    INTEGER PRIMARY KEY REFERENCES dossiers (seq) ON DELETE CASCADE,
  service    TEXT NOT NULL,  -- "C4"
  truong_hop TEXT NOT NULL   -- "C4.01", '' where the service has no cases
) STRICT;

-- Which paper of the case an attachment is.
CREATE TABLE attachment_papers (
  attachment INTEGER PRIMARY KEY REFERENCES attachments (id) ON DELETE CASCADE,
  paper      TEXT NOT NULL
) STRICT;

-- A paper that is answered without a file: kept by the employer, or not needed.
CREATE TABLE dossier_papers (
  id      INTEGER PRIMARY KEY,
  dossier INTEGER NOT NULL REFERENCES dossiers (seq) ON DELETE CASCADE,
  paper   TEXT NOT NULL,
  answer  TEXT NOT NULL CHECK (answer IN ('luu', 'khongCan')),
  note    TEXT NOT NULL,     -- number and day of what is kept, or why it is not needed
  at      INTEGER NOT NULL,
  UNIQUE (dossier, paper)
) STRICT;
