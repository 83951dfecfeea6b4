-- Runs of linkage over records that institutions keep apart: their journeys are nobody's alone, so that the
-- register of datasets gives them to nobody. Whoever stands in the middle of a circle may still come upon the
-- run, and see in it what is of that circle; the files of journeys stay as the register of datasets has them.

-- one row per run and institution in the middle of one of its circles
create table journey_circles (
  batch integer not null references batches (id),
  institution text not null check (institution <> ''),
  primary key (batch, institution)
);
select append_only('journey_circles');
alter table journey_circles enable row level security;
alter table journey_circles force row level security;
create policy in_sight on journey_circles using (
  sight_setting('sight') = 'node'
  or (sight_setting('sight') = 'institution' and institution = sight_setting('institution'))
);

create policy in_circle on batches for select using (
  sight_setting('sight') = 'institution' and id in (select batch from journey_circles)
);
create policy in_circle on link_runs for select using (
  sight_setting('sight') = 'institution' and batch in (select batch from journey_circles)
);
create policy in_circle on link_decisions using (
  sight_setting('sight') = 'institution' and run in (select batch from journey_circles)
);
