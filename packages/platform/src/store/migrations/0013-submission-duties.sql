-- Who owes which file for which period, and which days each batch covers.

-- the days between the 5th and the 95th hundredth of the record dates of a batch, so that a few strays
-- of other months cover none; null where its records have no date
alter table batches add column covers_from date;
alter table batches add column covers_until date;

-- one row per duty of an institution to send the files of a dataset
create table submission_duties (
  id integer generated always as identity primary key,
  institution text not null,
  dataset text not null,
  every text not null check (every in ('month', 'quarter', 'half', 'year')),
  grace_days integer not null check (grace_days between 0 and 730),
  owed_from date not null,
  -- null while it goes on
  owed_until date,
  created_by text not null,
  created_at timestamptz not null default now()
);
create unique index submission_duties_standing on submission_duties (institution, dataset, every)
  where owed_until is null;

alter table submission_duties enable row level security;
alter table submission_duties force row level security;
create policy in_sight on submission_duties using (
  sight_setting('sight') = 'node'
  or (sight_setting('sight') = 'institution' and institution = sight_setting('institution'))
);
