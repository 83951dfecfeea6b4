-- Grain: the entries of one group, with their group and the subtrees that they make complete.
-- $1 place of the first entry · $2 size of the log after them · $3 signed checkpoint
-- $4 levels, $5 numbers of complete subtrees · $6 their hashes, concatenated
-- $7 leaf hashes, $8 seals, concatenated · $9 entries, one a line
with written as (
  insert into audit_groups (first, size, note) values ($1, $2, $3) returning first
), nodes as (
  insert into audit_nodes (level, number, hash)
  select n.level, n.number, substring($6::bytea from 32 * (n.place - 1)::int + 1 for 32)
  from written, unnest($4::smallint[], $5::bigint[]) with ordinality as n (level, number, place)
)
insert into audit_entries (index, leaf, seal, entry)
select
  written.first + e.place - 1,
  substring($7::bytea from 32 * (e.place - 1)::int + 1 for 32),
  substring($8::bytea from 16 * (e.place - 1)::int + 1 for 16),
  e.entry
from written, unnest(string_to_array($9, E'\n')) with ordinality as e (entry, place)
