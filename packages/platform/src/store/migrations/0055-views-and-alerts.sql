-- Views of explore that accounts keep; thresholds on series, and what was told of them.

-- one row per view that an account keeps
create table saved_views (
  id uuid primary key,
  account uuid not null references accounts (id),
  name text not null,
  cube text not null,
  -- what stands after the question mark in the address of its page; may be empty
  query text not null,
  kept_at timestamptz not null,
  unique (account, name)
);

-- one row per threshold that an account has on a series
create table alerts (
  id uuid primary key,
  account uuid not null references accounts (id),
  name text not null,
  cube text not null,
  -- table of the series, its periods along the columns, as an address writes it
  query text not null,
  kind text not null check (kind in ('above', 'below', 'change')),
  -- in the unit of the series; of a change in per cent, without a sign
  threshold double precision not null,
  -- what a change is counted from: the period before, or the same period of the year before
  basis text check (basis in ('previous', 'year')),
  set_at timestamptz not null,
  -- newest whole period with a figure when it was looked at last, and that figure; null before any
  seen_period text,
  seen_figure double precision,
  check ((kind = 'change') = (basis is not null))
);
create index alerts_of on alerts (account);
create index alerts_on on alerts (cube);

-- one row per alert and release in which its threshold was met anew
create table alert_notices (
  id uuid primary key,
  alert uuid not null references alerts (id) on delete cascade,
  release text not null references releases (id),
  period text not null,
  figure double precision not null,
  -- of a change: per cent, with its sign
  change double precision,
  told_at timestamptz not null,
  unique (alert, release)
);

-- one row per release that every alert was looked at for
create table alert_rounds (
  release text primary key references releases (id),
  at timestamptz not null
);

-- one row per account that reads its notices elsewhere
create table alert_readers (
  account uuid primary key references accounts (id),
  -- digest of the secret in the address of its feed; null where there is no such address
  feed_digest text unique,
  -- where mail goes once its owner has shown that it arrives there; null for none
  mail_address text,
  mail_confirmed_at timestamptz,
  -- a code that was sent to an address which is not confirmed yet
  code_digest text,
  code_until timestamptz,
  code_tries integer not null default 0,
  code_sent_at timestamptz
);

-- one row per mail: of one release to one person
create table alert_mails (
  account uuid not null references accounts (id),
  release text not null references releases (id),
  due_at timestamptz not null,
  tries integer not null default 0,
  sent_at timestamptz,
  given_up_at timestamptz,
  -- what the last try failed of, as a code of the mail library: ECONNECTION, EAUTH
  fault text,
  primary key (account, release)
);
create index alert_mails_due on alert_mails (due_at) where sent_at is null and given_up_at is null;
