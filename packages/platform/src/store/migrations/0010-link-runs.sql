-- Linkage of records to persons: what each run was made from and what it learnt.

-- one row per run: its files (journeys, persons, pairs) are those of its batch
create table link_runs (
  batch integer primary key references batches (id),
  country text not null,
  -- run that this one goes on from; null for one that compared every record
  base integer references link_runs (batch),
  -- run whose records taught how to weigh: this one, or the first of the chain
  root integer not null,
  method_version integer not null,
  -- [{"batch", "recordType", "facts": [sha256]}]
  inputs jsonb not null,
  -- what is compared, by which levels, and how pairs are decided
  specification jsonb not null,
  -- what was learnt: shares of levels, weights, prior, kin
  model jsonb not null,
  -- blocking rules with their pairs, and the share of pairs of one person expected among them
  blocking jsonb not null,
  -- clusters that could not be one person, and what became of them
  findings jsonb not null,
  -- counts: records, persons, crossings, repairs
  figures jsonb not null,
  made_at timestamptz not null default now()
);
select append_only('link_runs');
select wall_by_batch('link_runs', 'batch');
