-- The release ledger: what was drafted, how it was protected, what the attacker found, who decided.

-- one row per release as it was baked; nothing of it ever changes
create table releases (
  id text primary key,
  -- releases of one series are vintages of the same sheet: the later takes the place of the earlier
  series text not null,
  vintage integer not null,
  template text not null,
  -- what was asked for: titles, figures, rules
  plan jsonb not null,
  -- [{"cube", "snapshot", "methodVersion", "protection", "batches": [{"id", "rows", "facts": [sha256]}]}]
  sources jsonb not null,
  -- cells, hidden, cost, bound, gap, what the attacker found alone and with the ledger
  findings jsonb not null,
  program text not null,
  manifest_sha256 text not null,
  public_key text not null,
  drafted_by text not null,
  drafted_at timestamptz not null default now(),
  unique (series, vintage)
);
select append_only('releases');

-- one row per decision on a release, in their order
create table release_events (
  id integer generated always as identity primary key,
  release_id text not null references releases (id),
  kind text not null check (kind in ('approved', 'rejected', 'scheduled', 'superseded')),
  actor text not null,
  -- scheduled: when it becomes public; superseded: by which release; any: a remark
  publish_at timestamptz,
  successor text references releases (id),
  remark text,
  at timestamptz not null default now()
);
create index release_events_of on release_events (release_id, id);
select append_only('release_events');
