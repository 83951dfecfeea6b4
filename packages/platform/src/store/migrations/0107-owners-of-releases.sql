-- Whose a release is: of the institution that drafts it. Whose records it counts is told by its plan and sources.

-- '' where whoever drafted it works for no institution, or at the machine; null in releases from before
alter table releases add column owner text;
-- country of that institution (ISO 3166-1 alpha-3), under the same conditions
alter table releases add column owner_country text;

-- What a run by hand has left to the officers of other countries: such a run is not the day's run of the node,
-- and does not say that the node's clock was believed.
alter table retention_runs add column left_to_others integer not null default 0;
