-- Requests of persons: records that are set aside, persons that were erased, recipients to be told.

-- records of the batch that were accepted and are set aside while a person restricts their use
alter table batches add column rows_withheld bigint not null default 0;

-- one row per secret by which erased persons are known again; the first one drawn holds
create table erasure_secrets (
  id uuid primary key default gen_random_uuid(),
  wrapped_secret text not null,
  created_at timestamptz not null default now()
);
comment on column erasure_secrets.wrapped_secret is 'wrapped by the node key';

-- one row per way in which an erased person would be known again: a keyed digest, and nothing else
create table erased_persons (
  digest text not null check (digest ~ '^[0-9a-f]{64}$'),
  -- what it is a digest of: 'document', 'name'
  kind text not null,
  -- what the person was erased for: 'request:…'
  reason text not null,
  erased_at timestamptz not null default now(),
  primary key (digest, reason)
);
select append_only('erased_persons');

-- when the restriction was lifted; null while it holds
alter table restricted_records add column lifted_at timestamptz;
-- whether the record lies among those set aside
alter table restricted_records add column aside boolean not null default false;

-- Last day of the confidentiality undertaking that an account has signed, ISO date; null for none. An
-- undertaking names the account by its id or by the name that it signs in with.
create function undertaking_until(account text, name_key text) returns text language sql stable
begin atomic
  select max(content ->> 'until')
  from (
    select distinct on (id) content from register_documents
    where register = 'undertaking' order by id, version desc
  ) as signed
  where lower(trim(content ->> 'account')) in (account, name_key)
    and content ->> 'signedOn' <= to_char(now() at time zone 'UTC', 'YYYY-MM-DD');
end;
