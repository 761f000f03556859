-- Parts of pages that several workers share. They come and go with the claim on the mapping under which they were cut, whose number is the
-- tenure; the outcome is null until a part is settled, in the same transaction as its effects.

CREATE TABLE slices (
    mapping TEXT NOT NULL,
    tenure INTEGER NOT NULL,
    number INTEGER NOT NULL,
    partition_number INTEGER NOT NULL,
    content TEXT NOT NULL,
    outcome TEXT,
    PRIMARY KEY (mapping, tenure, number)
) STRICT, WITHOUT ROWID;
