-- The second wall: rows that belong to an institution are shown to whoever may come upon them, and to
-- nobody else, whatever a query asks for. Forced: the role that owns the tables is held by it as well.
-- (The embedded register has one user, a superuser, whom no wall holds: there the policy stands alone.)
--
-- A session says whose rows it is for, and sees none before it does:
--   caudal.sight        'node', 'institution'; anything else is nobody's
--   caudal.institution  the institution of whoever asks
--   caudal.country      where the rights of persons reach every institution of the country; else empty
--   caudal.actor        the account of whoever asks: derogations are given to one person

create function sight_setting(name text) returns text language sql stable
  return coalesce(current_setting('caudal.' || name, true), '');

-- A text that is no instant is none, and opens nothing.
create function instant_or_null(value text) returns timestamptz language sql stable
  return case when pg_input_is_valid(value, 'timestamptz') then value::timestamptz end;

-- Grain: one row per institution whose records the session may come upon.
create function institutions_in_sight() returns setof text language sql stable
begin atomic
  select sight_setting('institution') where sight_setting('institution') <> ''
  union
  select content -> 'provider' ->> 'institution'
  from (
    select distinct on (id) content from register_documents
    where register = 'agreement' order by id, version desc
  ) as agreements
  where sight_setting('institution') <> ''
    and content -> 'recipient' ->> 'institution' = sight_setting('institution')
    -- days are compared as they are written, as the policy does
    and to_char(now() at time zone 'UTC', 'YYYY-MM-DD') between content ->> 'from' and content ->> 'until'
    and content -> 'signedByProvider' ->> 'on' <= to_char(now() at time zone 'UTC', 'YYYY-MM-DD')
    and content -> 'signedByRecipient' ->> 'on' <= to_char(now() at time zone 'UTC', 'YYYY-MM-DD')
    and coalesce(to_char(now() at time zone 'UTC', 'YYYY-MM-DD') < content ->> 'endedOn', true)
  union
  select content ->> 'owner'
  from (
    select distinct on (id) content from register_documents
    where register = 'derogation' order by id, version desc
  ) as derogations
  where sight_setting('actor') <> ''
    and content ->> 'requestedBy' = sight_setting('actor')
    and content ->> 'approvedBy' <> sight_setting('actor')
    and instant_or_null(content ->> 'approvedAt') <= now()
    and now() < instant_or_null(content ->> 'until')
    and coalesce(now() < instant_or_null(content ->> 'revokedAt'), true);
end;

-- Grain: one row per dataset whose records the session may come upon. A dataset that the register
-- gives to nobody is in nobody's sight.
create function datasets_in_sight() returns setof text language sql stable
begin atomic
  select id
  from (
    select distinct on (id) id, content from register_documents
    where register = 'dataset' order by id, version desc
  ) as owned
  where content ->> 'owner' in (select institutions_in_sight())
    or (sight_setting('country') <> '' and content ->> 'country' = sight_setting('country'));
end;

-- Puts the wall up before a table, by the column that names the dataset or the batch of its rows.
create function wall_by_dataset(target regclass, dataset name) returns void language plpgsql as $$
begin
  execute format('alter table %s enable row level security', target);
  execute format('alter table %s force row level security', target);
  execute format(
    $policy$create policy in_sight on %s using (
      sight_setting('sight') = 'node'
      or (sight_setting('sight') = 'institution' and %I in (select datasets_in_sight()))
    )$policy$, target, dataset);
end
$$;

create function wall_by_batch(target regclass, batch name) returns void language plpgsql as $$
begin
  execute format('alter table %s enable row level security', target);
  execute format('alter table %s force row level security', target);
  execute format(
    $policy$create policy in_sight on %1$s using (
      sight_setting('sight') = 'node'
      or (sight_setting('sight') = 'institution' and %2$I in (
        select b.id from batches as b where b.dataset in (select datasets_in_sight())
      ))
    )$policy$, target, batch);
end
$$;

select wall_by_dataset('datasets', 'id');
select wall_by_dataset('batches', 'dataset');
select wall_by_batch('restricted_records', 'batch');
select wall_by_batch('erased_records', 'batch');
