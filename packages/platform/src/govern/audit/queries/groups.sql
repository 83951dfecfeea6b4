-- Grain: one row per group from a place on, with its entries in their order.
-- $1 place of the first group's first entry · $2 groups at most
-- places, leaves, seals, entries: arrays, one item an entry that is there
select
  g.first,
  g.size,
  g.note,
  array(
    select e.index from audit_entries as e
    where e.index >= g.first and e.index < g.size order by e.index
  ) as places,
  array(
    select encode(e.leaf, 'hex') from audit_entries as e
    where e.index >= g.first and e.index < g.size order by e.index
  ) as leaves,
  array(
    select encode(e.seal, 'hex') from audit_entries as e
    where e.index >= g.first and e.index < g.size order by e.index
  ) as seals,
  array(
    select e.entry from audit_entries as e
    where e.index >= g.first and e.index < g.size order by e.index
  ) as entries
from audit_groups as g
where g.first >= $1
order by g.first
limit $2
