-- Which sessions a ministry's provider began, so that signing out there ends them here.

alter table account_sessions
  -- issuer and subject of the provider, and its own session; null where nobody came from one
  add column provider_issuer text,
  add column provider_subject text,
  add column provider_sid text;
create index account_sessions_of_provider on account_sessions (provider_issuer, provider_subject)
  where ended_at is null and provider_issuer is not null;
