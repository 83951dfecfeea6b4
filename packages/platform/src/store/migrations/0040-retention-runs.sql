-- Runs of retention: what was erased because it had been kept long enough, and when that was last looked at.

-- one row per run, whether by itself or by hand; what it erases is added as it is erased
create table retention_runs (
  id integer generated always as identity primary key,
  kind text not null check (kind in ('daily', 'by-hand')),
  actor text not null,
  -- day as of which it asked what had expired
  day date not null,
  -- names the process that runs it, so that a run that died is told from one that goes on
  process text not null,
  started_at timestamptz not null default now(),
  ended_at timestamptz,
  outcome text not null default 'running'
    check (outcome in ('running', 'done', 'held', 'failed')),
  -- [{"batch", "dataset", "title", "what", "since"}]
  erased jsonb not null default '[]',
  -- why it failed or was held, in each language; null where it did not
  problem jsonb,
  check ((outcome = 'running') = (ended_at is null))
);
-- one run at a time, whoever starts it
create unique index retention_runs_one_at_a_time on retention_runs ((true)) where ended_at is null;
