-- Ids are text in "D" form, times are UTC ticks, choices are the numbers of their enums. A column that ends in _key holds upper-case text:
-- what people type is found without regard to case, in every language and on every database alike.

CREATE TABLE couplings (
    place INTEGER PRIMARY KEY,
    mapping TEXT NOT NULL,
    family TEXT NOT NULL,
    bc_id TEXT NOT NULL,
    sales_id TEXT NOT NULL,
    bc_no TEXT,
    bc_no_key TEXT NOT NULL,
    bc_name TEXT,
    sales_name TEXT,
    sales_name_key TEXT NOT NULL,
    to_sales_result INTEGER NOT NULL,
    to_bc_result INTEGER NOT NULL,
    to_sales_job TEXT,
    to_bc_job TEXT,
    skipped INTEGER NOT NULL,
    error TEXT,
    last_synchronized INTEGER,
    bc_version TEXT,
    bc_modified INTEGER,
    bc_values TEXT,
    sales_version TEXT,
    sales_modified INTEGER,
    sales_values TEXT,
    -- The id comes first, so that a record is also found when its family is not known.
    CONSTRAINT one_row_per_record UNIQUE (bc_id, family),
    CONSTRAINT one_record_per_row UNIQUE (sales_id, family)
) STRICT;
CREATE INDEX couplings_by_number ON couplings (family, bc_no_key);
CREATE INDEX couplings_of_mapping ON couplings (mapping, bc_no_key);
CREATE INDEX couplings_in_trouble ON couplings (mapping, bc_no_key) WHERE skipped = 1 OR to_sales_result = 2 OR to_bc_result = 2;

CREATE TABLE pending (
    place INTEGER PRIMARY KEY,
    mapping TEXT NOT NULL,
    direction INTEGER NOT NULL,
    source_id TEXT NOT NULL,
    source_name TEXT,
    class INTEGER,
    error_id TEXT,
    message TEXT,
    attempts INTEGER NOT NULL,
    next_try INTEGER,
    parked INTEGER NOT NULL,
    UNIQUE (mapping, direction, source_id)
) STRICT;
CREATE INDEX pending_due ON pending (mapping, direction, next_try) WHERE parked = 0 AND next_try IS NOT NULL;

CREATE TABLE waits (
    pending INTEGER NOT NULL REFERENCES pending (place) ON DELETE CASCADE,
    position INTEGER NOT NULL,
    awaited_mapping TEXT NOT NULL,
    awaited_side INTEGER NOT NULL,
    awaited TEXT NOT NULL,
    awaited_key TEXT NOT NULL,
    PRIMARY KEY (pending, position)
) STRICT, WITHOUT ROWID;
CREATE INDEX waits_by_record ON waits (awaited_key, awaited_side);

CREATE TABLE intents (
    mapping TEXT NOT NULL,
    direction INTEGER NOT NULL,
    source_id TEXT NOT NULL,
    key_column TEXT NOT NULL,
    key_value TEXT NOT NULL,
    PRIMARY KEY (mapping, direction, source_id)
) STRICT, WITHOUT ROWID;

CREATE TABLE watermarks (
    mapping TEXT NOT NULL,
    direction INTEGER NOT NULL,
    cursor TEXT,
    PRIMARY KEY (mapping, direction)
) STRICT, WITHOUT ROWID;

CREATE TABLE checkpoints (
    run_id TEXT NOT NULL,
    mapping TEXT NOT NULL,
    direction INTEGER NOT NULL,
    cursor TEXT,
    completed INTEGER NOT NULL,
    PRIMARY KEY (run_id, mapping, direction)
) STRICT, WITHOUT ROWID;

CREATE TABLE runs (
    place INTEGER PRIMARY KEY,
    id TEXT NOT NULL UNIQUE,
    kind INTEGER NOT NULL,
    status INTEGER NOT NULL,
    request TEXT NOT NULL,
    started INTEGER NOT NULL,
    finished INTEGER,
    stop_requested INTEGER NOT NULL,
    holder TEXT,
    held_until INTEGER
) STRICT;
CREATE INDEX runs_of_kind ON runs (kind, place);

CREATE TABLE jobs (
    place INTEGER PRIMARY KEY,
    id TEXT NOT NULL UNIQUE,
    run_id TEXT NOT NULL,
    mapping TEXT NOT NULL,
    started INTEGER NOT NULL,
    body TEXT NOT NULL
) STRICT;
CREATE INDEX jobs_of_run ON jobs (run_id);
CREATE INDEX jobs_of_mapping ON jobs (mapping, started);
CREATE INDEX jobs_by_start ON jobs (started);

-- AUTOINCREMENT: the number of an error is shown to people and never means another error later.
CREATE TABLE errors (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    mapping TEXT,
    job_id TEXT,
    body TEXT NOT NULL
) STRICT;
CREATE INDEX errors_of_mapping ON errors (mapping);
CREATE INDEX errors_of_job ON errors (job_id);

CREATE TABLE full_sync_lines (
    mapping TEXT NOT NULL PRIMARY KEY,
    body TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE mappings (
    name TEXT NOT NULL PRIMARY KEY,
    family TEXT NOT NULL,
    body TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE settings (
    name TEXT NOT NULL PRIMARY KEY,
    value TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE claims (
    resource TEXT NOT NULL PRIMARY KEY,
    holder TEXT NOT NULL,
    until INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
