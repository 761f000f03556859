-- When the last failure of a coupling happened, so that skipped ones can be listed newest first.

ALTER TABLE couplings ADD COLUMN error_time INTEGER;
CREATE INDEX couplings_skipped ON couplings (ifnull(error_time, 0), place) WHERE skipped = 1;
