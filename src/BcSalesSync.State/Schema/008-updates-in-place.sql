-- A coupling gets another revision with every change; pairs are found by their ids.

DROP INDEX couplings_by_revision;
