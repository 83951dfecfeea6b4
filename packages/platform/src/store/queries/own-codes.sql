-- Grain: one row per code that users of the node added, as its newest version has it, in the order in
-- which they were added.
-- $1 list text or null: every list
-- Columns: as in `KeptCode`.
select
  newest.id,
  newest.code_list as list,
  newest.code,
  newest.version,
  newest.institution,
  newest.country,
  newest.label,
  newest.aliases,
  newest.parent,
  newest.standard,
  newest.valid_from::text as "validFrom",
  newest.valid_to::text as "validTo",
  newest.replaced_by as "replacedBy",
  newest.because,
  coalesce(accounts.shown_name, newest.actor) as "keptBy",
  newest.at as "keptAt"
from (
  select distinct on (code_list, code) *, min(id) over (partition by code_list, code) as first
  from own_codes
  where $1::text is null or code_list = $1
  order by code_list, code, version desc
) as newest
left join accounts on accounts.id::text = newest.actor
order by newest.first
