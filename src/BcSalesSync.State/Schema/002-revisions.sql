-- Every content of a coupling has a number of its own, which never comes again: a change is taken only if it was made from what is stored.

CREATE TABLE numbers (
    name TEXT NOT NULL PRIMARY KEY,
    last INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

ALTER TABLE couplings ADD COLUMN revision INTEGER NOT NULL DEFAULT 0;
UPDATE couplings SET revision = place;
CREATE UNIQUE INDEX couplings_by_revision ON couplings (revision);
INSERT INTO numbers (name, last) SELECT 'revision', ifnull(max(place), 0) FROM couplings;
