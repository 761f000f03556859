-- Values that a synchronisation wrote over although somebody had set them, newest last. They go with their job.

CREATE TABLE overwritten_values (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    mapping TEXT NOT NULL,
    job_id TEXT NOT NULL,
    body TEXT NOT NULL
) STRICT;
CREATE INDEX overwritten_values_of_mapping ON overwritten_values (mapping);
CREATE INDEX overwritten_values_of_job ON overwritten_values (job_id);
