-- Reference metadata: what editors say of figures beyond what the platform knows by itself.

-- one row per statement on a concept of a dataflow; the last one counts
create table metadata_statements (
  id integer generated always as identity primary key,
  dataflow text not null,
  concept text not null,
  -- {"es": …, "en": …, "fr": …}; null takes back what was said before
  text jsonb,
  said_by text not null,
  said_at timestamptz not null default now()
);
select append_only('metadata_statements');
