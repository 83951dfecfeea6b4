-- Courses: how far each account is. What a country answers of the capacity of its data.

-- one row per course that an account has begun
create table course_beginnings (
  account text not null,
  course text not null,
  begun_at timestamptz not null default now(),
  -- place in the audit log up to which the acts of the account were looked at
  looked_to bigint not null,
  primary key (account, course)
);

-- one row per step that an account has done: seen in the log, or ticked
create table course_steps (
  account text not null,
  course text not null,
  step text not null,
  done_at timestamptz not null default now(),
  primary key (account, course, step)
);

-- one row per version of a country's answers; nothing of it ever changes
create table capacity_assessments (
  country text not null check (country ~ '^[A-Z]{3}$'),
  version integer not null check (version >= 1),
  -- version of the questionnaire that was answered
  questionnaire integer not null,
  -- {"question": {"level": 0..3 | null where it does not apply, "evidence": "text"}}
  answers jsonb not null,
  actor text not null,
  at timestamptz not null default now(),
  primary key (country, version)
);
select append_only('capacity_assessments');

-- one row per decision to show a version to everybody, or to take it back
create table capacity_publications (
  id integer generated always as identity primary key,
  country text not null,
  version integer not null,
  is_public boolean not null,
  actor text not null,
  at timestamptz not null default now(),
  foreign key (country, version) references capacity_assessments (country, version)
);
select append_only('capacity_publications');
