-- The first tables of the register: what was received, what was made from it, what is under way.

-- one row per version of a source profile
create table source_profiles (
  id text not null,
  version integer not null,
  content jsonb not null,
  sha256 text not null,
  added_at timestamptz not null default now(),
  primary key (id, version)
);

-- one row per dataset: what its records say of their source
create table datasets (
  id text primary key,
  record_type text not null,
  title jsonb not null,
  source jsonb not null,
  country text,
  synthetic boolean not null,
  first_seen_at timestamptz not null default now()
);

-- one row per batch: a file received whole, or not at all
create table batches (
  id integer generated always as identity primary key,
  dataset text not null references datasets (id),
  record_type text not null,
  profile_id text not null,
  profile_version integer not null,
  file_name text not null,
  file_sha256 text not null,
  file_bytes bigint not null,
  status text not null default 'accepted' check (status in ('accepted', 'superseded', 'withdrawn')),
  rows_read bigint not null,
  rows_accepted bigint not null,
  rows_rejected bigint not null,
  rows_flagged_duplicate bigint not null,
  -- counts by rule, unmapped codes, new columns, decoding: what was met on the way
  quality jsonb not null,
  -- [{"kind": "facts" | "identities" | "findings" | "duplicates", "path", "bytes", "sha256", "rows"}]
  files jsonb not null,
  -- data key of the encrypted files, wrapped by the node key; null once destroyed
  wrapped_key text,
  received_at timestamptz not null default now(),
  foreign key (profile_id, profile_version) references source_profiles (id, version)
);
create unique index batches_same_file on batches (dataset, file_sha256, profile_id, profile_version)
  where status = 'accepted';

-- one row per cube that stands built: from which snapshot, in which files
create table cube_builds (
  cube_id text primary key,
  snapshot text not null,
  batches jsonb not null,
  definition_sha256 text not null,
  files jsonb not null,
  cells bigint not null,
  facts bigint not null,
  updated_on date,
  synthetic boolean not null,
  built_at timestamptz not null default now()
);

-- one row per boundary set brought in by the node
create table boundary_sets (
  id text primary key,
  level text not null,
  country text,
  title text not null,
  source jsonb not null,
  path text not null,
  areas integer not null,
  added_at timestamptz not null default now()
);

-- one row per job: long work done by a worker process
create table jobs (
  id integer generated always as identity primary key,
  kind text not null,
  input jsonb not null,
  status text not null default 'waiting' check (status in ('waiting', 'running', 'done', 'failed', 'cancelled')),
  -- {"step": "…", "done": 0.42}
  progress jsonb,
  result jsonb,
  problem jsonb,
  attempts integer not null default 0,
  cancel_requested boolean not null default false,
  created_at timestamptz not null default now(),
  started_at timestamptz,
  ended_at timestamptz
);
create index jobs_waiting on jobs (status, id);
