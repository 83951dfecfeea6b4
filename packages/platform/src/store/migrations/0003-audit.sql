-- The audit log: entries that are only ever added to, in one order, with the hashes of a Merkle tree
-- (RFC 9162) over them. Entries are written in groups; each group carries a signed checkpoint.

-- one row per key of the log: it signs checkpoints and seals entries
create table audit_keys (
  -- verifier line of the signed notes: name, key id, public key
  verifier text primary key,
  -- the secret, wrapped by the node key
  wrapped_secret text not null,
  created_at timestamptz not null default now()
);

-- one row per group of entries written together
create table audit_groups (
  -- place of the first entry, from 0
  first bigint primary key check (first >= 0),
  -- entries in the log once the group is written
  size bigint not null check (size > first),
  -- signed checkpoint of the log at that size
  note text not null
);
select append_only('audit_groups');

-- one row per entry
create table audit_entries (
  -- place in the log, from 0
  index bigint primary key check (index >= 0),
  -- SHA-256 leaf hash of the entry
  leaf bytea not null check (octet_length(leaf) = 32),
  -- HMAC of place and leaf under a key that the database does not hold
  seal bytea not null check (octet_length(seal) = 16),
  entry text not null
);
select append_only('audit_entries');

-- one row per complete subtree of 256, 65,536, … entries: proofs are read from these
create table audit_nodes (
  -- 1 for 256 entries, 2 for 65,536, …
  level smallint not null check (level >= 1),
  number bigint not null check (number >= 0),
  hash bytea not null check (octet_length(hash) = 32),
  primary key (level, number)
);
select append_only('audit_nodes');

-- One writer at a time, and each group begins where the one before ended: whoever writes, from
-- whatever process or client, cannot fork the log or leave a gap.
create function audit_group_follows() returns trigger language plpgsql as $$
declare
  expected bigint;
begin
  perform pg_advisory_xact_lock(4236830502);
  select coalesce(max(size), 0) into expected from audit_groups;
  if new.first <> expected then
    raise exception 'the audit log has % entries, not %', expected, new.first
      using errcode = 'serialization_failure';
  end if;
  return new;
end
$$;
create trigger audit_group_follows before insert on audit_groups
  for each row execute function audit_group_follows();
alter table audit_groups enable always trigger audit_group_follows;

-- Entries come with their group, all of them.
create function audit_entries_of_group() returns trigger language plpgsql as $$
begin
  if not exists (
    select from (select min(index) as low, max(index) as high, count(*) as entries from written) as w
    join audit_groups on first = low and size = high + 1 and size - first = entries
  ) then
    raise exception 'entries of the audit log are written with their group, all of them'
      using errcode = 'restrict_violation';
  end if;
  return null;
end
$$;
create trigger audit_entries_of_group after insert on audit_entries
  referencing new table as written
  for each statement execute function audit_entries_of_group();
alter table audit_entries enable always trigger audit_entries_of_group;

-- one row per signature of another node on a checkpoint of this log
create table audit_cosignatures (
  size bigint not null,
  cosigner text not null,
  -- the line of the note
  line text not null,
  added_at timestamptz not null default now(),
  primary key (size, cosigner)
);
select append_only('audit_cosignatures');

-- one row per log of another node that this one has cosigned: the newest checkpoint seen
create table audit_witnessed (
  origin text primary key,
  verifier text not null,
  size bigint not null,
  root bytea not null,
  note text not null,
  seen_at timestamptz not null default now()
);
