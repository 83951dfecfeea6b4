-- What people decided of pairs of records: binding for every later run, until undone.

-- one row per decision, or per undoing of one
create table link_decisions (
  id integer generated always as identity primary key,
  country text not null,
  kind text not null check (kind in ('same', 'different', 'undone')),
  -- numbers of the two cards in the lake, the smaller first; of an undoing, those of what it undoes
  one_id text not null check (one_id ~ '^[0-9]+$'),
  other_id text not null check (other_id ~ '^[0-9]+$'),
  undoes integer references link_decisions (id),
  because text not null check (because <> ''),
  decided_by text not null,
  -- run in which the pair was looked at, and its weight there, bits; null where it was not listed
  run integer not null references link_runs (batch),
  weight double precision,
  decided_at timestamptz not null default now(),
  check ((kind = 'undone') = (undoes is not null))
);
create unique index link_decisions_undone_once on link_decisions (undoes);
create index link_decisions_of on link_decisions (country, id);
select append_only('link_decisions');
select wall_by_batch('link_decisions', 'run');
