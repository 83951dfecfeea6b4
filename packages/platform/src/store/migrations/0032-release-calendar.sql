-- The release calendar: what is announced before it is drafted.

-- one row per statement on a release to come, in their order; the last one of a series stands
create table release_announcements (
  id integer generated always as identity primary key,
  -- that of the release which will fulfil it
  series text not null,
  kind text not null check (kind in ('announced', 'moved', 'withdrawn')),
  -- {"es", "en", "fr"}
  title jsonb not null,
  -- day or month on which it is to come out: 2026-12-05 or 2026-12; of a withdrawal the last one given
  due text not null check (due ~ '^\d{4}-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?$'),
  -- why it was moved or withdrawn; public
  reason text,
  actor text not null,
  at timestamptz not null default now()
);
create index release_announcements_of on release_announcements (series, id);
select append_only('release_announcements');
