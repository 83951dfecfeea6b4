-- Who may sign in, with what, and what they are signed in with. Secrets are kept as digests or
-- wrapped by the node key: whoever reads these tables cannot sign in with what is in them.

-- one row per person who has, or is invited to have, an account
create table accounts (
  id uuid primary key,
  -- what is typed to sign in, as written, and folded (NFKC, lower case) so that it is found
  name text not null,
  name_key text not null unique,
  shown_name text not null,
  language text not null check (language in ('es', 'en', 'fr')),
  roles text[] not null,
  institution text not null default '',
  country text not null default '',
  status text not null default 'invited' check (status in ('invited', 'active', 'suspended')),
  -- argon2id, in the PHC string format
  password_hash text,
  -- key of the authenticator app, wrapped by the node key
  totp_key text,
  -- counts periods of 30 s since 1970: no code of this one or an earlier one is taken again
  totp_last_step bigint,
  -- grows with every change of the row, so that two who edit it at once do not overwrite each other
  version integer not null default 1,
  created_at timestamptz not null,
  created_by uuid references accounts (id)
);

-- one row per passkey
create table account_passkeys (
  credential_id text primary key,
  account uuid not null references accounts (id),
  public_key bytea not null,
  counter bigint not null,
  transports text[] not null default '{}',
  label text not null,
  created_at timestamptz not null,
  last_used_at timestamptz
);
create index account_passkeys_of on account_passkeys (account);

-- one row per recovery code that is not used yet
create table account_recovery_codes (
  account uuid not null references accounts (id),
  digest text not null,
  primary key (account, digest)
);

-- one row per person at a ministry's provider who signs in to an account here
create table account_identities (
  issuer text not null,
  subject text not null,
  account uuid not null references accounts (id),
  created_at timestamptz not null,
  primary key (issuer, subject)
);

-- one row per one-time link: an invitation, or the way back in
create table account_links (
  id uuid primary key,
  -- null until a second administrator approves a link that also resets the second factor
  digest text unique,
  account uuid not null references accounts (id),
  kind text not null check (kind in ('invitation', 'recovery')),
  resets_second_factor boolean not null,
  asked_by uuid references accounts (id),
  approved_by uuid references accounts (id),
  created_at timestamptz not null,
  expires_at timestamptz not null,
  used_at timestamptz,
  check (approved_by is null or approved_by is distinct from asked_by)
);
create index account_links_of on account_links (account);

-- one row per session that was begun; a session that has ended stays for its owner to see
create table account_sessions (
  id uuid primary key,
  digest text not null unique,
  account uuid not null references accounts (id),
  -- 'second-factor': the password was right; 'enrolment': a link was followed; 'full': signed in
  stage text not null check (stage in ('second-factor', 'enrolment', 'full')),
  method text not null check (method in ('link', 'password', 'passkey', 'provider')),
  link uuid references account_links (id),
  -- browser and system in a word or two, never an address
  client text not null,
  created_at timestamptz not null,
  authenticated_at timestamptz not null,
  last_seen_at timestamptz not null,
  expires_at timestamptz not null,
  ended_at timestamptz
);
create index account_sessions_of on account_sessions (account) where ended_at is null;

-- one row per token of the interface: what a program may do in the name of its owner, and no more
create table api_tokens (
  id uuid primary key,
  digest text not null unique,
  account uuid not null references accounts (id),
  label text not null,
  operations text[] not null,
  purposes text[] not null,
  created_at timestamptz not null,
  expires_at timestamptz not null,
  last_used_on date,
  revoked_at timestamptz
);
create index api_tokens_of on api_tokens (account);

-- one row per name with which somebody failed to sign in since the last success; kept for names
-- that no account has, so that waiting tells nobody which names exist
create table sign_in_attempts (
  name_digest text primary key,
  failures integer not null,
  last_at timestamptz not null,
  waits_until timestamptz not null
);

-- one row per question that an authenticator was asked and has not answered yet
create table account_challenges (
  id uuid primary key,
  challenge text not null,
  -- null where nobody is signed in yet
  account uuid references accounts (id),
  expires_at timestamptz not null
);

comment on column accounts.totp_key is 'wrapped by the node key';
