-- Breaks in series that somebody who knows the source records, with the reason.

-- one row per break, in the order in which they were recorded
create table series_breaks (
  id integer generated always as identity primary key,
  -- ISO 3166-1 alpha-3
  country text not null,
  -- id of the cube whose figures do not compare
  cube text not null,
  -- first period that does not compare with those before: 2024, 2024-S1, 2024-Q1, 2024-03 or 2024-03-31
  from_period text not null check (from_period ~ '^\d{4}(-(S[12]|Q[1-4]|(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?))?$'),
  -- {"es", "en", "fr"}; public
  reason jsonb not null,
  -- document or decision that says so; public
  source text not null,
  actor text not null,
  at timestamptz not null default now()
);
select append_only('series_breaks');

-- one row per break that was found to be none
create table series_break_ends (
  break integer primary key references series_breaks (id),
  reason text not null,
  actor text not null,
  at timestamptz not null default now()
);
select append_only('series_break_ends');
