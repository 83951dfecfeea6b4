-- What the clock of the machine showed when it was last believed, beside what the machine itself had counted:
-- so that a clock that is set forward ends no embargo.

-- one row, or none where a node has not run since
create table clock_seen (
  one boolean primary key default true check (one),
  -- which start of the machine
  boot text not null,
  -- seconds since that start
  uptime_seconds double precision not null check (uptime_seconds >= 0),
  shown timestamptz not null
);
