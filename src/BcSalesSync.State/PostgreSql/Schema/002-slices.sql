-- Parts of pages that several workers share, as in the SQLite schema.

CREATE TABLE slices (
    mapping text COLLATE "C" NOT NULL,
    tenure bigint NOT NULL,
    number integer NOT NULL,
    partition_number integer NOT NULL,
    content text NOT NULL,
    outcome text,
    PRIMARY KEY (mapping, tenure, number)
);
