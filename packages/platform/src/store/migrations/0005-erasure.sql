-- Erasure, backups, and which columns hold keys.

comment on column batches.wrapped_key is 'wrapped by the node key';
comment on column audit_keys.wrapped_secret is 'wrapped by the node key';

-- records of the batch that were accepted and have been erased since
alter table batches add column rows_erased bigint not null default 0;

-- one row per record that was erased: it is erased again after a restore of an earlier state
create table erased_records (
  batch integer not null,
  -- number of the record in the lake
  record_id text not null check (record_id ~ '^[0-9]+$'),
  -- what it was erased for: 'request:…', 'retention:…'
  reason text not null,
  erased_at timestamptz not null default now(),
  primary key (batch, record_id)
);
select append_only('erased_records');

-- one row per backup that was written
create table backups (
  id uuid primary key,
  -- backup that this one goes on from; null for a whole one
  base uuid,
  path text not null,
  -- moment to which it restores
  at timestamptz not null,
  bytes bigint not null,
  sha256 text not null,
  -- [{"path", "bytes", "sha256", "archive"}]: every file that a restore needs, and where it lies
  manifest jsonb not null
);
