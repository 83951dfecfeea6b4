-- Grain: one row per subtree asked for that is stored: a leaf (level 0) or a complete subtree.
-- $1 levels, $2 first numbers, $3 ends (not included) of the ranges asked for
select r.level, e.index as number, e.leaf as hash
from unnest($1::smallint[], $2::bigint[], $3::bigint[]) as r (level, low, high)
join audit_entries as e on r.level = 0 and e.index >= r.low and e.index < r.high
union all
select r.level, n.number, n.hash
from unnest($1::smallint[], $2::bigint[], $3::bigint[]) as r (level, low, high)
join audit_nodes as n on n.level = r.level and r.level > 0 and n.number >= r.low and n.number < r.high
