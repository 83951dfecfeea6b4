-- Records that wait in forms, within the rights of persons: erased, held back, and seen by whoever
-- entered them.

alter table form_entries drop constraint form_entries_state_check;
alter table form_entries add constraint form_entries_state_check
  check (state in ('draft', 'waiting', 'imported', 'withdrawn', 'erased'));

-- Grain: one row per entry that a request of a person holds back: one that is not answered yet, or a
-- restriction that nobody has lifted.
create function held_entries() returns setof text language sql stable
begin atomic
  select named ->> 'entry'
  from (
    select distinct on (id) content from register_documents
    where register = 'request' order by id, version desc
  ) as requests,
    jsonb_array_elements(coalesce(content -> 'entries', '[]')) as named
  where content ->> 'state' in ('received', 'verified')
    or (content ->> 'kind' = 'restriction' and content ->> 'state' = 'done'
      and content ->> 'liftedOn' is null);
end;

-- Whoever enters records and does no more comes upon those that he or she has entered.
--   caudal.entered      'own' where only these are in sight; else empty
drop policy in_sight on form_entries;
create policy in_sight on form_entries using (
  sight_setting('sight') = 'node'
  or (sight_setting('sight') = 'institution' and institution = sight_setting('institution')
    and (sight_setting('entered') <> 'own' or entered_by = sight_setting('actor')))
);

-- records that the entry is: several where a repeated group of its form is answered several times
alter table form_entries add column records integer not null default 1 check (records >= 0);
