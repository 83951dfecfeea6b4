-- What the register refuses to change, which node it belongs to, and who works on a job.

-- For tables that are only ever added to. As a row trigger it stops UPDATE and DELETE, as a
-- statement trigger TRUNCATE as well: append_only() sets both on a table.
create function refuse_change() returns trigger language plpgsql as $$
begin
  raise exception '% is append-only: % is refused', tg_table_name, tg_op
    using errcode = 'restrict_violation';
end
$$;

create function append_only(target regclass) returns void language plpgsql as $$
begin
  execute format(
    'create trigger append_only_statement before update or delete or truncate on %s
       for each statement execute function refuse_change()', target);
  -- also where a session plays the part of a replica, which skips ordinary triggers
  execute format('alter table %s enable always trigger append_only_statement', target);
end
$$;

select append_only('schema_migrations');

-- one row: the node that this register belongs to; the same id lies in the data folder
create table node (
  only_row boolean primary key default true check (only_row),
  id uuid not null,
  -- names the node key without telling it
  key_id text not null,
  created_at timestamptz not null default now()
);
select append_only('node');

-- the process that works on the job, so that a dead worker is told from a slow one
alter table jobs add column worker text;
alter table jobs add column priority integer not null default 0;
drop index jobs_waiting;
create index jobs_waiting on jobs (priority desc, id) where status = 'waiting';
create index jobs_running on jobs (id) where status = 'running';
