-- Grain: one row per range asked for, in their order: the hashes of its leaves (level 0) or complete
-- subtrees, concatenated.
-- $1 levels, $2 first numbers, $3 ends (not included) of the ranges
select
  case
    when r.level = 0 then (
      select string_agg(e.leaf, ''::bytea order by e.index)
      from audit_entries as e where e.index >= r.low and e.index < r.high
    )
    else (
      select string_agg(n.hash, ''::bytea order by n.number)
      from audit_nodes as n where n.level = r.level and n.number >= r.low and n.number < r.high
    )
  end as hashes
from unnest($1::smallint[], $2::bigint[], $3::bigint[]) with ordinality as r (level, low, high, place)
order by r.place
