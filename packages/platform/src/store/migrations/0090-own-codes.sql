-- Codes that the users of a node add to the code lists of the platform. They speak of no person, so
-- that every institution of the node sees them all.

-- one row per version of a code: the first adds it, the second ends it; nothing of either ever changes
create table own_codes (
  id integer generated always as identity primary key,
  code_list text not null check (code_list <> ''),
  code text not null check (code ~ '^[A-Za-z0-9][A-Za-z0-9_@$-]{0,59}$'),
  version integer not null check (version in (1, 2)),
  -- whoever answers for the code; empty where whoever runs the node added it
  institution text not null,
  -- ISO 3166-1 alpha-3; empty where nobody said it
  country text not null check (country ~ '^([A-Z]{3})?$'),
  -- names in es, en and fr
  label jsonb not null,
  -- other spellings that sources use
  aliases jsonb not null default '[]',
  -- the place that it lies in, a code of the list above
  parent text,
  -- the code of the platform that it counts as where countries are compared
  standard text,
  valid_from date not null,
  -- null while it is in force
  valid_to date,
  -- the code that stands for it afterwards
  replaced_by text,
  because text not null check (because <> ''),
  actor text not null,
  at timestamptz not null default now(),
  check (valid_to >= valid_from)
);
-- capitals tell no two codes apart
create unique index own_codes_versions on own_codes (code_list, lower(code), version);
select append_only('own_codes');
