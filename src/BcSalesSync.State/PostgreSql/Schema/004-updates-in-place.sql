-- A coupling changes with every synchronisation of its records, and seldom in a column that is indexed: with room beside it, and no index of the
-- revision, a change touches no index. Pairs are found by their ids.
ALTER TABLE couplings DROP CONSTRAINT couplings_revision_key;
ALTER TABLE couplings SET (fillfactor = 50);

-- What is read once and dropped is not worth compressing.
ALTER TABLE slices ALTER COLUMN content SET STORAGE EXTERNAL;
