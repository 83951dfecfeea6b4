-- Forms of institutions: what they ask, what their answers become, and the answers that wait to join
-- the records.

-- Puts the wall of an institution up before a table that has a column `institution`.
create function wall_by_institution(target regclass) returns void language plpgsql as $$
begin
  execute format('alter table %s enable row level security', target);
  execute format('alter table %s force row level security', target);
  execute format(
    $policy$create policy in_sight on %s using (
      sight_setting('sight') = 'node'
      or (sight_setting('sight') = 'institution' and institution = sight_setting('institution'))
    )$policy$, target);
end
$$;

-- one row per version of a form; nothing of it ever changes
create table forms (
  id integer generated always as identity primary key,
  institution text not null check (institution <> ''),
  -- ISO 3166-1 alpha-3; empty where nobody said it
  country text not null check (country ~ '^([A-Z]{3})?$'),
  form text not null check (form ~ '^[a-z0-9]+(-[a-z0-9]+)*$'),
  version integer not null check (version >= 1),
  title text not null,
  file_name text not null,
  -- of the workbook
  sha256 text not null,
  -- what it asks, and what of the workbook is not supported
  definition jsonb not null,
  actor text not null,
  at timestamptz not null default now(),
  unique (institution, form, version)
);
select append_only('forms');
select wall_by_institution('forms');

-- one row per decision what the answers of a version become; the newest one holds for what is entered.
-- Its id is the version of the source profile by which the records are taken in.
create table form_mappings (
  id integer generated always as identity primary key,
  form integer not null references forms (id),
  institution text not null,
  mapping jsonb not null,
  actor text not null,
  at timestamptz not null default now()
);
create index form_mappings_of on form_mappings (form, id);
select append_only('form_mappings');
select wall_by_institution('form_mappings');

-- one row per version that is filled in no more
create table form_withdrawals (
  form integer primary key references forms (id),
  institution text not null,
  because text not null check (because <> ''),
  actor text not null,
  at timestamptz not null default now()
);
select append_only('form_withdrawals');
select wall_by_institution('form_withdrawals');

-- one row per form that was filled in, or is being filled in
create table form_entries (
  id uuid primary key,
  form integer not null references forms (id),
  institution text not null,
  -- the mapping that it was checked by; null of a draft
  mapping integer references form_mappings (id),
  entered_by text not null,
  state text not null default 'draft' check (state in ('draft', 'waiting', 'imported', 'withdrawn')),
  -- the answers, sealed by the key of the row; null once they are a record, or withdrawn
  sealed text,
  wrapped_key text,
  -- names the records that go into one batch together
  hand_in uuid,
  job integer references jobs (id),
  -- the batch that it became; not a reference, since batches are seen by whom they concern
  became integer,
  created_at timestamptz not null default now(),
  changed_at timestamptz not null default now(),
  check ((sealed is null) = (wrapped_key is null)),
  check (state <> 'waiting' or (mapping is not null and sealed is not null))
);
create index form_entries_of on form_entries (form, state);
create index form_entries_handed_in on form_entries (hand_in) where hand_in is not null;
comment on column form_entries.wrapped_key is 'wrapped by the node key';
select wall_by_institution('form_entries');
