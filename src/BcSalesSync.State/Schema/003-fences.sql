-- A claim gets a higher number with each change of hands; what is saved under an earlier number is refused.

ALTER TABLE claims ADD COLUMN token INTEGER NOT NULL DEFAULT 0;
INSERT INTO numbers (name, last) VALUES ('claim', 0);

-- Until when a run is held is told by its claim.
ALTER TABLE runs DROP COLUMN held_until;

CREATE INDEX jobs_open ON jobs (mapping) WHERE json_extract(body, '$.Finished') IS NULL;
