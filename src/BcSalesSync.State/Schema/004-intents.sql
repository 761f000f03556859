-- What tells a record that a lost create made from others of the same number or name: the values that were sent, the records that held the
-- key before (a JSON list of ids; null when they are not known), and the time of the system just before.

ALTER TABLE intents ADD COLUMN sent TEXT NOT NULL DEFAULT '{}';
ALTER TABLE intents ADD COLUMN before TEXT;
ALTER TABLE intents ADD COLUMN server_time INTEGER;
