-- A correction says which batch it took the place of, and why.
alter table batches add column superseded_by integer;
alter table batches add column superseded_because text;
