-- What tables that are asked for are protected with.

-- one row per secret of the node's own, by what it is for; it outlives the node key that wraps it
create table node_secrets (
  purpose text primary key,
  wrapped text not null,
  created_at timestamptz not null default now()
);
comment on column node_secrets.wrapped is 'wrapped by the node key';

-- one row per asker, day and hypercube of persons that the asker was shown cells of
create table perturbed_questions (
  -- account, or a keyed hash of the address of a stranger, which nobody can turn back
  asker text not null,
  day date not null,
  question text not null,
  primary key (asker, day, question)
);
