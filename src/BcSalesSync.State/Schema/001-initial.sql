-- The _key columns hold upper case: SQLite itself ignores case for ASCII letters only.
-- The values of both sides make long rows, so that ids are kept in indexes of their own instead of clustering the table.
CREATE TABLE couplings (
    mapping TEXT NOT NULL,
    family TEXT NOT NULL,
    bc_id TEXT NOT NULL,
    sales_id TEXT NOT NULL,
    bc_no TEXT,
    bc_name TEXT,
    sales_name TEXT,
    bc_version TEXT,
    bc_modified INTEGER,
    bc_values TEXT,
    sales_version TEXT,
    sales_modified INTEGER,
    sales_values TEXT,
    to_sales_result INTEGER NOT NULL,
    to_bc_result INTEGER NOT NULL,
    to_sales_job TEXT,
    to_bc_job TEXT,
    skipped INTEGER NOT NULL,
    error TEXT,
    last_synchronized INTEGER,
    no_key TEXT NOT NULL,
    sales_name_key TEXT,
    CONSTRAINT one_row_per_record UNIQUE (bc_id, family),
    CONSTRAINT one_record_per_row UNIQUE (sales_id, family)
) STRICT;
CREATE INDEX couplings_by_number ON couplings (no_key, bc_id, family);
CREATE INDEX couplings_by_sales_name ON couplings (sales_name_key) WHERE sales_name_key IS NOT NULL;
CREATE INDEX couplings_of_mapping ON couplings (mapping, no_key, bc_id, family);
CREATE INDEX couplings_in_trouble ON couplings (mapping, no_key, bc_id, family, skipped, to_sales_result, to_bc_result)
    WHERE skipped = 1 OR (to_sales_result = 2 OR to_bc_result = 2);

CREATE TABLE pending (
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
    PRIMARY KEY (mapping, direction, source_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX pending_due ON pending (mapping, direction, next_try) WHERE next_try IS NOT NULL;

CREATE TABLE waits (
    awaited_mapping TEXT NOT NULL,
    awaited_side INTEGER NOT NULL,
    awaited_key TEXT NOT NULL,
    awaited_text TEXT NOT NULL,
    mapping TEXT NOT NULL,
    direction INTEGER NOT NULL,
    source_id TEXT NOT NULL,
    PRIMARY KEY (awaited_mapping, awaited_side, awaited_key, mapping, direction, source_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX waits_of_record ON waits (mapping, direction, source_id);

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
    id TEXT NOT NULL PRIMARY KEY,
    kind INTEGER NOT NULL,
    status INTEGER NOT NULL,
    request TEXT NOT NULL,
    started INTEGER NOT NULL,
    finished INTEGER,
    stop_requested INTEGER NOT NULL,
    holder TEXT,
    held_until INTEGER
) STRICT, WITHOUT ROWID;
CREATE INDEX runs_by_start ON runs (kind, started);

CREATE TABLE jobs (
    place INTEGER PRIMARY KEY AUTOINCREMENT,
    id TEXT NOT NULL UNIQUE,
    run_id TEXT NOT NULL,
    mapping TEXT NOT NULL,
    started INTEGER NOT NULL,
    body TEXT NOT NULL
) STRICT;
CREATE INDEX jobs_of_run ON jobs (run_id, mapping);
CREATE INDEX jobs_of_mapping ON jobs (mapping);

CREATE TABLE errors (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    mapping TEXT,
    job_id TEXT,
    body TEXT NOT NULL
) STRICT;
CREATE INDEX errors_of_job ON errors (job_id);
CREATE INDEX errors_of_mapping ON errors (mapping);

CREATE TABLE full_sync_lines (
    mapping TEXT NOT NULL PRIMARY KEY,
    body TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE mappings (
    name TEXT NOT NULL PRIMARY KEY,
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
