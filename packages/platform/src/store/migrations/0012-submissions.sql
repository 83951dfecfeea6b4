-- What institutions send in: files on their way, with the profile that is being written for them.

-- the institution whose people brought a batch; empty where whoever runs the node did
alter table batches add column institution text not null default '';

-- one row per file that somebody of an institution has sent or is sending
create table submissions (
  id integer generated always as identity primary key,
  institution text not null,
  sent_by text not null,
  file_name text not null,
  file_bytes bigint not null check (file_bytes > 0),
  -- sealed and written down so far; what comes next is what follows these
  received_bytes bigint not null default 0,
  state text not null default 'receiving'
    check (state in ('receiving', 'draft', 'imported', 'discarded', 'expired')),
  -- the draft of its source profile; null before there is one
  profile jsonb,
  -- counts the changes of the draft, so that none is overwritten unseen
  revision integer not null default 0,
  -- the try or the import that was asked for last
  job integer references jobs (id),
  -- the batch that it became; not a reference, since batches are seen by whom they concern
  became integer,
  -- key of the sealed file; null once that is gone
  wrapped_key text,
  created_at timestamptz not null default now(),
  changed_at timestamptz not null default now()
);
create index submissions_of on submissions (institution, id);
comment on column submissions.wrapped_key is 'wrapped by the node key';

alter table submissions enable row level security;
alter table submissions force row level security;
create policy in_sight on submissions using (
  sight_setting('sight') = 'node'
  or (sight_setting('sight') = 'institution' and institution = sight_setting('institution'))
);
