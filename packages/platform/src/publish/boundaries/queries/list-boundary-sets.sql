-- Grain: one row per boundary set of the node, ordered by country and level.
-- Columns: id, level, country (ISO 3166-1 alpha-3 or null), title, source (owner, licence, file and
-- what was done to it), path (within the folder of boundaries), areas (number), added_at.
select id, level, country, title, source, path, areas, added_at
from boundary_sets
order by country nulls first, level, id
