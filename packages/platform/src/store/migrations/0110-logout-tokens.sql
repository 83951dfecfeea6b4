-- Which logout tokens of a provider were heeded: one is good once, and is remembered for as long as it would be taken.

create table account_logout_tokens (
  issuer text not null,
  token_id text not null,
  forgotten_at timestamptz not null,
  primary key (issuer, token_id)
);
