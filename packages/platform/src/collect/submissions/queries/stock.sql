-- Grain: one row per institution with files that were sent in and are no batch yet.
-- Columns: owner · count, files · oldest, day of the last change of the one left alone for longest (UTC)
select
  institution as "owner",
  count(*)::integer as "count",
  to_char(min(changed_at) at time zone 'UTC', 'YYYY-MM-DD') as "oldest"
from submissions
where state in ('receiving', 'draft')
group by institution
order by institution
