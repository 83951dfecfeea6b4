-- Changes with every change of an entry: whoever saves says which revision was read, so that two persons
-- at one entry do not overwrite each other unseen.
alter table form_entries add column revision integer not null default 1 check (revision >= 1);
