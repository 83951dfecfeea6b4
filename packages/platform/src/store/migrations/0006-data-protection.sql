-- The registers of data protection: every document in all its versions.

-- one row per version of a document; the newest is the one that holds
create table register_documents (
  register text not null,
  id text not null,
  -- grows by one with every change: two who change the same version at once meet here
  version integer not null check (version >= 1),
  content jsonb not null,
  changed_by text not null,
  changed_at timestamptz not null default now(),
  primary key (register, id, version)
);
select append_only('register_documents');

-- one row per record whose use a person has restricted, as long as it is
create table restricted_records (
  batch integer not null,
  record_id text not null check (record_id ~ '^[0-9]+$'),
  request text not null,
  since timestamptz not null default now(),
  primary key (batch, record_id, request)
);
